import { pastedCell } from './cell-check.ts'
import { cellText, readCell } from './cell-text.ts'
import { inserted, isEmptyRow, withCell } from './rows.ts'
import { emptyTest, type TestShape } from './shape.ts'
import type { DraftTest } from '../../../server/protocol/contributions.ts'
import type { JsonValue } from '../../../server/protocol/literal.ts'

/** What the lines of a table look like: `args` and `expected` are the types of their columns, null where text is text. */
export type Columns = { shape: TestShape; names: string[]; args: (string | null)[]; expected: string | null }

/** A spreadsheet's cells as they come by the clipboard: tabs between, quotes around what holds tabs, lines or quotes. */
export function spreadsheetCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/y
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  for (;;) {
    const found = cell.exec(plain)
    if (found === null) break
    // A text of a program in quotes, `"star"`, comes with them from some spreadsheets; a doubled quote tells the others.
    rows.at(-1)?.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] === '') break
    if (found[3] === '\n') rows.push([])
  }
  return rows
}

/** The lines that a pasted text stands for: JSON of several shapes, or a spreadsheet's cells. Empty: none in it. */
export function rowsFrom(text: string, columns: Columns): DraftTest[] {
  if (text.trim() === '') return []
  const json = readCell(text)
  if (Array.isArray(json) && json.some((item) => typeof item === 'object' && item !== null)) {
    return json.flatMap((item) => rowFromJson(item, columns) ?? [])
  }
  const cells = spreadsheetCells(text)
  const isHead = cells[0]?.some((cell, i) => cell !== '' && cell.trim().toLowerCase() === columns.names[i]) ?? false
  return cells
    .slice(isHead ? 1 : 0)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => fillRow(emptyTest(columns.shape, columns.args.length), 0, row, columns))
}

/** Puts cells into a line from `column` on, each as its column's type has it; what is beyond the last is left out. */
function fillRow(row: DraftTest, column: number, cells: string[], columns: Columns): DraftTest {
  const width = columns.args.length + 2
  return cells.reduce((filled, cell, i) => {
    const at = column + i
    if (at >= width) return filled
    const type = at < columns.args.length ? columns.args[at] : at === columns.args.length ? columns.expected : null
    return withCell(filled, at, type ? pastedCell(cell, type) : cell)
  }, row)
}

/**
 * The lines with a spreadsheet's cells put over them, the first cell at `row` and `column`; lines are added below as
 * needed, up to `most`.
 */
export function pastedOver(
  rows: DraftTest[],
  at: { row: number; column: number },
  text: string,
  columns: Columns,
  most: number,
): DraftTest[] {
  const cells = spreadsheetCells(text)
  const missing = Math.min(most, at.row + cells.length) - rows.length
  const empty = emptyTest(columns.shape, columns.args.length)
  const enough = inserted(rows, rows.length, ...Array.from({ length: Math.max(0, missing) }, () => empty))
  return enough.map((row, i) => {
    const line = cells[i - at.row]
    return line === undefined ? row : fillRow(row, at.column, line, columns)
  })
}

/** Lines put after those that are there, in place of empty ones at the end. */
export function appended(rows: DraftTest[], added: DraftTest[], most: number): DraftTest[] {
  const last = rows.findLastIndex((row) => !isEmptyRow(row))
  return [...rows.slice(0, last + 1), ...added].slice(0, most)
}

function rowFromJson(item: JsonValue, columns: Columns): DraftTest | null {
  if (typeof item !== 'object' || item === null) return null
  const row = emptyTest(columns.shape, columns.args.length)
  const inText = (value: JsonValue | undefined, type: string | null | undefined): string =>
    value === undefined ? '' : type === null && typeof value === 'string' ? value : cellText(value)
  if (Array.isArray(item)) {
    return item.slice(0, columns.args.length + 1).reduce<DraftTest>((filled, value, i) => {
      const type = i < columns.args.length ? columns.args[i] : columns.expected
      return withCell(filled, i, inText(value, type))
    }, row)
  }
  const inputs = Array.isArray(item.args) ? item.args : [item.stdin ?? item.value ?? item.input]
  const expected = item.expected ?? item.returns ?? item.stdout ?? item.output
  const filled = columns.args.reduce<DraftTest>((one, type, i) => withCell(one, i, inText(inputs[i], type)), row)
  return {
    ...filled,
    expected: inText(expected, columns.expected),
    note: typeof item.note === 'string' ? item.note : '',
  }
}
