import type { Checker, Value } from '../bank/problem.ts'
import { writeValue } from '../protocol/exact-json.ts'

type Same = (expected: Value, received: Value) => boolean

const isRecord = (value: Value): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: Value): value is number | bigint => typeof value === 'number' || typeof value === 'bigint'

/** Numbers are the same when they are the same number: 1.0 is 1, and whole ones count at any size. */
function sameNumber(a: number | bigint, b: number | bigint): boolean {
  // Between number and bigint, == compares the mathematical values.
  return a == b
}

/** Walks two values side by side; `leaf` decides on numbers. Booleans are no numbers. */
function compare(expected: Value, received: Value, leaf: (a: number | bigint, b: number | bigint) => boolean): boolean {
  if (isNumber(expected)) return isNumber(received) && leaf(expected, received)
  if (Array.isArray(expected)) {
    return (
      Array.isArray(received) &&
      expected.length === received.length &&
      expected.every((item, i) => compare(item, received[i]!, leaf))
    )
  }
  if (isRecord(expected)) {
    const keys = Object.keys(expected)
    return (
      isRecord(received) &&
      Object.keys(received).length === keys.length &&
      keys.every((key) => Object.hasOwn(received, key) && compare(expected[key]!, received[key]!, leaf))
    )
  }
  return expected === received
}

const exact: Same = (expected, received) => compare(expected, received, sameNumber)

/** Floats are near when they differ by at most `tolerance`, absolutely or relatively. */
const near =
  (tolerance: number): Same =>
  (expected, received) =>
    compare(expected, received, (a, b) => {
      if (sameNumber(a, b)) return true
      const difference = Math.abs(Number(a) - Number(b))
      return difference <= tolerance * Math.max(1, Math.abs(Number(a)))
    })

/** One text per class of equal values, for counting: record keys sorted, 1.0 written as 1. */
const canonical = (value: Value): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRecord(value)) return writeValue(typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value)
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`)
    .join(',')}}`
}

/** The outermost list may come in any order; what it holds may not. */
const unordered: Same = (expected, received) => {
  if (!Array.isArray(expected) || !Array.isArray(received)) return exact(expected, received)
  if (expected.length !== received.length) return false
  const a = expected.map(canonical).sort()
  const b = received.map(canonical).sort()
  return a.every((text, i) => text === b[i])
}

/** Whether an answer is right. Runs where the expected values are: in the parent. */
export function isRight(checker: Checker, expected: Value, received: Value): boolean {
  if (checker === 'exact') return exact(expected, received)
  if (checker === 'unordered') return unordered(expected, received)
  return near(checker.float)(expected, received)
}

/** A script's output, without white space at the ends of lines and at the end. */
export const trimmedOutput = (text: string): string =>
  text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

/** There is one way only to match each digit: a long row of them, with a letter behind, is refused in one pass. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** Whether a script printed the right thing. With a float checker, words that are numbers are compared as such. */
export function isRightOutput(checker: Checker, expected: string, received: string): boolean {
  const a = trimmedOutput(expected)
  const b = trimmedOutput(received)
  if (a === b) return true
  if (checker === 'exact') return false
  if (checker === 'unordered') return a.split('\n').sort().join('\n') === b.split('\n').sort().join('\n')
  const words = (text: string): Value[] => text.split(/\s+/).map((word) => (NUMBER.test(word) ? Number(word) : word))
  return near(checker.float)(words(a), words(b))
}
