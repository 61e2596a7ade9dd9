import type { EntryId } from '../protocol/ids.ts'
import type { Verdict } from '../protocol/judgement.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import type { RejudgingStatus } from '../protocol/rejudging.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus } from '../protocol/round.ts'

/** [J1] [J3] Whether what was submitted to a puzzle of the round can be judged again now. */
export function mayRejudge(
  round: { status: RoundStatus; ratedAt: number | null },
  there: { submissions: number; unjudged: number; open: boolean },
): Result<null, Refusal> {
  if (round.status !== 'ended' && round.status !== 'published')
    return refused(refusal('round-state', { status: round.status }))
  if (there.unjudged > 0 || round.ratedAt === null) return refused(refusal('round-unjudged'))
  if (there.open) return refused(refusal('rejudging-open'))
  return there.submissions > 0 ? ok(null) : refused(refusal('rejudging-nothing'))
}

export type RejudgingMove = 'take' | 'leave' | 'put-back'

/** [J5] [J8] From which status a host does what. */
const FROM: Record<RejudgingMove, readonly RejudgingStatus[]> = {
  take: ['ready'],
  leave: ['judging', 'ready'],
  'put-back': ['taken'],
}
export const mayMoveRejudging = (move: RejudgingMove, status: RejudgingStatus): Result<null, Refusal> =>
  FROM[move].includes(status) ? ok(null) : refused(refusal('rejudging-state'))

/** [J6] The verdict by a new judgement: a fault of ours says nothing about a submission, nor does no judgement at all. */
export const verdictAfter = (was: Verdict, fresh: Verdict | undefined): Verdict =>
  fresh === undefined || fresh === 'JE' ? was : fresh

/** A submission with the verdict that stands, or stood, and the one that takes its place. */
export type Rejudged = { entryId: EntryId; was: Verdict; now: Verdict }

/** [J5] Whether the new verdict takes an accepted solution from somebody. */
export const takesSolve = ({ was, now }: Rejudged): boolean => was === 'AC' && now !== 'AC'

/**
 * Who has solved the puzzle by the new verdicts and had not before, and the other way round. `all` has everything that
 * was submitted to it.
 */
export function solvesMoved(all: readonly Rejudged[]): { gained: EntryId[]; lost: EntryId[] } {
  const moved = { gained: [] as EntryId[], lost: [] as EntryId[] }
  for (const [entryId, own] of Map.groupBy(all, (one) => one.entryId)) {
    const stands = standsAnew(own)
    if (stands !== 'same') moved[stands].push(entryId)
  }
  return moved
}

/** [J9] How one player's puzzle stands by the new verdicts; `same` where it is solved, or not, as before. */
export function standsAnew(own: readonly Pick<Rejudged, 'was' | 'now'>[]): 'gained' | 'lost' | 'same' {
  const [before, after] = [own.some(({ was }) => was === 'AC'), own.some(({ now }) => now === 'AC')]
  if (before === after) return 'same'
  return after ? 'gained' : 'lost'
}
