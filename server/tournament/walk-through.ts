import type { ProblemId } from '../protocol/ids.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus } from '../protocol/round.ts'
import type { WalkThrough } from '../protocol/walk-through.ts'
import { isUnderWay } from './round.ts'

type Published = { id: string; status: RoundStatus; problemIds: readonly ProblemId[] }

/** What the wall shows of a puzzle from now on, once its round is published [V1] and while none is under way [V2]. */
export function showOnWall(rounds: readonly Published[], wanted: WalkThrough): Result<WalkThrough, Refusal> {
  if (rounds.some(isUnderWay)) return refused(refusal('round-under-way'))
  const round = rounds.find(({ id }) => id === wanted.roundId)
  if (!round) return refused(refusal('round-not-found'))
  if (round.status !== 'published') return refused(refusal('publish-rounds-first'))
  return round.problemIds.includes(wanted.problemId) ? ok(wanted) : refused(refusal('problem-not-found'))
}
