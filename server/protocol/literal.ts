import type { Language } from './judgement.ts'

/** A value of a test case: what JSON holds, and whole numbers of any size. */
export type JsonValue = string | number | bigint | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** `is_leap_year` as the language's people write it: `isLeapYear` in JavaScript and TypeScript. */
export function nameIn(language: Language, snakeCase: string): string {
  if (language === 'python') return snakeCase
  return snakeCase.replace(/_+([A-Za-z0-9])/g, (match, letter: string, at: number) =>
    at === 0 ? match : letter.toUpperCase(),
  )
}

/** The value as it is written in the language's source: `True`, `null`, `[1, 2]`, `{"a": 1}`, `12345678901234567890n`. */
export function literal(value: JsonValue, language: Language): string {
  const python = language === 'python'
  if (value === null) return python ? 'None' : 'null'
  if (typeof value === 'boolean') return python ? (value ? 'True' : 'False') : String(value)
  if (typeof value === 'bigint') return python ? String(value) : `${value}n`
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : String(value)
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, language)).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${literal(item, language)}`)
  return `{${entries.join(', ')}}`
}

/** `is_leap_year(1996)` or `isLeapYear(1996)`. */
export function callText(name: string, args: JsonValue[], language: Language): string {
  return `${nameIn(language, name)}(${args.map((value) => literal(value, language)).join(', ')})`
}

/** JSON's escapes mean the same in all three languages. */
const quoted = (text: string): string => JSON.stringify(text)
