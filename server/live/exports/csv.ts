export type Cell = string | number | boolean | null

/** What a spreadsheet takes for the start of a formula, also behind white space and in full width. */
const FORMULA = /^[\s\p{Cc}\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens as it is: with a byte order mark, so that it reads UTF-8, and with
 * an apostrophe before whatever text would be a formula. Numbers are ours and stay numbers.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\r\n\t]|^'|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
