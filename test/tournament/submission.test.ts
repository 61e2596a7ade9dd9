import { describe, expect, it } from 'vitest'
import { MAX_SOURCE_BYTES } from '../../server/protocol/limits.ts'
import type { Judgement } from '../../server/protocol/judgement.ts'
import { judged, receiveSubmission, takeHint, takesFrom, type Sent } from '../../server/tournament/submission.ts'
import { pauseRound, stopRound } from '../../server/tournament/round.ts'
import { allowed, minutes, NOON, plannedRound, refusalOf, runningRound } from './builders.ts'

const sent: Sent = { id: 's-1', problemId: 'knots', language: 'python', source: 'x = 1' }
const given = {
  sent,
  entry: { id: 'ada', timeFactor: 1 },
  round: runningRound(),
  languages: ['python', 'javascript'] as const,
  earlier: null,
  now: NOON + minutes(1),
}
const receive = (changes: Partial<Parameters<typeof receiveSubmission>[0]>) =>
  receiveSubmission({ ...given, ...changes })

describe('receiving a submission', () => {
  it('[S1] takes it until the last millisecond, and not after', () => {
    expect(receive({ now: NOON + minutes(20) - 1 })).toEqual({ ok: true, value: 'new' })
    expect(refusalOf(receive({ now: NOON + minutes(20) }))).toBe('round-closed')
  })
  it('[S1] takes it until the own end of who has extra time', () => {
    const entry = { id: 'ada', timeFactor: 1.5 }
    expect(refusalOf(receive({ entry, now: NOON + minutes(29) }))).toBeNull()
    expect(refusalOf(receive({ entry, now: NOON + minutes(30) }))).toBe('round-closed')
  })
  it('[S1] takes nothing before the start and nothing after a stop', () => {
    expect(refusalOf(receive({ round: plannedRound() }))).toBe('round-not-open')
    expect(refusalOf(receive({ round: allowed(stopRound(runningRound(), NOON)) }))).toBe('round-closed')
  })
  it('[S2] takes nothing while paused', () => {
    expect(refusalOf(receive({ round: allowed(pauseRound(runningRound(), NOON)) }))).toBe('round-paused')
    expect(refusalOf(takesFrom(allowed(pauseRound(runningRound(), NOON)), 1, NOON))).toBe('round-paused')
  })
  it('[S3] knows the same submission again, also after the end', () => {
    const earlier = { ...sent, entryId: 'ada' }
    expect(receive({ earlier, now: NOON + minutes(99) })).toEqual({ ok: true, value: 'again' })
  })
  it.each([{ source: 'x = 2' }, { problemId: 'ferry' }, { language: 'javascript' as const }, { entryId: 'bo' }])(
    '[S3] refuses the same id with another %o',
    (difference) => {
      expect(refusalOf(receive({ earlier: { ...sent, entryId: 'ada', ...difference } }))).toBe('submission-differs')
    },
  )
  it('[S4] takes puzzles of the round, in their languages', () => {
    expect(refusalOf(receive({ sent: { ...sent, problemId: 'leap-year' } }))).toBe('problem-not-found')
    expect(refusalOf(receive({ languages: null }))).toBe('problem-not-found')
    expect(refusalOf(receive({ sent: { ...sent, language: 'typescript' } }))).toBe('language-not-taken')
  })
  it('[S5] wants code, and not too much of it', () => {
    expect(refusalOf(receive({ sent: { ...sent, source: ' \n\t' } }))).toBe('source-empty')
    expect(refusalOf(receive({ sent: { ...sent, source: 'x'.repeat(MAX_SOURCE_BYTES) } }))).toBeNull()
    expect(refusalOf(receive({ sent: { ...sent, source: 'x'.repeat(MAX_SOURCE_BYTES + 1) } }))).toBe('source-too-long')
    expect(refusalOf(receive({ sent: { ...sent, source: 'é'.repeat(MAX_SOURCE_BYTES / 2 + 1) } }))).toBe(
      'source-too-long',
    )
  })
})

describe('judgements and hints', () => {
  const judgement: Judgement = { verdict: 'AC', passed: 1, total: 1, runs: [], printed: '', timeMs: 1, memoryKb: 1 }

  it('[S7] takes the first judgement and leaves it at that', () => {
    const first = judged({ id: 's-1', verdict: null }, judgement, NOON)
    expect(first).toMatchObject({ verdict: 'AC', judgedAt: NOON })
    expect(judged({ id: 's-1', verdict: 'WA' as const }, judgement, NOON)).toBeNull()
  })
  it('[S8] gives hints one after another, up to as many as there are', () => {
    expect(allowed(takeHint(0, 2))).toBe(0)
    expect(allowed(takeHint(1, 2))).toBe(1)
    expect(refusalOf(takeHint(2, 2))).toBe('no-more-hints')
  })
})
