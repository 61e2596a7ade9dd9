import { statfs } from 'node:fs/promises'
import type { Judge } from '../judge/judge.ts'
import { MODULES, type Incident, type StatusView } from '../protocol/status.ts'
import type { Store } from '../store/store.ts'
import type { Alerts } from './alerts.ts'
import { afterLook, findings, standingAtStart, worst, type Facts } from './health.ts'
import { createMetrics, type Measure } from './metrics.ts'

/** Looks around every few seconds, remembers what it saw, tells whoever should know. */
export type Ops = {
  measure: Measure
  /**
   * Begins to look. Answers with the last sign of life of the server before this one (epoch milliseconds), null at the
   * first start.
   */
  start(): Promise<{ lastSeenAt: number | null }>
  /** One look around: what `start` does every few seconds. */
  look(): Promise<void>
  /** `forHost` adds what workers said when they failed. */
  status(forHost: boolean): StatusView
  /** Null when everything that a round needs is there, otherwise why not. */
  notReady(): string | null
  metrics(): Promise<{ contentType: string; text: string }>
  stop(): Promise<void>
}

export type OpsOptions = {
  store: Pick<Store, 'commit' | 'setting'>
  judge: Pick<Judge, 'status'>
  dataDir: string
  clock: { now(): number; offMs?(): number }
  connections: () => number
  loop: () => Facts['loop']
  alerts: Alerts
  log: (entry: { level: 'info' | 'warn' | 'error'; message: string } & Record<string, unknown>) => void
}

const LOOK_EVERY_MS = 5_000
const MOST_INCIDENTS = 50
const LAST_SEEN = 'ops-last-seen'
const INCIDENTS = 'ops-incidents'

type LastSeen = { at: number; stopped: boolean }

export function createOps({ store, judge, dataDir, clock, connections, loop, alerts, log }: OpsOptions): Ops {
  const startedAt = clock.now()
  const metrics = createMetrics()
  let standing = standingAtStart(startedAt)
  let incidents: Incident[] = []
  let looking: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let started = false

  const keep = (id: string, value: unknown) =>
    store.commit({ expected: {}, changes: [{ do: 'put', table: 'settings', row: { id, value } }] })
  const seen = (stopped: boolean) => keep(LAST_SEEN, { at: clock.now(), stopped } satisfies LastSeen)

  /** A sign of life, and at the same time the proof that something can be written. */
  async function database(): Promise<Facts['database']> {
    const begun = performance.now()
    try {
      await seen(false)
      return { writeMs: performance.now() - begun }
    } catch (error) {
      return { failed: codeOf(error) }
    }
  }
  async function disk(): Promise<Facts['disk']> {
    const seen = await statfs(dataDir).catch(() => null)
    return seen && { freeBytes: seen.bavail * seen.bsize, totalBytes: seen.blocks * seen.bsize }
  }
  async function note(changes: Incident[]): Promise<void> {
    if (changes.length === 0) return
    incidents = [...changes.toReversed(), ...incidents].slice(0, MOST_INCIDENTS)
    for (const { module, from, to, why } of changes)
      log({ level: to === 'up' ? 'info' : to === 'down' ? 'error' : 'warn', message: 'health', module, from, to, why })
    alerts.tell(changes)
    // What cannot be kept now is kept with the next change.
    await keep(INCIDENTS, incidents).catch(() => undefined)
  }
  async function lookAround(): Promise<void> {
    const { workers, queued, running, oldestQueuedMs, sinceVerdictMs } = judge.status()
    const facts: Facts = {
      database: await database(),
      judge: { workers, queued, running, oldestQueuedMs, sinceVerdictMs },
      connections: connections(),
      loop: loop(),
      disk: await disk(),
      clockOffMs: clock.offMs?.() ?? 0,
    }
    const now = clock.now()
    const after = afterLook(standing, findings(facts, now), now)
    standing = after.standing
    metrics.look(facts, standing)
    await note(after.changes)
  }

  const ops: Ops = {
    measure: metrics.measure,
    async start() {
      const before = (await store.setting(LAST_SEEN))?.value as LastSeen | undefined
      incidents = ((await store.setting(INCIDENTS))?.value as Incident[] | undefined) ?? []
      if (before && !before.stopped) {
        const seconds = Math.max(0, Math.round((clock.now() - before.at) / 1000))
        const why = { code: 'was-away', params: { seconds } } as const
        await note([{ at: clock.now(), module: 'server', from: 'down', to: 'up', why }])
      }
      await ops.look()
      started = true
      timer = setInterval(() => void ops.look(), LOOK_EVERY_MS)
      timer.unref()
      return { lastSeenAt: before?.at ?? null }
    },
    look() {
      looking ??= lookAround()
        .catch((error: unknown) => log({ level: 'error', message: 'the look around failed', error: String(error) }))
        .finally(() => (looking = null))
      return looking
    },
    status(forHost) {
      const modules = MODULES.map((id) => {
        const { state, since, why, figures } = standing[id]
        return { id, state, since, why, figures }
      })
      return {
        state: worst(modules.map(({ state }) => state)),
        serverNow: clock.now(),
        startedAt,
        modules,
        workers: judge.status().workers.map(({ state, since, judged, restarts, lastError }) => ({
          ...{ state, since, judged, restarts },
          lastError: forHost ? (lastError ?? null) : null,
        })),
        incidents,
      }
    },
    notReady() {
      if (!started) return 'starting'
      const missing = (['database', 'judge'] as const).filter((id) => standing[id].state === 'down')
      return missing.length > 0 ? missing.join(', ') : null
    },
    metrics: async () => ({ contentType: metrics.contentType, text: await metrics.text() }),
    async stop() {
      clearInterval(timer)
      await looking
      // A database that cannot be written now was not writable before either: the log says so already.
      if (started) await seen(true).catch(() => undefined)
    },
  }
  return ops
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)
