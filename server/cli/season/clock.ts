import type { Clock } from '../../live/clock.ts'

/** Stands still until it is moved: weeks of evenings pass in seconds, and the same way each time. */
export type StandingClock = Clock & { moveTo(at: number): void }

export function createStandingClock(from: number): StandingClock {
  let now = from
  let waiting: { when: number; what: () => void }[] = []
  return {
    now: () => now,
    at(when, what) {
      const entry = { when, what }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    moveTo(at) {
      for (;;) {
        const next = waiting.toSorted((a, b) => a.when - b.when).find(({ when }) => when <= at)
        if (!next) break
        waiting = waiting.filter((other) => other !== next)
        now = Math.max(now, next.when)
        next.what()
      }
      now = Math.max(now, at)
    },
  }
}
