import type { PlayerId } from '../protocol/ids.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'
import type { LogEntry } from './parts.ts'

/** Once a day, what was kept long enough goes. */
export type Sweep = { start(): void; idle(): Promise<void>; stop(): void }

const DAY_MS = 24 * 60 * 60_000
/** 13 months: next year's event still finds everybody. */
const KEPT_MS = 396 * DAY_MS
/** Not while the room waits for the server to come up. */
const FIRST_AFTER_MS = 60_000
const AT_ONCE = 50

/**
 * Accounts that nobody kept go when their player was nowhere for 13 months, in the way in which people delete their own;
 * lines of the audit trail go at the same age.
 */
export function createSweep(options: {
  store: Pick<Store, 'playersUnseenSince' | 'pruneAudit'>
  forget: (id: PlayerId) => Promise<void>
  clock: Clock
  log: (entry: LogEntry) => void
}): Sweep {
  const { store, forget, clock, log } = options
  let cancel: (() => void) | null = null
  let stopped = false
  let running: Promise<void> | null = null

  async function sweep(): Promise<void> {
    const before = clock.now() - KEPT_MS
    const lines = await store.pruneAudit(before)
    let players = 0
    for (;;) {
      const unseen = await store.playersUnseenSince(before, AT_ONCE)
      for (const id of unseen) {
        if (stopped) return
        await forget(id)
        players += 1
        // Each is a write of its own: what comes in meanwhile does not wait for all of them.
        await new Promise((resolve) => setImmediate(resolve))
      }
      if (unseen.length < AT_ONCE) break
    }
    if (players + lines > 0) log({ level: 'info', message: 'what was kept for 13 months has gone', players, lines })
  }
  function later(afterMs: number): void {
    if (stopped) return
    cancel = clock.at(clock.now() + afterMs, () => {
      running = sweep()
        .catch((error: unknown) => log({ level: 'error', message: 'the daily sweep failed', error: String(error) }))
        .finally(() => {
          running = null
          later(DAY_MS)
        })
    })
  }
  return {
    start: () => later(FIRST_AFTER_MS),
    idle: async () => {
      await running
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
