import { ownProcessorMs } from './process-stats.ts'
import type { Sandbox, SandboxResult, Session } from './languages/language.ts'
import type { Call, Step, Task } from './task.ts'

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
 * Calls travel together once one was as quick as `QUICK_MS`, because a trip costs more than most calls; after
 * `TOGETHER_MS` of them nobody knows which was slow, and everything is run again, one at a time.
 */
const QUICK_MS = 5
const TOGETHER_MS = 250

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
  let together = task.stepwise !== true
  while (attempt(sandbox, task, together, { ...report, step }) === 'again') {
    together = false
    report.again()
  }
}

function attempt(sandbox: Sandbox, task: Task, together: boolean, report: Report): 'done' | 'again' {
  const session = sandbox.start(task)
  let totalMs = 0
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    session.end()
  }
  try {
    for (let i = task.script ? 0 : -1, quick = false; i < task.cases.length;) {
      const limitMs = Math.min(task.limits.caseMs, task.limits.totalMs - totalMs)
      if (limitMs < 1) {
        report.step({ step: i, end: 'time', printed: '', complained: '', cpuMs: 0 })
        break
      }
      const calls: Call[] = together && quick ? callsFrom(task, i) : []
      const several = calls.length > 1
      const before = ownProcessorMs()
      const wallBefore = performance.now()
      const results: SandboxResult[] = several
        ? untilEnd(session.runTogether(calls, Math.min(limitMs, TOGETHER_MS) * patience))
        : [runStep(session, task, i, limitMs * patience)]
      const spent = ownProcessorMs() - before
      totalMs += spent
      const last = results.at(-1)
      if (last === undefined) return 'again'
      if (last.end === 'time' && spent < limitMs * USED_UP && patience < MOST_PATIENCE) {
        patience = Math.min(MOST_PATIENCE, ((performance.now() - wallBefore) / Math.max(spent, 1)) * 1.5)
        return 'again'
      }
      // The wall clock may have left a step more processor time than it had.
      const late = last.end === undefined && spent > limitMs
      if (late && several) return 'again'
      const cpuMs = spent / results.length
      for (const [k, result] of results.entries())
        report.step({ ...result, ...(late ? { body: undefined, end: 'time' } : {}), step: i + k, cpuMs })
      if (late || last.end !== undefined || (i === -1 && !isLoaded(last))) break
      // Promises, and much that is said, come one at a time anyway.
      quick = i >= 0 && cpuMs <= QUICK_MS && (!several || results.length > 1)
      i += results.length
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

function callsFrom(task: Task, i: number): Call[] {
  const calls: Call[] = []
  for (let next = task.cases[i]; next?.do === 'call'; next = task.cases[i + calls.length]) calls.push(next)
  return calls
}

/** Up to the one that came to no good end: what follows it is not to be known. None for those that were stopped. */
function untilEnd(results: SandboxResult[] = []): SandboxResult[] {
  const at = results.findIndex(({ end }) => end !== undefined)
  return at === -1 ? results : results.slice(0, at + 1)
}

/**
 * Without code there is nothing to call. The harness's word is enough: a lie only spoils the liar's own submission. It
 * is read as the parent reads it, who would otherwise miss runs and take that for its own fault.
 */
function isLoaded({ body = '' }: SandboxResult): boolean {
  try {
    return (JSON.parse(body) as { end?: unknown } | null)?.end === 'done'
  } catch {
    return false
  }
}
