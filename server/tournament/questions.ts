import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { TournamentStatus } from '../protocol/round.ts'

/** What the rules need to know of a question. Times are epoch milliseconds. */
export type QuestionState = {
  entryId: string
  askedAt: number
  answer: string | null
  answeredAt: number | null
  toAll: boolean
}

/** One person's questions that wait for an answer at the same time. */
export const QUESTIONS_AT_ONCE = 3

/**
 * [Q1] Whether what is asked for may be about this puzzle: one of the round that has begun (`begun`, its puzzles), or
 * none. Also for calls for help.
 */
export function mayBeAbout(
  status: TournamentStatus,
  problemId: string | null,
  begun: readonly string[],
): Result<null, Refusal> {
  if (status !== 'open') return refused(refusal('tournament-over'))
  return problemId === null || begun.includes(problemId) ? ok(null) : refused(refusal('problem-not-found'))
}

/** [Q2] Whether this person, who has asked `own`, may ask one more. */
export function mayAsk(own: readonly Pick<QuestionState, 'answeredAt'>[]): Result<null, Refusal> {
  const waiting = own.filter(({ answeredAt }) => answeredAt === null).length
  return waiting < QUESTIONS_AT_ONCE ? ok(null) : refused(refusal('questions-waiting', { count: waiting }))
}

/** [Q3] The question with this answer, in place of an earlier one. Empty: answered in person. */
export function answerQuestion<Q extends QuestionState>(question: Q, text: string, toAll: boolean, now: number): Q {
  return { ...question, answer: text, answeredAt: now, toAll: toAll && text !== '' }
}

/** [Q4] The questions whose answers this person reads: their own, and those of others that are answered to all. */
export function readableBy<Q extends QuestionState>(
  questions: readonly Q[],
  entryId: string,
): { own: Q[]; answeredToAll: Q[] } {
  return {
    own: questions.filter((question) => question.entryId === entryId),
    answeredToAll: questions.filter(
      (question) => question.entryId !== entryId && question.toAll && question.answeredAt !== null,
    ),
  }
}
