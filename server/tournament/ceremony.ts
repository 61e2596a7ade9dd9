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

/** [T2] */
export function publishTournament<T extends State>(
  tournament: T,
  rounds: readonly RoundOutline[],
  now: number,
): Result<T, Refusal> {
  if (tournament.status === 'open') return refused(refusal('finish-first'))
  if (rounds.some((round) => round.status === 'ended')) return refused(refusal('publish-rounds-first'))
  return ok({ ...tournament, status: 'published', publishedAt: tournament.publishedAt ?? now })
}

/** [T3] How many awards are revealed after one more. `after`: how many the host has seen, where more are by now. */
export function revealNext(revealed: number, steps: number, after = revealed): Result<number, Refusal> {
  if (after < revealed) return ok(revealed)
  return revealed < steps ? ok(revealed + 1) : refused(refusal('nothing-to-reveal'))
}
