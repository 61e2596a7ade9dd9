import type { Bank } from './bank.ts'
import { fault, type Fault } from './fault.ts'
import { noMemory, type Memory } from './memory.ts'
import { mutate, mutationFaults, type Mutation } from './mutation.ts'
import { samePairs, type Pair } from './pairs.ts'
import type { Problem } from './problem.ts'
import { verifyProblem, type Trial, type Verification } from './verify.ts'

export type Report = Verification & { problem: Problem; mutation?: Mutation }

export type BankReport = {
  reports: Report[]
  /** Faults of packages that could not be loaded: nothing of them was tried. */
  unloaded: Fault[]
  pairs: Pair[]
}

type Options = {
  slowness?: number
  mutants?: boolean
  /** What was right and has not changed since is not tried again. */
  memory?: Memory
  done?: (report: Report, finished: number) => void
}

/**
 * Verifies all packages side by side; `trial` says how many submissions are judged at a time. `done` is called with each
 * package's report as it comes.
 */
export async function verifyBank(bank: Bank, trial: Trial, options: Options = {}): Promise<BankReport> {
  const memory = options.memory ?? noMemory
  const problems = [...bank.problems.values()]
  let finished = 0
  const reports = await Promise.all(
    problems.map(async (problem): Promise<Report> => {
      const right = ({ faults }: Verification): boolean => faults.length === 0
      const report: Report = {
        ...(await memory(['verify', problem], () => verifyProblem(problem, trial, options.slowness), right)),
        problem,
      }
      // A solution that fails says nothing about its mutants.
      if (options.mutants && report.tried.every(({ expected, verdict }) => expected !== 'AC' || verdict === 'AC')) {
        report.mutation = await memory(
          ['mutate', problem],
          () => mutate(problem, trial),
          () => true,
        )
        report.faults.push(...mutationFaults(problem, report.mutation))
      }
      options.done?.(report, ++finished)
      return report
    }),
  )
  return { reports, unloaded: bank.faults, pairs: await samePairs(problems, trial, memory) }
}

/** Everything that has to be mended. */
export const faultsIn = ({ reports, unloaded, pairs }: BankReport): Fault[] => [
  ...unloaded,
  ...reports.flatMap(({ faults }) => faults),
  ...pairs.map(({ first, second }) => fault(first, '', 'same-pair', { other: second })),
]
