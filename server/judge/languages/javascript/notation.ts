import type { Value } from '../../../bank/problem.ts'
import { writeValue } from '../../../protocol/exact-json.ts'
import type { Notation } from '../language.ts'

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

function write(value: Value): string {
  if (typeof value === 'bigint') return `${value}n`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`
  const entries = Object.entries(value).map(
    ([key, item]) => `${IDENTIFIER.test(key) ? key : JSON.stringify(key)}: ${write(item)}`,
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

const FOUND: Record<string, string> = {
  nan: 'NaN, which is not a number',
  infinity: 'Infinity',
  cycle: 'something that contains itself',
  deep: 'something nested too deep',
  set: 'a Set',
  map: 'a Map',
  date: 'a Date',
  iterator: 'an iterator',
}

const ADVICE: Record<string, string> = {
  set: 'Turn it into an array with [...set].',
  map: 'Turn it into an object with Object.fromEntries(map).',
  iterator: 'Turn it into an array with [...iterator].',
  'typed array': 'Turn it into an array with [...array].',
  function: 'Did you forget the parentheses of a call?',
  nan: 'Somewhere a calculation has no result; look for undefined values and for texts that are no numbers.',
  infinity: 'Look for a division by zero.',
  cycle: 'An array or object was put into itself.',
  promise: 'Await it before you return it.',
}

/** `is_leap_year` is `isLeapYear` here. */
export const camelCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

export const notation: Notation = {
  name: camelCase,
  value: write,
  argumentsText: (args) => writeValue(args),
  found: (word) => FOUND[word] ?? `a ${word}`,
  advice: (word) => ADVICE[word] ?? '',
  nothing: 'undefined',
  isNothing: (text) => text === 'null',
}
