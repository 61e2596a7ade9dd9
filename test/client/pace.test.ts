import { describe, expect, it } from 'vitest'
import { paceSentence, usualAt } from '../../client/star-path.ts'

describe('one’s usual self on the path', () => {
  const pace = [0, 0.4, 1, 1.2]
  it('stands between the full minutes', () => expect(usualAt(pace, 90_000)).toBeCloseTo(0.7))
  it('stays at the last figure when the round is extended', () => expect(usualAt(pace, 3_600_000)).toBe(1.2))
  it('is at the start before the start', () => expect(usualAt(pace, -5000)).toBe(0))
  it('is not there for a newcomer', () => expect(usualAt(null, 60_000)).toBeNull())
  it.each([
    [2, 1.2, { code: 'pace-ahead', params: { count: 1 } }],
    [1, 1.2, { code: 'pace-level', params: {} }],
    [0, 1.2, { code: 'pace-behind', params: { count: 1 } }],
    [3, null, { code: 'pace-newcomer', params: {} }],
  ])('%s solved against %s is said as %o', (solved, usual, sentence) =>
    expect(paceSentence(solved, usual)).toEqual(sentence),
  )
})
