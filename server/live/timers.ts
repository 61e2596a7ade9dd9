import type { RoundId } from '../protocol/ids.ts'
import { ok } from '../protocol/result.ts'
import type { Round } from '../store/records.ts'
import { nextMoment, pauseRound, tickRound } from '../tournament/round.ts'
import type { Director } from './director.ts'
import { change } from './handlers/running.ts'
import type { Parts } from './parts.ts'

/** Wakes rounds when their clock has something to do. May fire twice or late: the rule decides by `now`. */
export type Timers = {
  /** Looks at a round anew: its next moment may have moved. */
  set(round: Round): Promise<void>
  /**
   * Takes up every round under way: after a start. A round whose end fell into the time that the server was away is
   * paused as of its last sign of life (`lastSeenAt`): a host then gives the lost time back by going on, or stops it.
   */
  takeUp(lastSeenAt: number | null): Promise<void>
  stop(): void
}

const AGAIN_AFTER_MS = 1_000
const CLOCK_SET_BACK_MS = 5_000

export function createTimers(parts: Pick<Parts, 'store' | 'clock' | 'newId' | 'log'> & { director: Director }): Timers {
  const { store, clock, log } = parts
  const set = new Map<RoundId, () => void>()
  let stopped = false

  async function maxTimeFactor(round: Round): Promise<number> {
    const entries = await store.entriesOf(round.tournamentId)
    return Math.max(1, ...entries.filter((entry) => !entry.removed).map((entry) => entry.timeFactor))
  }
  /** A moment that could not be kept (the database was held, say) comes again. */
  async function wake(roundId: RoundId): Promise<void> {
    set.delete(roundId)
    try {
      await tick(roundId)
      const round = await store.round(roundId)
      if (round && !set.has(roundId)) await timers.set(round)
    } catch (error) {
      log({ level: 'error', message: 'a round could not be moved on', roundId, error: String(error) })
      if (!stopped)
        set.set(
          roundId,
          clock.at(clock.now() + AGAIN_AFTER_MS, () => void wake(roundId)),
        )
    }
  }
  async function tick(roundId: RoundId) {
    await change(parts, roundId, async (round) => ok(tickRound(round, clock.now(), await maxTimeFactor(round))))
  }
  /** Also where the machine's clock was set back meanwhile: time left is what was left when it was last seen. */
  async function endedUnseen(round: Round, lastSeenAt: number): Promise<boolean> {
    const end = round.status === 'running' ? nextMoment(round, await maxTimeFactor(round)) : null
    const now = clock.now()
    return end !== null && end > lastSeenAt && (now >= end || now < lastSeenAt - CLOCK_SET_BACK_MS)
  }
  const timers: Timers = {
    async set(round) {
      const factor = await maxTimeFactor(round)
      set.get(round.id)?.()
      set.delete(round.id)
      const moment = nextMoment(round, factor)
      if (moment === null) return
      if (!stopped)
        set.set(
          round.id,
          clock.at(moment, () => void wake(round.id)),
        )
    },
    async takeUp(lastSeenAt) {
      for (const round of await store.roundsUnderWay()) {
        if (lastSeenAt !== null && (await endedUnseen(round, lastSeenAt)))
          await change(parts, round.id, (found) => pauseRound(found, lastSeenAt))
        else await timers.set(round)
      }
    },
    stop() {
      stopped = true
      for (const cancel of set.values()) cancel()
      set.clear()
    },
  }
  return timers
}
