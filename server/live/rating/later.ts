import type { RoundId, TournamentId } from '../../protocol/ids.ts'
import type { Change } from '../../store/store.ts'

/** The effects of the ranking, by kind, with what their payloads hold. */
export const RATE_ROUND = 'rate-round'
export const RATE_TOURNAMENT = 'rate-tournament'
export type RateRound = { roundId: RoundId }
export type RateTournament = { tournamentId: TournamentId }

const pending = (kind: string, payload: RateRound | RateTournament, id: string, now: number): Change => ({
  do: 'insert',
  table: 'effects',
  row: { id, kind, payload, createdAt: now, attempts: 0, lastError: null, doneAt: null },
})

/** Leaves it to be done that the model runs over this round, once its last submission is judged. */
export const rateRoundLater = (round: { id: RoundId }, id: string, now: number): Change =>
  pending(RATE_ROUND, { roundId: round.id }, id, now)

/** Leaves it to be done that the figures and awards of the whole tournament are made. */
export const rateTournamentLater = (tournament: { id: TournamentId }, id: string, now: number): Change =>
  pending(RATE_TOURNAMENT, { tournamentId: tournament.id }, id, now)
