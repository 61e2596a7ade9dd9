import { MAX_SOURCE_BYTES } from '../protocol/limits.ts'
import type { Judgement, Language, Verdict } from '../protocol/judgement.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import { ownEnd } from './clock.ts'
import type { RoundState } from './round-state.ts'

/** What a player sends. */
export type Sent = { id: string; problemId: string; language: Language; source: string }
/** What is kept of a submission that came before. */
export type Kept = Sent & { entryId: string }

/** [S1] [S2] Whether the round takes anything from this player now. */
export function takesFrom(round: RoundState, timeFactor: number, now: number): Result<null, Refusal> {
  if (round.status === 'planned' || round.status === 'countdown') return refused(refusal('round-not-open'))
  if (round.status === 'paused') return refused(refusal('round-paused'))
  const end = ownEnd(round, timeFactor)
  if (round.status !== 'running' || end === null || now >= end) return refused(refusal('round-closed'))
  return ok(null)
}

/** [S5] Also for Try, which no round limits. */
export function checkSource(source: string): Result<null, Refusal> {
  if (source.trim() === '') return refused(refusal('source-empty'))
  const bytes = new TextEncoder().encode(source).length
  if (bytes <= MAX_SOURCE_BYTES) return ok(null)
  return refused(refusal('source-too-long', { size: Math.ceil(bytes / 1024), limit: MAX_SOURCE_BYTES / 1024 }))
}

/** [S4] Also for Try. */
export function checkLanguage(languages: readonly Language[], language: Language): Result<null, Refusal> {
  if (languages.includes(language)) return ok(null)
  return refused(refusal('language-not-taken', { language, languages: languages.join(', ') }))
}

/**
 * [S1]–[S5] Decides on a submission received at `now`. `again` means that it is known already and nothing is to be stored.
 * `earlier` is the submission with the same id, `languages` those of the problem where it belongs to the round.
 */
export function receiveSubmission(given: {
  sent: Sent
  entry: { id: string; timeFactor: number }
  round: RoundState
  languages: readonly Language[] | null
  earlier: Kept | null
  now: number
}): Result<'new' | 'again', Refusal> {
  const { sent, entry, round, languages, earlier, now } = given
  if (earlier) return isSame(earlier, sent, entry.id) ? ok('again') : refused(refusal('submission-differs'))
  if (!languages || !round.problemIds.includes(sent.problemId)) return refused(refusal('problem-not-found'))
  for (const check of [
    checkLanguage(languages, sent.language),
    checkSource(sent.source),
    takesFrom(round, entry.timeFactor, now),
  ])
    if (!check.ok) return check
  return ok('new')
}

const isSame = (earlier: Kept, sent: Sent, entryId: string) =>
  earlier.entryId === entryId &&
  earlier.problemId === sent.problemId &&
  earlier.language === sent.language &&
  earlier.source === sent.source

/** [S7] The judged submission; null where there is nothing left to say. */
export function judged<S extends { verdict: Verdict | null }>(
  submission: S,
  judgement: Judgement,
  now: number,
): (S & { verdict: Verdict; judgement: Judgement; judgedAt: number }) | null {
  return submission.verdict === null ? { ...submission, verdict: judgement.verdict, judgement, judgedAt: now } : null
}

/** [S8] The index of the hint taken next. */
export function takeHint(taken: number, there: number): Result<number, Refusal> {
  return taken < there ? ok(taken) : refused(refusal('no-more-hints'))
}
