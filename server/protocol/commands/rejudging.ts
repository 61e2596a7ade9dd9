import { z } from 'zod'
import { EntryId, ProblemId, RejudgingId, RoundId } from '../ids.ts'
import type { AwardMove, RejudgingView } from '../rejudging.ts'

const rejudgingOnly = z.strictObject({ rejudgingId: RejudgingId })

export const rejudgingCommands = {
  /** Judges what was submitted to this puzzle again, everybody's or one player's; nothing changes by it alone. */
  'rejudging:begin': z.strictObject({ roundId: RoundId, problemId: ProblemId, entryId: EntryId.optional() }),
  'rejudging:read': rejudgingOnly,
  /** Which awards would be given otherwise if it were taken; refused as taking would be. */
  'rejudging:awards': rejudgingOnly,
  /** The new verdicts are those of record. `spare`: whoever has a star by an earlier one keeps it. */
  'rejudging:take': rejudgingOnly.extend({ spare: z.boolean().default(false) }),
  /** The earlier verdicts stand; while it is under way, it stops. */
  'rejudging:leave': rejudgingOnly,
  /** After it was taken: the verdicts are as they were before. */
  'rejudging:put-back': rejudgingOnly,
}

export type RejudgingReplies = {
  'rejudging:begin': { rejudgingId: RejudgingId }
  'rejudging:read': RejudgingView
  /** `spared`: if whoever has a star keeps it; null where nobody would lose one. */
  'rejudging:awards': { all: AwardMove[]; spared: AwardMove[] | null }
}
