import type { PlayerOutcome } from '../../improvement/outcome.ts'
import { paceOf } from '../../improvement/pace.ts'
import { markBefore } from '../../improvement/mark.ts'
import { difficultyOf, emptyState, type ImprovementState } from '../../improvement/state.ts'
import type { PlayerId, RoundId } from '../../protocol/ids.ts'
import type { Round } from '../../store/records.ts'
import type { Parts } from '../parts.ts'
import { ratedProblems } from './round-log.ts'
import { isStruck, type RatedProblems } from './timeline.ts'

/** The model's state as it stands after the last rated round: read once, and again after each rating. */
export type Model = {
  state(): Promise<ImprovementState>
  /** Expected number of solved puzzles of this player's usual self at each full minute; null for a newcomer. */
  pace(round: Round, playerId: PlayerId): Promise<number[] | null>
  /** What everybody's result of a rated round is told from; kept, since three hundred people read it at once. */
  facts(round: Pick<Round, 'id'>): Promise<RoundFacts>
  /** The stored state has moved. */
  forget(): void
}

/** The puzzles of a rated round, and all gains that count in it, best first. */
export type RoundFacts = { problems: RatedProblems['list']; gains: number[] }

/** Over a round of days nobody races the minute hand. */
const LONGEST_PACED_MINUTES = 240

export function createModel({ store, bank }: Pick<Parts, 'store' | 'bank'>): Model {
  let known: Promise<ImprovementState> | null = null
  const paces = new Map<RoundId, Map<PlayerId, number[] | null>>()

  const factsOf = new Map<RoundId, Promise<RoundFacts>>()
  async function readFacts(roundId: RoundId): Promise<RoundFacts> {
    const rated = await store.modelAfter(roundId)
    const told = (await store.roundResults(roundId)).filter((result) => !isStruck(result))
    const gains = told.flatMap(({ outcome }) => (outcome as PlayerOutcome).gain ?? [])
    return {
      problems: ((rated?.problems ?? { list: [] }) as RatedProblems).list,
      gains: gains.sort((a, b) => b - a),
    }
  }

  const state = () => {
    known ??= store.latestModel().then((row) => (row?.state ?? emptyState()) as ImprovementState)
    return known
  }
  return {
    state,
    async pace(round, playerId) {
      if (round.limitMinutes > LONGEST_PACED_MINUTES) return null
      const ofRound = paces.get(round.id) ?? new Map<PlayerId, number[] | null>()
      paces.set(round.id, ofRound)
      const paced = ofRound.get(playerId)
      // An extension makes the path longer.
      if (paced !== undefined && (paced === null || paced.length === Math.floor(round.limitMinutes) + 1)) return paced
      const now = await state()
      const mark = markBefore(now, playerId, round.tournamentId)
      const difficulties = ratedProblems(bank, round).map((problem) => difficultyOf(now, problem))
      const fresh = mark === null ? null : paceOf(mark, difficulties, round.limitMinutes).map(toHundredths)
      ofRound.set(playerId, fresh)
      return fresh
    },
    facts({ id }) {
      const facts = factsOf.get(id) ?? readFacts(id)
      factsOf.set(id, facts)
      return facts
    },
    forget() {
      known = null
      factsOf.clear()
      paces.clear()
    },
  }
}

const toHundredths = (value: number) => Math.round(value * 100) / 100
