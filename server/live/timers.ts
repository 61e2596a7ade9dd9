import type { RoundId } from '../protocol/ids.ts'
import { ok } from '../protocol/result.ts'
import type { Round } from '../store/records.ts'
import { nextMoment, tickRound } from '../tournament/round.ts'
import type { Director } from './director.ts'
import { change } from './handlers/running.ts'
import type { Parts } from './parts.ts'

/** Wakes rounds when their clock has something to do. May fire twice or late: the rule decides by `now`. */
export type Timers = {
  /** Looks at a round anew: its next moment may have moved. */
  set(round: Round): Promise<void>
  /** Takes up every round under way: after a start. */
  takeUp(): Promise<void>
  stop(): void
}

export function createTimers(parts: Pick<Parts, 'store' | 'clock' | 'newId' | 'log'> & { director: Director }): Timers {
  const { store, clock, log } = parts
  const set = new Map<RoundId, () => void>()

  async function maxTimeFactor(round: Round): Promise<number> {
    const entries = await store.entriesOf(round.tournamentId)
    return Math.max(1, ...entries.filter((entry) => !entry.removed).map((entry) => entry.timeFactor))
  }
  async function tick(roundId: RoundId) {
    await change(parts, roundId, async (round) => ok(tickRound(round, clock.now(), await maxTimeFactor(round))))
  }
  const timers: Timers = {
    async set(round) {
      const factor = await maxTimeFactor(round)
      set.get(round.id)?.()
      set.delete(round.id)
      const moment = nextMoment(round, factor)
      if (moment === null) return
      const wake = () =>
        void tick(round.id).catch((error: unknown) =>
          log({ level: 'error', message: 'a round could not be moved on', roundId: round.id, error: String(error) }),
        )
      set.set(round.id, clock.at(moment, wake))
    },
    async takeUp() {
      for (const round of await store.roundsUnderWay()) await timers.set(round)
    },
    stop() {
      for (const cancel of set.values()) cancel()
      set.clear()
    },
  }
  return timers
}
