import { setImmediate } from 'node:timers/promises'
import type { PackageFault, TrialStep } from '../../protocol/contributions.ts'
import type { Fault } from '../fault.ts'
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
      const message = `notice ${percent} % of the small changes to the solutions; at least ${LEAST_CAUGHT * 100} % are needed. Add tests for those below`
      return { faults: [{ file: 'tests.yaml', field: 'hidden', message }, ...named], warnings: [], figures }
    },
    async duplicates() {
      const same = await sameAs(problem, others, judge)
      const faults = same.map((other) =>
        alike(`is the same as "${other.name}" (${other.id}): the accepted solution of each passes the other's tests`),
      )
      const warnings: PackageFault[] = []
      for (const [n, other] of others.entries()) {
        // A bank of a thousand takes a while to compare with; others have something to ask meanwhile.
        if (n % AT_ONCE === 0) await setImmediate()
        const share = likeness(problem, other)
        const said = `reads like that of "${other.name}" (${other.id}): ${Math.round(share * 100)} % of it`
        if (share >= SAME_TEXT) faults.push({ file: 'statement.md', field: '', message: said })
        else if (share >= SIMILAR_TEXT) warnings.push({ file: 'statement.md', field: '', message: said })
        if (other.name.toLowerCase() === problem.name.toLowerCase())
          warnings.push({ file: 'problem.yaml', field: 'name', message: `is the name of ${other.id}, too` })
      }
      return { faults, warnings, figures: { compared: others.length } }
    },
  }
}

const alike = (message: string): PackageFault => ({ file: '', field: '', message })

const survivorFault = ({ file, line, was, is, witness }: Survivor): PackageFault => ({
  file: `submissions/accepted/${file}`,
  field: `line ${line}`,
  message: `no test notices when ${was} becomes ${is === '' ? 'nothing' : is}; a test with ${witness} would`,
})
