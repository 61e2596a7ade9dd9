import { z } from 'zod'
import { ProblemId, RoundId, SubmissionId } from '../ids.ts'
import { Language, type Judgement } from '../judgement.ts'
import type { DraftView } from '../me.ts'
import type { ProblemView } from '../problem.ts'
import { Locale } from '../words.ts'
import { roundOnly } from './shapes.ts'

const MAX_OWN_CALLS = 8

export const playingCommands = {
  'round:problems': z.strictObject({ roundId: RoundId, locale: Locale }),
  'problem:open': z.strictObject({ roundId: RoundId, problemId: ProblemId }),
  'hint:take': z.strictObject({ roundId: RoundId, problemId: ProblemId, locale: Locale }),
  'draft:save': z.strictObject({ roundId: RoundId, problemId: ProblemId, language: Language, source: z.string() }),
  'draft:list': roundOnly,
  'code:try': z.strictObject({
    problemId: ProblemId,
    roundId: RoundId.optional(),
    language: Language,
    source: z.string(),
    ownCalls: z.array(z.string().max(4000)).max(MAX_OWN_CALLS).default([]),
  }),
  'submission:create': z.strictObject({
    id: SubmissionId,
    roundId: RoundId,
    problemId: ProblemId,
    language: Language,
    source: z.string(),
    /** Most of the source arrived in one paste: for the host's eyes only. */
    pasted: z.boolean().default(false),
  }),
}

export type PlayingReplies = {
  'round:problems': { problems: ProblemView[] }
  'hint:take': { hints: string[] }
  'draft:save': { savedAt: number }
  'draft:list': { drafts: DraftView[] }
  'code:try': { judgement: Judgement }
  'submission:create': { id: SubmissionId; receivedAt: number; judgement: Judgement | null }
}
