import { setTimeout } from 'node:timers/promises'
import type { Language } from '../protocol/judgement.ts'
import type { Launcher } from './launch.ts'
import { CannotStart, startWorker, type TaskReport, type WorkerProcess } from './worker-process.ts'
import type { Task } from './task.ts'

export type Log = (entry: { level: 'info' | 'warn' | 'error'; message: string; [key: string]: unknown }) => void

export type WorkerStatus = {
  state: 'starting' | 'idle' | 'busy' | 'down'
  /** When it came into this state, ms since the epoch. */
  since: number
  pid: number | undefined
  judged: number
  restarts: number
  lastError: string | undefined
}

/** A place for a worker; the process in it is replaced when it dies, is killed or grows old. */
type Seat = WorkerStatus & { worker: WorkerProcess | undefined; layers: string[]; retire: boolean }

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000
/** Processes are replaced now and then anyway. */
const RETIRE_AFTER = 50_000

/**
 * As many workers as are wanted, and one more: only as many tasks run at a time, so that a killed worker is replaced
 * at once by one that is already warm.
 */
export function createPool(options: {
  workers: number
  languages: readonly Language[]
  launcher: Launcher
  prepare: () => Promise<void>
  log: Log
  onIdle: () => void
}) {
  const { workers, languages, launcher, log } = options
  const closing = new AbortController()
  const first = Promise.withResolvers<void>()

  const become = (seat: Seat, state: Seat['state']): void => {
    seat.state = state
    seat.since = Date.now()
  }

  /** Keeps one seat taken, worker after worker, until the pool is closed. */
  const occupy = async (seat: Seat): Promise<void> => {
    let failures = 0
    let prepared = false
    while (!closing.signal.aborted) {
      become(seat, 'starting')
      const worker = startWorker(launcher, languages)
      seat.worker = worker
      seat.pid = worker.pid
      try {
        await worker.ready
      } catch (error) {
        if (closing.signal.aborted) return
        seat.lastError = error instanceof Error ? error.message : String(error)
        if (error instanceof CannotStart && error.unprepared && !prepared) {
          try {
            await options.prepare()
            prepared = true
            continue
          } catch (reason) {
            seat.lastError = reason instanceof Error ? reason.message : String(reason)
          }
        }
        log({ level: 'error', message: 'A judge worker does not start', error: seat.lastError })
        become(seat, 'down')
        prepared = false
        if (++failures > 1) first.resolve()
        const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
        await setTimeout(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
        continue
      }
      failures = 0
      prepared = false
      seat.layers = worker.layers
      seat.retire = false
      become(seat, 'idle')
      first.resolve()
      options.onIdle()
      const why = await worker.gone
      seat.restarts++
      if (!closing.signal.aborted) log({ level: 'warn', message: 'A judge worker is replaced', why })
    }
  }

  const seats: Seat[] = Array.from({ length: workers + 1 }, () => ({
    state: 'starting',
    since: Date.now(),
    pid: undefined,
    judged: 0,
    restarts: 0,
    lastError: undefined,
    worker: undefined,
    layers: [],
    retire: false,
  }))

  /** Its end makes room for a new one; until then it is given nothing to do. */
  const replace = (seat: Seat): void => {
    if (seat.state === 'idle') become(seat, 'busy')
    seat.worker?.kill()
  }

  return {
    /** Resolves when the first worker can judge, or when it is clear that none can for now. */
    async start(): Promise<void> {
      for (const seat of seats) void occupy(seat)
      await first.promise
    },
    hasRoom: (): boolean =>
      seats.filter((seat) => seat.state === 'busy').length < workers && seats.some((seat) => seat.state === 'idle'),
    /** Runs a task on an idle worker; call only when there is room. */
    async run(task: Task): Promise<TaskReport> {
      // The one that judged last has the warmest caches.
      const seat = seats.filter((candidate) => candidate.state === 'idle').sort((a, b) => b.since - a.since)[0]
      if (seat?.worker === undefined) return { end: 'died', why: 'no worker is idle', steps: [] }
      become(seat, 'busy')
      const worker = seat.worker
      const report = await worker.run(task)
      seat.judged++
      if (report.end === 'done') {
        if (report.tired || seat.retire || seat.judged % RETIRE_AFTER === 0) replace(seat)
        else become(seat, 'idle')
      } else if (report.end === 'died') seat.lastError = report.why
      return report
    },
    /** Every worker is replaced by a new one; a busy one when it has finished. */
    restart(): void {
      for (const seat of seats) {
        if (seat.state === 'idle') replace(seat)
        else seat.retire = true
      }
    },
    status: (): WorkerStatus[] =>
      seats.map(({ state, since, pid, judged, restarts, lastError }) => ({
        state,
        since,
        pid,
        judged,
        restarts,
        lastError,
      })),
    layers: (): string[] => seats.find((seat) => seat.layers.length > 0)?.layers ?? [],
    close(): void {
      closing.abort()
      for (const seat of seats) replace(seat)
    },
  }
}
