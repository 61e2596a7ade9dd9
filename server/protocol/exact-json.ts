import type { JsonValue } from './literal.ts'

const MOST_DEPTH = 250
const WHOLE = /^-?\d+$/

/** Deepest nesting of brackets in JSON text, without reading it: strings are skipped. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === 92) i++
      else if (code === 34) quoted = false
    } else if (code === 34) quoted = true
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth)
    else if (code === 93 || code === 125) depth--
  }
  return deepest
}

/**
 * Reads JSON text that may come from anywhere; integers beyond 2^53 become bigints. Undefined when it is no JSON or
 * nests too deep.
 */
export function readValue(text: string): JsonValue | undefined {
  if (depthOf(text) > MOST_DEPTH) return undefined
  try {
    if (!/\d{16}/.test(text)) return JSON.parse(text) as JsonValue
    // TypeScript's library does not know the reviver's third argument yet.
    const exact = (_key: string, value: unknown, context?: { source?: string }): unknown =>
      typeof value === 'number' && !Number.isSafeInteger(value) && WHOLE.test(context?.source ?? '')
        ? BigInt(context!.source!)
        : value
    return JSON.parse(text, exact) as JsonValue
  } catch {
    return undefined
  }
}

/** JSON text with bigints in full. */
export function writeValue(value: JsonValue, number: (value: number) => string = String): string {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return number(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, number)).join(',')}]`
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${writeValue(item, number)}`)
    .join(',')}}`
}
