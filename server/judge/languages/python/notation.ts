import type { FunctionSignature, Value } from '../../../bank/problem.ts'
import { writeValue } from '../../../protocol/exact-json.ts'
import { ANY, type Type } from '../../types.ts'
import type { Notation } from '../language.ts'

/** As Python's `repr` would write it: 2.0 for a float that is whole, quotes as Python chooses them. */
function write(value: Value, type: Type): string {
  if (type.is === 'optional') return value === null ? 'None' : write(value, type.of)
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' || typeof value === 'bigint') return writeNumber(value, type)
  if (Array.isArray(value)) {
    if (type.is !== 'tuple')
      return `[${value.map((item) => write(item, type.is === 'list' ? type.of : ANY)).join(', ')}]`
    const items = value.map((item, i) => write(item, (type.many ? type.of[0] : type.of[i]) ?? ANY))
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
  }
  const inner = type.is === 'dict' ? type.of : ANY
  return `{${Object.entries(value)
    .map(([key, item]) => `${quote(key)}: ${write(item, inner)}`)
    .join(', ')}}`
}

function writeNumber(value: number | bigint, type: Type): string {
  const text = String(value)
  return type.is === 'float' && /^-?\d+$/.test(text)
    ? `${text}.0`
    : text.replace(/e\+?(-?)(\d)$/, 'e$10$2').replace(/e(\d)/, 'e+$1')
}

function quote(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/\\u00([0-9a-f]{2})/g, '\\x$1')
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`
}

/** JSON text in which a float is written with a point, so that Python reads it as one. */
function typedText(value: Value, type: Type): string {
  if (type.is === 'optional') return value === null ? 'null' : typedText(value, type.of)
  if (type.is === 'float' && typeof value === 'number' && Number.isInteger(value)) return `${BigInt(value)}.0`
  if (Array.isArray(value)) {
    const inner = (i: number): Type =>
      type.is === 'list' ? type.of : type.is === 'tuple' ? ((type.many ? type.of[0] : type.of[i]) ?? ANY) : ANY
    return `[${value.map((item, i) => typedText(item, inner(i))).join(',')}]`
  }
  if (value !== null && typeof value === 'object') {
    const inner = type.is === 'dict' ? type.of : ANY
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${typedText(item, inner)}`)
      .join(',')}}`
  }
  return writeValue(value)
}

const FOUND: Record<string, string> = {
  nan: 'nan, which is not a number',
  infinity: 'infinity',
  cycle: 'something that contains itself',
  deep: 'something nested too deep',
  key: 'a dictionary whose keys are not texts or numbers',
  function: 'a function',
  class: 'a class',
  generator: 'a generator',
  coroutine: 'a coroutine',
  bytes: 'bytes',
}

const ADVICE: Record<string, string> = {
  set: 'A set has no order: return list(…) or sorted(…) of it.',
  frozenset: 'A set has no order: return list(…) or sorted(…) of it.',
  generator: 'Put list(…) around it.',
  range: 'Put list(…) around it.',
  map: 'Put list(…) around it.',
  filter: 'Put list(…) around it.',
  zip: 'Put list(…) around it.',
  reversed: 'Put list(…) around it.',
  dict_keys: 'Put list(…) around it.',
  dict_values: 'Put list(…) around it.',
  dict_items: 'Put list(…) around it.',
  bytes: 'Turn it into a text with .decode().',
  function: 'Did you forget the parentheses of a call?',
  coroutine: 'An async function gives its answer only when awaited: use asyncio.run(…), or leave out async.',
  nan: 'Somewhere a calculation has no result; look at your divisions.',
  infinity: 'Somewhere a calculation leaves the range of numbers; look at your divisions and powers.',
  cycle: 'A list or dictionary was put into itself.',
  key: 'Turn the keys into texts with str(…).',
  Decimal: 'Turn it into a number with float(…) or int(…).',
  Fraction: 'Turn it into a number with float(…).',
  complex: 'Return its .real part, or check how it came to be.',
}

export const notation: Notation = {
  name: (name) => name,
  value: write,
  argumentsText: (args, _signature: FunctionSignature, types) =>
    `[${args.map((value, i) => typedText(value, types[i] ?? ANY)).join(',')}]`,
  found: (word) => FOUND[word] ?? `a ${word}`,
  advice: (word) => ADVICE[word] ?? '',
  nothing: 'None',
  isNothing: (text) => text === 'null',
}
