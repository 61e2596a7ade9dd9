import { createHash } from 'node:crypto'
import type { Problem, TestCase, Value } from './problem.ts'
import { inputText } from './verify.ts'

type Random = () => number

/** The same seed gives the same inputs on every machine. */
function randomFrom(seed: number): Random {
  let drawn = 0
  return () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE() / 2 ** 32
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!

/** What the tests hold at one place of the input: the ranges in which new inputs stay. */
type Seen = { numbers: number[]; texts: string[]; lengths: number[]; items: Value[] }

/**
 * New inputs that look like the tests' own: one of them with one or two things changed, within the ranges that the tests
 * show for that place, so that they keep to what the statement promises as far as can be told. Nothing is expected of them.
 */
export function similarInputs(problem: Problem, count: number): TestCase[] {
  const tests = [...problem.examples, ...problem.hidden]
  const random = randomFrom(tests.length)
  const seen = new Map<string, Seen>()
  const known = new Set(tests.map(inputText))
  for (const test of tests) if ('args' in test) test.args.forEach((arg, i) => look(arg, `${i}`, seen))
  const whole = tests.flatMap((test) => ('stdin' in test ? (test.stdin.match(/-?\d+/g) ?? []).map(Number) : []))
  const found: TestCase[] = []
  for (let attempt = 0; attempt < count * 8 && found.length < count; attempt++) {
    const test = pick(tests, random)
    const next = changedTest(test, seen, whole, random)
    if (next === undefined || known.has(inputText(next))) continue
    known.add(inputText(next))
    found.push(next)
  }
  return found
}

function changedTest(test: TestCase, seen: Map<string, Seen>, whole: number[], random: Random): TestCase | undefined {
  if ('args' in test) {
    if (test.args.length === 0) return undefined
    const args = [...test.args]
    for (let changes = random() < 0.5 ? 1 : 2; changes > 0; changes--) {
      const i = Math.floor(random() * args.length)
      args[i] = changedValue(args[i]!, `${i}`, seen, random)
    }
    return { args, returns: null }
  }
  if ('stdin' in test) {
    const numbers = [...test.stdin.matchAll(/-?\d+/g)]
    if (numbers.length === 0) return undefined
    const { index, 0: text } = pick(numbers, random)
    const is = String(nearby(Number(text), whole, random))
    return { stdin: test.stdin.slice(0, index) + is + test.stdin.slice(index + text.length), stdout: '\0' }
  }
  return undefined
}

/** Lists' items share one place, a record's values too. */
function look(value: Value, place: string, seen: Map<string, Seen>): void {
  const here = seen.get(place) ?? { numbers: [], texts: [], lengths: [], items: [] }
  seen.set(place, here)
  if (typeof value === 'number') here.numbers.push(value)
  if (typeof value === 'string') {
    here.texts.push(value)
    here.lengths.push([...value].length)
  }
  if (typeof value !== 'object' || value === null) return
  const items = Object.values(value)
  if (Array.isArray(value)) here.lengths.push(items.length)
  here.items.push(...items)
  for (const item of items) look(item, `${place}/`, seen)
}

function changedValue(value: Value, place: string, seen: Map<string, Seen>, random: Random): Value {
  const here = seen.get(place)
  if (here === undefined) return value
  if (typeof value === 'number')
    return Number.isInteger(value) ? nearby(value, here.numbers, random) : pick(here.numbers, random)
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return changedText(value, here, random)
  if (Array.isArray(value)) {
    const items = changedLength(value, here.lengths, () => pick(here.items, random), random)
    if (items !== undefined || value.length === 0) return items ?? value
    const i = Math.floor(random() * value.length)
    return value.with(i, changedValue(value[i]!, `${place}/`, seen, random))
  }
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    if (keys.length === 0) return value
    const key = pick(keys, random)
    return { ...value, [key]: changedValue(value[key]!, `${place}/`, seen, random) }
  }
  return value
}

/** One more, one less, or a number that another test has there; never outside what the tests have. */
function nearby(value: number, numbers: number[], random: Random): number {
  const wish = pick([value + 1, value - 1, pick(numbers, random), pick(numbers, random) + 1], random)
  // Not Math.min(...numbers): a test may hold more numbers than a call takes arguments.
  const least = numbers.reduce((a, b) => (a < b ? a : b), value)
  const most = numbers.reduce((a, b) => (a > b ? a : b), value)
  return wish < least ? least : wish > most ? most : wish
}

/** Texts of letters alone may change in any letter; others have a form (`07:45`) and are taken as they are. */
function changedText(value: string, here: Seen, random: Random): string {
  if (!here.texts.every((text) => /^[\p{L} ]*$/u.test(text))) return pick(here.texts, random)
  const letters = [...here.texts.join('')]
  if (letters.length === 0) return value
  const changed = changedLength([...value], here.lengths, () => pick(letters, random), random)
  if (changed !== undefined) return changed.join('')
  const all = [...value]
  return all.length === 0 ? value : all.with(Math.floor(random() * all.length), pick(letters, random)).join('')
}

/** One item less, one more, or two in each other's place; undefined when nothing of the kind was drawn or is possible. */
function changedLength<T>(items: T[], lengths: number[], another: () => T, random: Random): T[] | undefined {
  const at = Math.floor(random() * Math.max(1, items.length))
  const least = lengths.reduce((a, b) => (a < b ? a : b), items.length)
  const most = lengths.reduce((a, b) => (a > b ? a : b), items.length)
  switch (Math.floor(random() * 4)) {
    case 0:
      return items.length > least ? items.toSpliced(at, 1) : undefined
    case 1:
      return items.length < most ? items.toSpliced(at, 0, another()) : undefined
    case 2:
      return items.length > 1 ? items.with(at, items[0]!).with(0, items[at]!) : undefined
    default:
      return undefined
  }
}
