import type { Effect } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { LogEntry } from './parts.ts'

/**
 * Does what commits have left to be done, one after another in the order they were left, so that the one timeline of the
 * installation has one order. What cannot be done yet stays pending until the next kick.
 */
export type Effects = { kick(): void; idle(): Promise<void> }
/** Does the work and marks it done in the same commit, or leaves it for the next kick. */
export type Doing = (effect: Effect) => Promise<void>

export function createEffects(options: {
  store: Pick<Store, 'pendingEffects' | 'commit'>
  /** By kind. */
  doing: Record<string, Doing>
  log: (entry: LogEntry) => void
}): Effects {
  const { store, doing, log } = options
  let running: Promise<void> | null = null
  let again = false

  async function run() {
    while (again) {
      again = false
      for (const effect of await store.pendingEffects()) {
        const work = doing[effect.kind]
        try {
          if (!work) throw new Error(`nothing does ${effect.kind}`)
          await work(effect)
        } catch (error) {
          const lastError = error instanceof Error ? (error.stack ?? error.message) : String(error)
          log({ level: 'error', message: 'an effect failed', kind: effect.kind, effectId: effect.id, error: lastError })
          const set = { attempts: effect.attempts + 1, lastError: lastError.slice(0, 2000) }
          await store.commit({ expected: {}, changes: [{ do: 'patch', table: 'effects', id: effect.id, set }] })
        }
      }
    }
  }
  function kick() {
    again = true
    running ??= run()
      .catch((error: unknown) => log({ level: 'error', message: 'effects stopped', error: String(error) }))
      .finally(() => {
        running = null
        if (again) kick()
      })
  }
  return {
    kick,
    idle: async () => {
      while (running) await running
    },
  }
}
