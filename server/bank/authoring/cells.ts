import { readValue, writeValue } from '../../protocol/exact-json.ts'
import type { Value } from '../problem.ts'

/** The value of a cell of the table of tests; undefined where it is no JSON text. Whole numbers keep their digits. */
export const cellValue = (cell: string): Value | undefined => readValue(cell)

/** A value as it stands in a cell: JSON text, spaced as people write it. */
export function cellText(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(cellText).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${cellText(item)}`)
    return `{${entries.join(', ')}}`
  }
  return writeValue(value, (number) => (Object.is(number, -0) ? '-0' : String(number)))
}
