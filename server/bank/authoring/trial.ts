import { setImmediate } from 'node:timers/promises'
import type { PackageFault, TrialStep } from '../../protocol/contributions.ts'
import { fault, type Fault } from '../fault.ts'
import { limited } from '../limited.ts'
import { caughtShare, LEAST_CAUGHT, mutate, type Survivor } from '../mutation.ts'
import { sameAs } from '../pairs.ts'
import type { Problem } from '../problem.ts'
import { repeatedTests, trySubmissions, type Tries, type Trial } from '../verify.ts'
import { insideOf } from './draft-of.ts'
import { likeness } from './likeness.ts'

/** What a step of a trial found; faults end the trial. */
export type StepOutcome = { faults: PackageFault[]; warnings: PackageFault[]; figures: Record<string, number> }

/** The steps that follow once a draft is a problem. */
export type TrialSteps = Record<Exclude<TrialStep, 'check'>, () => Promise<StepOutcome>>

/** Submissions under way at a time: enough for two workers, few enough to be out of the way when a round begins. */
const AT_A_TIME = 4
/** Statements as alike as this are one statement with a word changed, or worth a look. */
const SAME_TEXT = 0.8
const SIMILAR_TEXT = 0.25
/** Statements compared before others get a turn. */
const AT_ONCE = 25

/**
 * A puzzle's trial. `trial` judges, `slowness` is how much longer limits are on this machine, `others` are the puzzles of
 * which it must not be a copy. Steps are taken in their order.
 */
export function trialSteps(problem: Problem, trial: Trial, slowness: number, others: readonly Problem[]): TrialSteps {
  const judge = limited(AT_A_TIME, trial)
  const inside = (fault: Fault): PackageFault => insideOf(problem.id, fault)
  let tries: Promise<Tries> | undefined
  const tried = (): Promise<Tries> => (tries ??= trySubmissions(problem, judge, slowness))
  return {
    async submissions() {
      const { wrong, tried: all } = await tried()
      const warnings = repeatedTests(problem).map(inside)
      return { faults: wrong.map(inside), warnings, figures: { tried: all.length } }
    },
    async limits() {
      const { slow, tried: all, mostMs } = await tried()
      const times = all.flatMap(({ expected, timeMs }) => (expected === 'AC' ? [timeMs] : []))
      const figures = { slowestMs: Math.ceil(Math.max(0, ...times)), mostMs: Math.floor(mostMs) }
      return { faults: slow.map(inside), warnings: [], figures }
    },
    async mutants() {
      const mutation = await mutate(problem, judge)
      const { caught, survivors, alike } = mutation
      const figures = { caught, survived: survivors.length, alike }
      const named = survivors.map(survivorFault)
      if (caughtShare(mutation) >= LEAST_CAUGHT) return { faults: [], warnings: named, figures }
      const percent = Math.floor(caughtShare(mutation) * 100)
      const few = fault('tests.yaml', 'hidden', 'caught-few', { percent, least: LEAST_CAUGHT * 100 })
      return { faults: [few, ...named], warnings: [], figures }
    },
    async duplicates() {
      const same = await sameAs(problem, others, judge)
      const faults = same.map(({ id, name }) => fault('', '', 'same-problem', { other: name, id }))
      const warnings: PackageFault[] = []
      for (const [n, other] of others.entries()) {
        // A bank of a thousand takes a while to compare with; others have something to ask meanwhile.
        if (n % AT_ONCE === 0) await setImmediate()
        const share = likeness(problem, other)
        const told = { other: other.name, id: other.id, percent: Math.round(share * 100) }
        const alike = fault('statement.md', '', 'text-alike', told)
        if (share >= SAME_TEXT) faults.push(alike)
        else if (share >= SIMILAR_TEXT) warnings.push(alike)
        if (other.name.toLowerCase() === problem.name.toLowerCase())
          warnings.push(fault('problem.yaml', 'name', 'same-name', { other: other.id }))
      }
      return { faults, warnings, figures: { compared: others.length } }
    },
  }
}

const survivorFault = ({ file, line, was, is, witness }: Survivor): PackageFault => {
  const at = [`submissions/accepted/${file}`, `line ${line}`] as const
  return is === '' ? fault(...at, 'survivor-removed', { was, witness }) : fault(...at, 'survivor', { was, is, witness })
}
