import { nameKey } from '../../protocol/names.ts'

/** Below this, two names say nothing about being one person's. */
const ALIKE = 0.5

/** Letters alone, word by word: case, accents, digits and signs are what people change from one evening to the next. */
const wordsOf = (name: string): string[] =>
  nameKey(name.normalize('NFKD').replace(/\p{M}/gu, ''))
    .split(/\P{L}+/u)
    .filter((word) => word !== '')

/**
 * What to look for in the names of others, as `nameKey` spells it, so that whoever may be meant is among what is found:
 * the name, its words, and how each begins and ends.
 */
export function searchParts(name: string): string[] {
  const words = [...wordsOf(name), ...nameKey(name).split(' ')]
  return [...new Set([nameKey(name), ...words.flatMap((word) => [word, head(word), tail(word)])])].filter(Boolean)
}
const head = (word: string): string => [...word].slice(0, 2).join('')
const tail = (word: string): string => [...word].slice(-2).join('')

/** How alike two names are, from 0 to 1: the same letters, a word in common, a short form, a slip of the finger. */
export function likeness(a: string, b: string): number {
  if (nameKey(a) === nameKey(b)) return 1
  const [ours, theirs] = [wordsOf(a), wordsOf(b)]
  if (ours.length === 0 || theirs.length === 0) return 0
  if (ours.join(' ') === theirs.join(' ')) return 0.95
  return Math.max(...ours.flatMap((one) => theirs.map((other) => wordLikeness(one, other))))
}

function wordLikeness(a: string, b: string): number {
  // A single letter is an initial, and many share it.
  if (Math.min(a.length, b.length) < 2) return 0
  if (a === b) return 0.9
  if (a.startsWith(b) || b.startsWith(a)) return Math.min(a.length, b.length) >= 3 ? 0.85 : 0.7
  return 0.85 * (1 - distance(a, b) / Math.max(a.length, b.length))
}

/** Letters to change, leave out or put in, to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** Those of `found` who may be meant by `name`, likeliest first; among equals, whoever was here last. */
export function likeliest<P extends { names: readonly string[]; lastJoinedAt: number }>(
  name: string,
  found: readonly P[],
): P[] {
  return found
    .map((person) => ({ person, alike: Math.max(0, ...person.names.map((other) => asked(name, other))) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || b.person.lastJoinedAt - a.person.lastJoinedAt)
    .map(({ person }) => person)
}

/** What is only begun to be typed is found, too. */
const asked = (name: string, other: string): number =>
  Math.max(likeness(name, other), nameKey(other).includes(nameKey(name)) ? 0.8 : 0)
