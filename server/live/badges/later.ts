import type { PlayerId, RoundId, SeasonId, TournamentId } from '../../protocol/ids.ts'
import type { Change } from '../../store/store.ts'

/** The effect that signs badges: those of a published round, tournament or season, or a host-made one for some players. */
export const SIGN_BADGES = 'sign-badges'
export type SignBadges =
  | { roundId: RoundId }
  | { tournamentId: TournamentId }
  | { seasonId: SeasonId }
  | { tournamentId: TournamentId; achievementId: string; playerIds: PlayerId[] }

/** Leaves it to be done, in the same commit as what it follows from. */
export const signBadgesLater = (payload: SignBadges, id: string, now: number): Change => ({
  do: 'insert',
  table: 'effects',
  row: { id, kind: SIGN_BADGES, payload, createdAt: now, attempts: 0, lastError: null, doneAt: null },
})
