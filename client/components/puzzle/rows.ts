import type { DraftTest } from '../../../server/protocol/contributions.ts'

/** The two halves of the table of tests: everybody sees the examples. */
export const HALVES = ['examples', 'hidden'] as const
export type Half = (typeof HALVES)[number]
export const MOST_ROWS: Record<Half, number> = { examples: 10, hidden: 200 }
/** What the bank asks for. */
export const LEAST_ROWS: Record<Half, number> = { examples: 2, hidden: 8 }

/** The lines without one; the last one is emptied instead, so that the table keeps its shape. */
export function without(rows: DraftTest[], at: number, empty: DraftTest): DraftTest[] {
  return rows.length <= 1 ? [empty] : rows.filter((_, i) => i !== at)
}

export const inserted = (rows: DraftTest[], at: number, ...added: DraftTest[]): DraftTest[] => [
  ...rows.slice(0, at),
  ...added,
  ...rows.slice(at),
]

/** The lines with the one at `from` standing at `to`; unchanged where there is no such place. */
export function movedRow(rows: DraftTest[], from: number, to: number): DraftTest[] {
  const row = rows[from]
  if (row === undefined || from === to || to < 0 || to >= rows.length) return rows
  return inserted(
    rows.filter((_, i) => i !== from),
    to,
    row,
  )
}

export const replaced = (rows: DraftTest[], at: number, row: DraftTest): DraftTest[] =>
  rows.map((one, i) => (i === at ? row : one))

/** The columns of a line as cells: what goes in, what is expected, the note. */
export function cellsOf(row: DraftTest): string[] {
  const inputs = row.args ?? [row.stdin ?? row.value ?? '']
  return [...inputs, row.expected, row.note]
}

export function withCell(row: DraftTest, column: number, text: string): DraftTest {
  const inputs = row.args?.length ?? 1
  if (column === inputs) return { ...row, expected: text }
  if (column > inputs) return { ...row, note: text }
  if (row.args) return { ...row, args: row.args.map((cell, i) => (i === column ? text : cell)) }
  return row.stdin === undefined ? { ...row, value: text } : { ...row, stdin: text }
}

export const isEmptyRow = (row: DraftTest): boolean => cellsOf(row).every((cell) => cell === '')
