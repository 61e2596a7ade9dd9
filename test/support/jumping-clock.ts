import type { Clock } from '../../server/live/clock.ts'

/** Runs like the real clock, and jumps ahead when told to: a round of twenty minutes ends in a millisecond. */
export type JumpingClock = Clock & { jump(ms: number): void }

export function createJumpingClock(): JumpingClock {
  let offset = 0
  const waiting = new Set<{ when: number; what: () => void; timer: NodeJS.Timeout }>()
  const now = () => Date.now() + offset
  const arm = (when: number, what: () => void) => {
    const fire = () => {
      waiting.delete(entry)
      what()
    }
    const entry = { when, what, timer: setTimeout(fire, Math.min(Math.max(0, when - now()), 2 ** 31 - 1)) }
    waiting.add(entry)
    return entry
  }
  return {
    now,
    at(when, what) {
      const entry = arm(when, what)
      return () => {
        clearTimeout(entry.timer)
        // A jump makes a new entry of the same work.
        for (const other of waiting) {
          if (other.what !== what) continue
          clearTimeout(other.timer)
          waiting.delete(other)
        }
      }
    },
    jump(ms) {
      offset += ms
      const all = [...waiting]
      waiting.clear()
      for (const { when, what, timer } of all) {
        clearTimeout(timer)
        arm(when, what)
      }
    },
  }
}
