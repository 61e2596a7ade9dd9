import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { LANGUAGES, type Judgement } from '../protocol/judgement.ts'
import { calibrationTask, speedFactor } from './calibrate.ts'
import { createLauncher, type Launcher } from './launch.ts'
import { planJob, type JudgeJob, type Plan } from './plan.ts'
import { createPool, type Log, type WorkerStatus } from './pool.ts'
import { FairQueue } from './queue.ts'
import { MOST_SOURCE, ourFault, settle, tooLong } from './settle.ts'

export type { JudgeJob } from './plan.ts'

export type JudgeStatus = {
  workers: WorkerStatus[]
  queued: { submit: number; try: number; trial: number }
  running: number
  oldestQueuedMs: number
  /** Since the last verdict, or since the judge was started. */
  sinceVerdictMs: number
  /** Time limits are this many times the problems'. */
  calibration: number
  /** What stands between a submission and this machine. */
  layers: string[]
}

export type Judge = {
  /** Never rejects for the player's fault; resolves `JE` for ours. */
  judge(job: JudgeJob): Promise<Judgement>
  /** Whether a Try of this player's is taken now. Submissions are always taken. */
  canTry(player: string): boolean
  status(): JudgeStatus
  restartWorkers(): Promise<void>
  close(): Promise<void>
}

type Waiting = {
  job: JudgeJob
  plan: Plan
  /** Workers that died under it. */
  attempts: number
  stepwise: boolean
  resolve: (judgement: Judgement) => void
}

const MOST_TRIES_WAITING = 200
const MOST_TRIES_OF_ONE = 3
const MOST_ATTEMPTS = 2

/**
 * The judge: a fair queue in front of a pool of worker processes. Resolves when the first worker is ready, or when it is
 * clear that none starts: `status` and the log then say why, and what is asked waits until one does.
 */
export async function createJudge(options: { workers?: number; cacheDir: string; log?: Log }): Promise<Judge> {
  const log: Log = options.log ?? (() => undefined)
  const cacheDir = resolve(options.cacheDir)
  mkdirSync(cacheDir, { recursive: true })
  const launcher = createLauncher(cacheDir)
  const workers = options.workers ?? availableParallelism()
  const queue = new FairQueue<Waiting>()
  /** Tasks under way, by player. */
  const underWay = new Map<string, number>()
  let running = 0
  let verdictAt = performance.now()
  let nextId = 1
  let calibration = 1
  let calibrated = false
  let started = false
  let closed = false

  const pool = createPool({
    workers,
    languages: LANGUAGES,
    launcher,
    prepare: once(() => prepare(launcher, log)),
    log,
    onIdle: () => void (started ? calibrate().then(pump) : undefined),
  })

  /** Nobody holds the last worker as well: whoever comes next finds one, however long a player's tasks take. */
  const isServed = (player: string): boolean => (underWay.get(player) ?? 0) >= Math.max(1, workers - 1)

  const pump = (): void => {
    while (!closed && pool.hasRoom()) {
      const next = queue.shift(isServed)
      if (next === undefined) return
      void work(next)
    }
  }

  const work = async (waiting: Waiting): Promise<void> => {
    const { job, plan } = waiting
    running++
    underWay.set(job.player, (underWay.get(job.player) ?? 0) + 1)
    try {
      const report = await pool.run({ ...plan.task, id: nextId++, stepwise: waiting.stepwise })
      if (report.end === 'killed' && !report.exact && !waiting.stepwise && !closed) {
        // What it had done just before is not known: it runs once more, and tells each step.
        waiting.stepwise = true
        return queue.pushBack(job.player, waiting, laneOf(job), performance.now())
      }
      if (report.end !== 'died') {
        verdictAt = performance.now()
        return waiting.resolve(settle(plan, job, report))
      }
      waiting.attempts++
      log({
        level: 'warn',
        message: 'A judge worker died under a submission',
        job: job.id,
        why: report.why,
        attempt: waiting.attempts,
      })
      if (waiting.attempts >= MOST_ATTEMPTS || closed) return waiting.resolve(ourFault(plan))
      queue.pushBack(job.player, waiting, laneOf(job), performance.now())
    } catch (error) {
      log({ level: 'error', message: 'The judge failed', job: job.id, error: String(error) })
      waiting.resolve(ourFault(plan))
    } finally {
      running--
      const others = underWay.get(job.player)! - 1
      if (others > 0) underWay.set(job.player, others)
      else underWay.delete(job.player)
      pump()
    }
  }

  /** Once, by the first worker there is: before the first submission where one starts at all. */
  const calibrate = async (): Promise<void> => {
    if (calibrated || !pool.hasRoom()) return
    calibrated = true
    const report = await pool.run(calibrationTask(nextId++))
    calibration = speedFactor(report.steps.filter((step) => step.step >= 0).map((step) => step.cpuMs))
  }

  await pool.start()
  await calibrate()
  started = true
  log({ level: 'info', message: 'The judge is ready', calibration, layers: pool.layers() })

  return {
    judge(job) {
      const { promise, resolve: settled } = Promise.withResolvers<Judgement>()
      const plan = planJob(job, calibration)
      if (job.source.length > MOST_SOURCE) return Promise.resolve(tooLong(plan))
      queue.push(
        job.player,
        { job, plan, attempts: 0, stepwise: false, resolve: settled },
        laneOf(job),
        performance.now(),
      )
      pump()
      return promise
    },
    canTry(player) {
      const tries = queue.count((waiting) => waiting.job.purpose === 'try')
      const own = queue.count((waiting, of) => of === player && waiting.job.purpose === 'try')
      return tries < MOST_TRIES_WAITING && own < MOST_TRIES_OF_ONE
    },
    status() {
      const queued = (purpose: JudgeJob['purpose']): number => queue.count((waiting) => waiting.job.purpose === purpose)
      const oldest = queue.oldest()
      return {
        workers: pool.status(),
        queued: { submit: queued('submit'), try: queued('try'), trial: queued('trial') + queued('again') },
        running,
        oldestQueuedMs: oldest === undefined ? 0 : performance.now() - oldest,
        sinceVerdictMs: performance.now() - verdictAt,
        calibration,
        layers: pool.layers(),
      }
    },
    async restartWorkers() {
      pool.restart()
    },
    async close() {
      closed = true
      pool.close()
      for (const waiting of queue.drain()) waiting.resolve(ourFault(waiting.plan))
    },
  }
}

const laneOf = (job: JudgeJob): 'live' | 'background' =>
  job.purpose === 'trial' || job.purpose === 'again' ? 'background' : 'live'

/** Makes what languages keep in the cache, in a process of its own. */
async function prepare(launcher: Launcher, log: Log): Promise<void> {
  log({ level: 'info', message: 'Preparing the judge: once, a few seconds' })
  const child = launcher.prepare(LANGUAGES)
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-4000)))
  const { promise, resolve: exited } = Promise.withResolvers<number | null>()
  child.on('close', exited)
  child.on('error', (error) => {
    said += error.message
    exited(null)
  })
  const code = await promise
  if (code !== 0) throw new Error(`The judge cannot be prepared: ${said.trim()}`)
}

/** While one call runs, others wait for it instead of doing the same. */
function once(work: () => Promise<void>): () => Promise<void> {
  let under: Promise<void> | undefined
  return () => (under ??= work().finally(() => (under = undefined)))
}
