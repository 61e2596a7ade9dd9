import { describe, expect, it } from 'vitest'
import { filledIn } from '../../../client/components/puzzle/tests/fill.ts'
import type { DraftTest } from '../../../server/protocol/contributions.ts'

const row = (expected: string): DraftTest => ({ args: ['1'], expected, note: '', notes: {} })

describe('what the accepted solution fills in', () => {
  const rows = [row(''), row('[1,2]'), row('3'), row('4')]
  const answers = [{ expected: '7' }, { expected: '[1, 2]' }, { expected: '30' }, { fault: 'ZeroDivisionError' }]

  it('is what was empty and what differs; the rest stays as it was written', () => {
    const filled = filledIn(rows, rows, answers, false)
    expect(filled.rows.map(({ expected }) => expected)).toEqual(['7', '[1,2]', '30', '4'])
    expect(filled).toMatchObject({ filled: 1, changed: 1, failed: 1 })
  })
  it('says what stood there before, and where there is no answer', () => {
    const { rows: next, marks } = filledIn(rows, rows, answers, false)
    expect(next.map((one) => marks.get(one))).toEqual([
      undefined,
      undefined,
      { was: '3' },
      { fault: 'ZeroDivisionError' },
    ])
  })
  it('leaves lines alone that were written anew meanwhile', () => {
    const now = [row('5'), ...rows.slice(1)]
    expect(filledIn(now, rows, answers, false).rows[0]?.expected).toBe('5')
  })
  it('is text as it is for a program: a space more is another text', () => {
    expect(filledIn([row('1 ')], [], [{ expected: '1' }], true).changed).toBe(0)
    const [printed] = [row('1 ')]
    expect(filledIn([printed], [printed], [{ expected: '1' }], true)).toMatchObject({ changed: 1 })
  })
})
