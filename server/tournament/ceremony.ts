import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus, TournamentStatus } from '../protocol/round.ts'
import { isUnderWay } from './round.ts'

type RoundOutline = { status: RoundStatus; ratedAt: number | null }
type State = { status: TournamentStatus; endedAt: number | null; publishedAt: number | null }

/** [T1] */
export function finishTournament<T extends State>(
  tournament: T,
  rounds: readonly RoundOutline[],
  now: number,
): Result<T, Refusal> {
  if (tournament.status !== 'open') return refused(refusal('tournament-over'))
  if (rounds.some(isUnderWay)) return refused(refusal('round-running'))
  if (rounds.some((round) => round.status === 'ended' && round.ratedAt === null))
    return refused(refusal('round-unjudged'))
  if (!rounds.some((round) => round.ratedAt !== null)) return refused(refusal('nothing-played'))
  return ok({ ...tournament, status: 'ended', endedAt: now })
}

/** [T2] `figuresDue`: figures or awards of it are still being made. */
export function publishTournament<T extends State>(
  tournament: T,
  rounds: readonly RoundOutline[],
  figuresDue: boolean,
  now: number,
): Result<T, Refusal> {
  if (tournament.status === 'open') return refused(refusal('finish-first'))
  if (rounds.some((round) => round.status === 'ended')) return refused(refusal('publish-rounds-first'))
  if (figuresDue) return refused(refusal('figures-due'))
  return ok({ ...tournament, status: 'published', publishedAt: tournament.publishedAt ?? now })
}

/** [T3] A round's ceremony (`round`), or the tournament's where it is null. */
export function mayHoldCeremony(
  tournament: Pick<State, 'status'>,
  round: Pick<RoundOutline, 'status'> | null,
  figuresDue: boolean,
): Result<null, Refusal> {
  if (round) return round.status === 'published' ? ok(null) : refused(refusal('publish-rounds-first'))
  if (tournament.status === 'open') return refused(refusal('finish-first'))
  return figuresDue ? refused(refusal('figures-due')) : ok(null)
}

/** [Z7] A season's ceremony, in the room of a tournament of its series. `rounds` are that tournament's. */
export function mayHoldSeasonCeremony(
  season: { seriesId: string; publishedAt: number | null },
  room: { seriesId: string | null },
  rounds: readonly Pick<RoundOutline, 'status'>[],
): Result<null, Refusal> {
  if (room.seriesId !== season.seriesId) return refused(refusal('tournament-not-found'))
  if (season.publishedAt === null) return refused(refusal('award-not-published'))
  return rounds.some(isUnderWay) ? refused(refusal('round-running')) : ok(null)
}

/** [T3] How many awards are revealed after one more. `after`: how many the host has seen, where more are by now. */
export function revealNext(revealed: number, steps: number, after = revealed): Result<number, Refusal> {
  if (after < revealed) return ok(revealed)
  return revealed < steps ? ok(revealed + 1) : refused(refusal('nothing-to-reveal'))
}

/** By then nobody waits for a round's ceremony any more. */
const LONGEST_SECRET_MS = 7 * 24 * 60 * 60_000

type AwardState = { roundId: string | null; revealedAt: number | null; publishedAt: number | null }

/**
 * [T6] Whether players, those who have won it too, may know of a tournament's or a published round's award by now.
 * `onWall`: ceremonies reveal it; what is not is for one's own page alone.
 */
export function isKnown(
  { roundId, revealedAt, publishedAt }: AwardState,
  { status, ceremony }: { status: TournamentStatus; ceremony: { roundId: string | null; seasonId?: string } | null },
  onWall: boolean,
  now: number,
): boolean {
  if (!onWall) return roundId !== null || status === 'published'
  if (revealedAt !== null) return true
  if (ceremony?.seasonId === undefined && ceremony?.roundId === roundId) return false
  return status === 'published' || (roundId !== null && publishedAt !== null && now - publishedAt >= LONGEST_SECRET_MS)
}
