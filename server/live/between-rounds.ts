import { createGate, type Gate } from './gate.ts'
import type { Parts } from './parts.ts'

/** Work that stands in the store, done piece by piece while no round is on. One in a pause or counting down is on, too. */
export type BetweenRounds = {
  readonly gate: Gate
  readonly stopped: boolean
  /** There may be something to do. */
  kick(): void
  /** A round has begun or is over. */
  look(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  stop(): void
}

type Work = {
  /** What the log says when a piece ends by a fault of the store. */
  fault: string
  /** Does the next piece; false when there is none. */
  doNext(): Promise<boolean>
  /** Before anything else after such a fault. */
  afterFault?(): Promise<void>
  /** Called when a round begins or is over, before anything goes on. */
  turned?(open: boolean): void
}

/** After a fault of the store the work is looked for again. */
const AGAIN_AFTER_MS = 10_000

export function betweenRounds(
  { store, clock, log }: Pick<Parts, 'store' | 'clock' | 'log'>,
  work: Work,
): BetweenRounds {
  let working: Promise<void> | null = null
  let again = false
  let stopped = false
  let cancelAgain: (() => void) | null = null
  const gate = createGate((open) => {
    work.turned?.(open)
    if (open) kick()
  })

  function kick(): void {
    if (stopped) return
    again = true
    working ??= doAll()
      .catch((error: unknown) => {
        log({ level: 'error', message: work.fault, error: String(error) })
        cancelAgain ??= clock.at(clock.now() + AGAIN_AFTER_MS, () => {
          cancelAgain = null
          Promise.resolve(work.afterFault?.()).then(kick, kick)
        })
      })
      .finally(() => {
        working = null
        if (again && !cancelAgain) kick()
      })
  }

  async function doAll(): Promise<void> {
    while (again && !stopped) {
      again = false
      await look()
      if (gate.open && (await work.doNext())) again = true
    }
  }

  async function look(): Promise<void> {
    const rounds = await store.roundsUnderWay()
    gate.set(rounds.every(({ status }) => status === 'ended'))
  }

  return {
    gate,
    get stopped() {
      return stopped
    },
    kick,
    look: () => void look().catch(kick),
    async idle() {
      while (working) await working
    },
    stop() {
      stopped = true
      cancelAgain?.()
    },
  }
}
