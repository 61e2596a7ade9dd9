import type { Effect } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'
import type { LogEntry } from './parts.ts'

/**
 * Does what commits have left to be done, one after another in the order they were left, so that the one timeline of the
 * installation has one order. What cannot be done yet stays pending until the next kick.
 */
export type Effects = { kick(): void; idle(): Promise<void>; stop(): void }
/** Does the work and marks it done in the same commit, or leaves it for the next kick. */
export type Doing = (effect: Effect) => Promise<void>

/** What failed is tried again after twice as long each time. */
const FIRST_AGAIN_AFTER_MS = 1_000
const LAST_AGAIN_AFTER_MS = 10 * 60_000

export function createEffects(options: {
  store: Pick<Store, 'pendingEffects' | 'commit'>
  /** By kind. */
  doing: Record<string, Doing>
  clock: Clock
  log: (entry: LogEntry) => void
}): Effects {
  const { store, doing, clock, log } = options
  let cancelAgain: (() => void) | null = null
  let stopped = false
  let running: Promise<void> | null = null
  let again = false

  async function run() {
    while (again) {
      again = false
      for (const effect of await store.pendingEffects()) await attempt(effect)
    }
  }
  async function attempt(effect: Effect) {
    const { id, kind, attempts } = effect
    try {
      const work = doing[kind]
      if (!work) throw new Error(`nothing does ${kind}`)
      await work(effect)
    } catch (error) {
      const lastError = error instanceof Error ? (error.stack ?? error.message) : String(error)
      log({ level: 'error', message: 'an effect failed', kind, effectId: id, error: lastError })
      const set = { attempts: attempts + 1, lastError: lastError.slice(0, 2000) }
      await store.commit({ expected: {}, changes: [{ do: 'patch', table: 'effects', id, set }] })
      kickLater(attempts)
    }
  }
  function kickLater(attempts: number) {
    if (stopped || cancelAgain) return
    const pauseMs = Math.min(LAST_AGAIN_AFTER_MS, FIRST_AGAIN_AFTER_MS * 2 ** attempts)
    cancelAgain = clock.at(clock.now() + pauseMs, () => {
      cancelAgain = null
      kick()
    })
  }
  function kick() {
    if (stopped) return
    again = true
    running ??= run()
      .catch((error: unknown) => {
        log({ level: 'error', message: 'effects stopped', error: String(error) })
        kickLater(2)
      })
      .finally(() => {
        running = null
        if (again) kick()
      })
  }
  return {
    kick,
    stop() {
      stopped = true
      cancelAgain?.()
    },
    idle: async () => {
      while (running) await running
    },
  }
}
