import type { Judgement } from '../protocol/judgement.ts'
import type { JudgeJob, Plan } from './plan.ts'
import type { Step } from './task.ts'
import { judgementOf } from './verdict.ts'
import type { TaskReport } from './worker-process.ts'

/** Characters of source that are read. */
export const MOST_SOURCE = 100_000

/** From what the worker reported to what the player is told. */
export function settle(plan: Plan, job: JudgeJob, report: Exclude<TaskReport, { end: 'died' }>): Judgement {
  const { checker } = job.problem
  if (report.end === 'done') return judgementOf(plan, job.language, checker, report)
  // The step it was killed in is the one after the last it told us of.
  const last = report.steps.at(-1)?.step ?? (plan.script ? -1 : -2)
  const stuck: Step = {
    step: last + 1,
    end: report.how,
    printed: '',
    complained: '',
    cpuMs: report.how === 'time' ? plan.task.limits.caseMs : 0,
  }
  const steps = [...report.steps, stuck]
  return judgementOf(plan, job.language, checker, {
    steps,
    cpuMs: steps.reduce((sum, step) => sum + step.cpuMs, 0),
    memoryKb: 0,
  })
}

/** Code that is not read at all. */
export const tooLong = (plan: Plan): Judgement => ({
  ...ourFault(plan),
  verdict: 'CE',
  error: {
    kind: 'SourceSize',
    text: `Your code is longer than the ${MOST_SOURCE / 1000},000 characters that are read here.`,
  },
})

/** Nothing is said of the code: the judge itself has failed. */
export const ourFault = (plan: Plan): Judgement => ({
  verdict: 'JE',
  passed: 0,
  total: plan.runs.length,
  runs: [],
  printed: '',
  timeMs: 0,
  memoryKb: 0,
})
