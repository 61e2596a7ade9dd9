import type { JsonValue } from '../../../server/protocol/literal.ts'

const PROTECTED = '\u0000whole:'
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * The value that a cell's JSON text stands for; undefined where it is none. Whole numbers too large for a `number` are
 * bigints: the judge compares them digit by digit, and `JSON.parse` alone would round them.
 */
export function readCell(text: string): JsonValue | undefined {
  const whole = text.replace(STRING_OR_NUMBER, (token) =>
    /^-?[1-9]\d{15,}$/.test(token) ? JSON.stringify(PROTECTED + token) : token,
  )
  try {
    return JSON.parse(whole, (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith(PROTECTED) ? BigInt(value.slice(PROTECTED.length)) : value,
    ) as JsonValue
  } catch {
    return undefined
  }
}

/** A value as it stands in a cell: JSON with a space after each comma. */
export function cellText(value: JsonValue): string {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(cellText).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${cellText(item)}`)
  return `{${entries.join(', ')}}`
}

/** Whether two cells mean the same value, however they are spaced. */
export function sameCell(a: string, b: string): boolean {
  const [left, right] = [readCell(a), readCell(b)]
  if (left === undefined || right === undefined) return a.trim() === b.trim()
  return cellText(left) === cellText(right)
}
