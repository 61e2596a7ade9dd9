import { ownProcessorMs } from './process-stats.ts'
import type { Sandbox, SandboxResult, Session } from './languages/language.ts'
import type { Step, Task } from './task.ts'

/** A step that was stopped by the wall clock with less than this share of its processor time used was not too slow. */
const USED_UP = 0.9
/** How fast patience wears off: a task that ended well takes this share of it along. */
const KEPT = 0.7
/** The wall clock never waits longer than this many times the processor time that a step may take. */
const MOST_PATIENCE = 8
const LEAST_PATIENCE = 1.1

/**
 * How many times longer than its processor time a step may take on the wall clock. V8 can only be stopped by the wall
 * clock; on a busy machine a thread gets a part of a core, so the factor follows what was seen last.
 */
let patience = LEAST_PATIENCE

export type TaskEnd = { cpuMs: number; memoryKb: number }

/** What left more than this behind is tidied up before its end is told: the worker may have outgrown itself. */
const LARGE_KB = 16 * 1024

type Report = { step(step: Step): void; again(): void; done(end: TaskEnd): void }

/**
 * Runs a submission: loads its code, then case after case until one is too slow. Processor time decides: a step that
 * the wall clock stopped although it had hardly run is run again from the start, with more patience. When this returns
 * nothing of the submission is left; its end is told before that, so that nobody waits for the tidying up.
 */
export function runTask(sandbox: Sandbox, task: Task, report: Report): void {
  let reported = -2
  const step = (step: Step): void => {
    // Steps of an earlier attempt are known already.
    if (step.step <= reported) return
    reported = step.step
    report.step(step)
  }
  while (attempt(sandbox, task, { ...report, step }) === 'again') report.again()
}

function attempt(sandbox: Sandbox, task: Task, report: Report): 'done' | 'again' {
  const session = sandbox.start(task)
  let totalMs = 0
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    session.end()
  }
  try {
    for (let i = task.script ? 0 : -1; i < task.cases.length; i++) {
      const limitMs = Math.min(task.limits.caseMs, task.limits.totalMs - totalMs)
      if (limitMs < 1) {
        report.step({ step: i, end: 'time', printed: '', complained: '', cpuMs: 0 })
        break
      }
      const before = ownProcessorMs()
      const wallBefore = performance.now()
      const result = runStep(session, task, i, limitMs * patience)
      const spent = ownProcessorMs() - before
      totalMs += spent
      if (result.end === 'time' && spent < limitMs * USED_UP && patience < MOST_PATIENCE) {
        patience = Math.min(MOST_PATIENCE, ((performance.now() - wallBefore) / Math.max(spent, 1)) * 1.5)
        return 'again'
      }
      // The wall clock may have left a step more processor time than it had.
      const late = result.end === undefined && spent > limitMs
      const step: Step = late
        ? { ...result, body: undefined, end: 'time', step: i, cpuMs: spent }
        : { ...result, step: i, cpuMs: spent }
      report.step(step)
      if (step.end !== undefined || (i === -1 && !isLoaded(result))) break
    }
    patience = Math.max(LEAST_PATIENCE, patience * KEPT)
    const outcome = { cpuMs: totalMs, memoryKb: session.memoryKb() }
    if (outcome.memoryKb > LARGE_KB) end()
    report.done(outcome)
    return 'done'
  } finally {
    end()
  }
}

function runStep(session: Session, task: Task, i: number, timeoutMs: number): SandboxResult {
  return i === -1 ? session.load(timeoutMs) : session.run(task.cases[i]!, timeoutMs)
}

/** Without code there is nothing to call. The harness's word is enough: a lie only spoils the liar's own submission. */
const isLoaded = (result: SandboxResult): boolean =>
  result.body?.includes('"end": "done"') === true || result.body?.includes('"end":"done"') === true
