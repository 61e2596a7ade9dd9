import type { Bank } from './bank.ts'
import type { Fault } from './fault.ts'
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

/**
 * Verifies all packages side by side; `trial` says how many submissions are judged at a time. `done` is called with each
 * package's report as it comes.
 */
export async function verifyBank(
  bank: Bank,
  trial: Trial,
  options: { slowness?: number; mutants?: boolean; done?: (report: Report, finished: number) => void } = {},
): Promise<BankReport> {
  const problems = [...bank.problems.values()]
  let finished = 0
  const reports = await Promise.all(
    problems.map(async (problem): Promise<Report> => {
      const report: Report = { ...(await verifyProblem(problem, trial, options.slowness)), problem }
      // A solution that fails says nothing about its mutants.
      if (options.mutants && report.tried.every(({ expected, verdict }) => expected !== 'AC' || verdict === 'AC')) {
        report.mutation = await mutate(problem, trial)
        report.faults.push(...mutationFaults(problem, report.mutation))
      }
      options.done?.(report, ++finished)
      return report
    }),
  )
  return { reports, unloaded: bank.faults, pairs: await samePairs(problems, trial) }
}

/** Everything that has to be mended. */
export const faultsIn = ({ reports, unloaded, pairs }: BankReport): Fault[] => [
  ...unloaded,
  ...reports.flatMap(({ faults }) => faults),
  ...pairs.map(({ first, second }) => ({
    file: first,
    field: '',
    message: `is the same problem as ${second}: the accepted solution of each passes the other's tests`,
  })),
]
