import { sameCell } from '../cell-text.ts'
import type { DraftTest, FilledTest } from '../../../../server/protocol/contributions.ts'

/** What the accepted solution did to a line: what stood there before, or why there is no answer. */
export type Mark = { was: string } | { fault: string }
export type Marks = ReadonlyMap<DraftTest, Mark>
export type Filled = { rows: DraftTest[]; marks: Map<DraftTest, Mark>; filled: number; changed: number; failed: number }

/**
 * Lines with the accepted solution's answers. `asked` are the lines as they were sent: what was written anew meanwhile is
 * left alone. `text`: what is expected is printed text, not a value.
 */
export function filledIn(rows: DraftTest[], asked: DraftTest[], answers: FilledTest[], text: boolean): Filled {
  const marks = new Map<DraftTest, Mark>()
  const count = { filled: 0, changed: 0, failed: 0 }
  const next = rows.map((row, i) => {
    const answer = answers[i]
    if (answer === undefined || row !== asked[i]) return row
    if ('fault' in answer) {
      marks.set(row, { fault: answer.fault })
      count.failed++
      return row
    }
    const same = text ? row.expected === answer.expected : sameCell(row.expected, answer.expected)
    if (same) return row
    const mended = { ...row, expected: answer.expected }
    if (row.expected === '') count.filled++
    else {
      count.changed++
      marks.set(mended, { was: row.expected })
    }
    return mended
  })
  return { rows: next, marks, ...count }
}
