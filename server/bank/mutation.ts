import type { Judgement, Language, Run } from '../protocol/judgement.ts'
import { fault, type Fault } from './fault.ts'
import { mutants, type Mutant } from './mutants.ts'
import type { PackagedSubmission, Problem, TestCase } from './problem.ts'
import { similarInputs } from './similar.ts'
import { slowest, type Trial } from './verify.ts'

/** A mutant that behaves differently on some input, and that no test catches. */
export type Survivor = Omit<Mutant, 'source'> & { file: string; witness: string }

export type Mutation = {
  /** Mutants that a test catches. */
  caught: number
  /** Mutants that no test catches although they answer `witness` differently: tests are missing. */
  survivors: Survivor[]
  /** Mutants that no test catches and no similar input tells from the solution: most likely the same program. */
  alike: number
  /** Mutants that the judge cannot read: they count for nothing. */
  unreadable: number
}

const MOST_PER_SOLUTION = 40
const INPUTS = 30
export const LEAST_CAUGHT = 0.9
/** How much longer than the solution a mutant may take before it counts as an endless loop. */
const PATIENCE = 20
const LEAST_TIME_MS = 100

export const caughtShare = ({ caught, survivors }: Mutation): number =>
  caught + survivors.length === 0 ? 1 : caught / (caught + survivors.length)

/** Changes each accepted solution in one place after the other, and looks whether the tests notice. */
export async function mutate(problem: Problem, trial: Trial): Promise<Mutation> {
  const accepted = problem.submissions.filter(({ folder }) => folder === 'accepted')
  const inputs = similarInputs(problem, INPUTS)
  const parts = await Promise.all(accepted.map((solution) => mutateOne(problem, solution, inputs, trial)))
  return {
    caught: parts.reduce((sum, { caught }) => sum + caught, 0),
    survivors: parts.flatMap(({ survivors }) => survivors),
    alike: parts.reduce((sum, { alike }) => sum + alike, 0),
    unreadable: parts.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

/** Too many survivors are a fault of the tests, and each is named. */
export function mutationFaults(problem: Problem, mutation: Mutation): Fault[] {
  if (caughtShare(mutation) >= LEAST_CAUGHT) return []
  const percent = Math.floor(caughtShare(mutation) * 100)
  const survivors = mutation.survivors.map(survivorText).join('; ')
  const told = { percent, least: LEAST_CAUGHT * 100, survivors }
  return [fault(`${problem.id}/tests.yaml`, '', 'mutants-caught', told)]
}

export const survivorText = ({ file, line, was, is, witness }: Survivor): string =>
  `${file} line ${line}, ${was} → ${is === '' ? 'nothing' : is} (try ${witness})`

async function mutateOne(
  problem: Problem,
  solution: PackagedSubmission,
  inputs: TestCase[],
  trial: Trial,
): Promise<Mutation> {
  const { language, source, file } = solution
  const timeMs = slowest(await trial(problem, language, source)) * PATIENCE
  const limits = { ...problem.limits, timeMs: Math.min(problem.limits.timeMs, Math.max(LEAST_TIME_MS, timeMs)) }
  const tested: Problem = { ...problem, limits }
  // As examples, so that the judge shows what came back; what is expected of them is never met and does not matter.
  const observed: Problem = { ...tested, examples: inputs, hidden: [] }
  const outcome: Mutation = { caught: 0, survivors: [], alike: 0, unreadable: 0 }
  let honest: Promise<Run[]> | undefined
  const runs = async (code: string): Promise<Run[]> => (await observe(observed, language, code, trial)).runs

  await Promise.all(
    sample(mutants(source, language === 'python' ? 'python' : 'javascript')).map(async (mutant) => {
      const { verdict } = await trial(tested, language, mutant.source)
      if (verdict === 'CE' || verdict === 'JE') outcome.unreadable += 1
      else if (verdict !== 'AC') outcome.caught += 1
      else {
        honest ??= runs(source)
        const witness = difference(await honest, await runs(mutant.source))
        const { line, was, is } = mutant
        if (witness === undefined) outcome.alike += 1
        else outcome.survivors.push({ file, line, was, is, witness })
      }
    }),
  )
  outcome.survivors.sort((a, b) => a.line - b.line)
  return outcome
}

const observe = async (problem: Problem, language: Language, source: string, trial: Trial): Promise<Judgement> =>
  problem.examples.length === 0
    ? { verdict: 'AC', passed: 0, total: 0, runs: [], printed: '', timeMs: 0, memoryKb: 0 }
    : trial(problem, language, source)

/** The first input that the solution answers, and the mutant answers differently. */
function difference(honest: Run[], mutant: Run[]): string | undefined {
  const answered = ({ verdict }: Run): boolean => verdict === 'AC' || verdict === 'WA'
  const run = honest.find((run, i) => {
    const other = mutant[i]
    if (!answered(run) || other === undefined) return false
    return !answered(other) || other.received !== run.received
  })
  return run?.call ?? run?.name
}

/** Spread evenly over the program, the same each time. */
const sample = (all: Mutant[]): Mutant[] =>
  all.length <= MOST_PER_SOLUTION
    ? all
    : Array.from({ length: MOST_PER_SOLUTION }, (_, i) => all[Math.floor((i * all.length) / MOST_PER_SOLUTION)]!)
