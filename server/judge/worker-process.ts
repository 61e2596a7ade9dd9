import type { ChildProcess } from 'node:child_process'
import type { Launcher } from './launch.ts'
import { MOST_LINE_BYTES, MOST_TASK_BYTES, WorkerLine, type Step, type Task } from './task.ts'
import { watch, type Overstep } from './watchdog.ts'

/** How a task ended for its worker. `died` and `lied` say nothing about the submission. */
export type TaskReport =
  | { end: 'done'; steps: Step[]; cpuMs: number; memoryKb: number; tired: boolean }
  /** `exact` when no step can have ended that is not among `steps`. */
  | { end: 'killed'; how: Overstep; steps: Step[]; exact: boolean }
  | { end: 'died'; why: string; steps: Step[] }

export type WorkerProcess = {
  readonly pid: number
  readonly layers: string[]
  /** Resolves when the worker can judge; rejects with what it said when it cannot start. */
  readonly ready: Promise<void>
  run(task: Task): Promise<TaskReport>
  kill(): void
  /** Resolves when the process is gone, with how it went. */
  readonly gone: Promise<string>
}

const MOST_COMPLAINT = 4000
const START_MS = 30_000

export class CannotStart extends Error {
  readonly unprepared: boolean
  constructor(message: string, unprepared: boolean) {
    super(message)
    this.unprepared = unprepared
  }
}

type Current = {
  task: Task
  steps: Step[]
  bytes: number
  stepwise: boolean
  watch: ReturnType<typeof watch>
  resolve: (report: TaskReport) => void
}

/** The parent's side of one worker. What arrives is cut to lines, held to a size and checked for shape. */
export function startWorker(launcher: Launcher, languages: readonly string[]): WorkerProcess {
  const child: ChildProcess = launcher.worker(languages)
  const pid = child.pid ?? 0
  const layers = [...launcher.layers]
  let current: Current | undefined
  let goneWhy: string | undefined
  const leaving = Promise.withResolvers<string>()
  let complaint = ''
  let pending: Buffer[] = []
  let pendingBytes = 0

  const starting = Promise.withResolvers<void>()
  const startTimer = setTimeout(() => fail('it was not ready in time'), START_MS)
  startTimer.unref()
  starting.promise.catch(() => undefined)

  const fail = (why: string, unprepared = false): void => {
    starting.reject(new CannotStart(why, unprepared))
    child.kill('SIGKILL')
  }

  const finish = (report: TaskReport): void => {
    const ended = current
    current = undefined
    ended?.watch.stop()
    ended?.resolve(report)
  }

  const takeLine = (text: string): void => {
    const parsed = WorkerLine.safeParse(readJson(text))
    if (!parsed.success) return lied('a line that makes no sense')
    const line = parsed.data
    if ('ready' in line) {
      layers.push(...line.layers)
      clearTimeout(startTimer)
      starting.resolve()
    } else if ('fatal' in line) fail(line.fatal, line.unprepared)
    else if (current === undefined || line.id !== current.task.id) lied('an answer that nobody asked for')
    else if ('again' in line) {
      current.stepwise = true
      current.watch.again()
    } else if ('done' in line)
      finish({ end: 'done', steps: current.steps, cpuMs: line.cpuMs, memoryKb: line.memoryKb, tired: line.tired })
    else {
      const { id: _id, ...step } = line
      const last = current.steps.at(-1)?.step ?? -2
      if (step.step <= last || step.step >= current.task.cases.length) return lied('a step out of order')
      current.steps.push(step)
    }
  }

  /** A worker that breaks the protocol has been taken over, or is broken: it is not asked again. */
  const lied = (what: string): void => {
    complaint = `it sent ${what}`
    child.kill('SIGKILL')
  }

  child.stdout!.on('data', (chunk: Buffer) => {
    if (current !== undefined && (current.bytes += chunk.length) > MOST_TASK_BYTES) return lied('too much')
    const known = current?.steps.length
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      pending.push(chunk.subarray(start, end))
      const line = Buffer.concat(pending).toString('utf8')
      pending = []
      pendingBytes = 0
      start = end + 1
      takeLine(line)
    }
    // Asking the kernel costs more than reading a step: once for those that arrive together.
    if (current !== undefined && current.steps.length !== known) current.watch.stepped()
    if (start < chunk.length) {
      pending.push(chunk.subarray(start))
      pendingBytes += chunk.length - start
      if (pendingBytes > MOST_LINE_BYTES) lied('a line too long')
    }
  })
  child.stderr!.on('data', (chunk: Buffer) => {
    if (complaint.length < MOST_COMPLAINT) complaint += chunk.toString('utf8').slice(0, MOST_COMPLAINT)
  })
  child.stdin!.on('error', () => undefined)
  const left = (how: string): void => {
    if (goneWhy !== undefined) return
    goneWhy = [how, complaint.trim()].filter(Boolean).join(': ')
    clearTimeout(startTimer)
    starting.reject(new CannotStart(goneWhy, false))
    if (current !== undefined) finish({ end: 'died', why: goneWhy, steps: current.steps })
    leaving.resolve(goneWhy)
  }
  child.on('error', (error) => left(error.message))
  child.on('close', (code, signal) => left(signal === null ? `exit code ${code}` : `signal ${signal}`))

  return {
    pid,
    layers,
    ready: starting.promise,
    run(task) {
      const { promise, resolve } = Promise.withResolvers<TaskReport>()
      if (goneWhy !== undefined) return Promise.resolve({ end: 'died', why: goneWhy, steps: [] })
      const overstepped = (how: Overstep): void => {
        const { steps = [], stepwise = false } = current ?? {}
        finish({ end: 'killed', how, steps, exact: stepwise })
        child.kill('SIGKILL')
      }
      const stepwise = task.stepwise === true
      current = { task, steps: [], bytes: 0, stepwise, watch: watch(pid, task.limits, overstepped), resolve }
      child.stdin!.write(`${JSON.stringify(task)}\n`)
      return promise
    },
    kill: () => void child.kill('SIGKILL'),
    gone: leaving.promise,
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
