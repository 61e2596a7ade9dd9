import { describe, expect, it } from 'vitest'
import { attentionOf, type Watched, type WatchedRound } from '../../server/tournament/attention.ts'
import { minutes, NOON } from './builders.ts'

const round: WatchedRound = { status: 'running', startedAt: NOON, pauses: [], problems: 2 }
/** At work on a puzzle of six minutes since noon, typing all the time. */
const atWork = (now: number, changes: Partial<Watched> = {}): Watched => ({
  ...{ connected: true, lastSeenAt: now, joinedAt: NOON - minutes(5), solved: 0, open: { at: NOON, minutes: 6 } },
  ...{ wrongInARow: 0, lastSubmittedAt: null, lastTypedAt: now, timeFactor: 1 },
  ...changes,
})
const after = (count: number, changes: Partial<Watched> = {}, within: Partial<WatchedRound> = {}) => {
  const now = NOON + minutes(count)
  return attentionOf(atWork(now, changes), { ...round, ...within }, now)
}

describe('who may want a visit', () => {
  it('is nobody who is at work', () => {
    expect(after(11.9)).toBeNull()
  })
  it('[W1] is away after two minutes without a connection', () => {
    expect(after(10, { connected: false, lastSeenAt: NOON + minutes(8) })).toBe('away')
    expect(after(10, { connected: false, lastSeenAt: NOON + minutes(8.1) })).toBeNull()
  })
  it('[W2] is stuck after twice the puzzle’s own minutes', () => {
    expect(after(12)).toBe('stuck')
    expect(after(12, { open: { at: NOON, minutes: 7 } })).toBeNull()
  })
  it('[W2] is not stuck before five minutes, however short the puzzle', () => {
    expect(after(4.9, { open: { at: NOON, minutes: 1 } })).toBeNull()
    expect(after(5, { open: { at: NOON, minutes: 1 } })).toBe('stuck')
  })
  it('[W2] is stuck after four wrong in a row and half of the minutes', () => {
    expect(after(3, { wrongInARow: 4 })).toBe('stuck')
    expect(after(2.9, { wrongInARow: 4 })).toBeNull()
    expect(after(3, { wrongInARow: 3 })).toBeNull()
  })
  it('[W3] is quiet after the puzzle’s minutes without a sign', () => {
    expect(after(6, { lastTypedAt: null })).toBe('quiet')
    expect(after(5.9, { lastTypedAt: null })).toBeNull()
    expect(after(6, { lastTypedAt: null, lastSubmittedAt: NOON + minutes(1) })).toBeNull()
    expect(after(6, { lastTypedAt: NOON + minutes(0.1) })).toBeNull()
  })
  it('[W3] is quiet after three minutes with nothing open, but not before they came', () => {
    expect(after(3, { open: null, lastTypedAt: null })).toBe('quiet')
    expect(after(3, { open: null, lastTypedAt: null, joinedAt: NOON + minutes(1) })).toBeNull()
  })
  it('is nobody who has solved everything', () => {
    expect(after(30, { solved: 2, open: null, lastTypedAt: null })).toBeNull()
  })
  it.each(['planned', 'countdown', 'paused', 'ended', 'published'] as const)(
    'is nobody while a round is %s',
    (status) => {
      expect(after(30, { connected: false, lastSeenAt: NOON }, { status })).toBeNull()
    },
  )
  it('[W5] has been given the pauses and their extra time', () => {
    const pauses = [{ from: NOON + minutes(2), to: NOON + minutes(5) }]
    expect(after(14.9, {}, { pauses })).toBeNull()
    expect(after(15, {}, { pauses })).toBe('stuck')
    expect(after(17.9, { timeFactor: 1.5 })).toBeNull()
    expect(after(18, { timeFactor: 1.5 })).toBe('stuck')
  })
})
