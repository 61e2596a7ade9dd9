/** The server's clock decides; tests bring their own. Times are epoch milliseconds. */
export type Clock = {
  now(): number
  /** Calls `what` once `when` has come; the answer takes it back. */
  at(when: number, what: () => void): () => void
  /** How far the machine's own clock has moved away from this one since the start. */
  offMs?(): number
}

/** setTimeout takes at most this long. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/**
 * Starts from the machine's clock and then only runs: a clock that is set while a round runs (a small computer that
 * has found the time in the network, summer time on a careless one) moves no end.
 */
export function createSystemClock(
  machine: { wallMs: () => number; runMs: () => number } = {
    wallMs: () => Date.now(),
    runMs: () => performance.now(),
  },
): Clock {
  const startedAt = machine.wallMs() - machine.runMs()
  const now = () => Math.round(startedAt + machine.runMs())
  return {
    now,
    at(when, what) {
      let timer: NodeJS.Timeout
      const wait = () => {
        const left = when - now()
        // A timer may fire a moment early; the rules then see that nothing is due, and nobody would wake them again.
        if (left <= 0) timer = setTimeout(what, 0)
        else timer = setTimeout(wait, Math.min(left, LONGEST_WAIT_MS))
      }
      wait()
      return () => clearTimeout(timer)
    },
    offMs: () => machine.wallMs() - now(),
  }
}

export const systemClock: Clock = createSystemClock()
