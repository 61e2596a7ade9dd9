import { z } from 'zod'
import { ProblemId, TournamentId } from '../ids.ts'
import { PlayerWords } from '../words.ts'
import { RowId } from './shapes.ts'

const MAX_QUESTION_CHARACTERS = 300
const MAX_ANSWER_CHARACTERS = 500

export const questionCommands = {
  'question:ask': z.strictObject({
    tournamentId: TournamentId,
    /** A puzzle of the round that has begun; null: in general. */
    problemId: ProblemId.nullable().default(null),
    text: PlayerWords.pipe(z.string().min(1).max(MAX_QUESTION_CHARACTERS)),
  }),
  /** Again: in place of the answer before. */
  'question:answer': z.strictObject({
    questionId: RowId,
    text: PlayerWords.pipe(z.string().min(1).max(MAX_ANSWER_CHARACTERS)),
    toAll: z.boolean().default(false),
  }),
  /** Answered in person. */
  'question:close': z.strictObject({ questionId: RowId }),
}

export type QuestionReplies = {
  'question:ask': { questionId: string }
}
