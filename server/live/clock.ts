/** The server's clock decides; tests bring their own. Times are epoch milliseconds. */
export type Clock = {
  now(): number
  /** Calls `what` once `when` has come; the answer takes it back. */
  at(when: number, what: () => void): () => void
}

/** setTimeout takes at most this long. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  at(when, what) {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = when - Date.now()
      timer = setTimeout(left > LONGEST_WAIT_MS ? wait : what, Math.min(Math.max(0, left), LONGEST_WAIT_MS))
    }
    wait()
    return () => clearTimeout(timer)
  },
}
