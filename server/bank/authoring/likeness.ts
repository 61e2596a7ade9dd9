import type { Problem } from '../problem.ts'

/** Words in a row that are compared together. */
const WORDS = 3

/**
 * How alike two statements read, from 0 to 1: the share of three words in a row that they have in common, in the
 * language in which that is most.
 */
export function likeness(first: Problem, second: Problem): number {
  const others = phrasesOf(second)
  return Math.max(0, ...[...phrasesOf(first)].map(([locale, phrases]) => common(phrases, others.get(locale))))
}

function common(first: Set<string>, second: Set<string> | undefined): number {
  if (second === undefined) return 0
  let both = 0
  for (const phrase of first) if (second.has(phrase)) both++
  return both === 0 ? 0 : both / (first.size + second.size - both)
}

const known = new WeakMap<Problem, Map<string, Set<string>>>()

/** By locale; kept as long as the problem is, since each trial asks for those of the whole bank. */
function phrasesOf(problem: Problem): Map<string, Set<string>> {
  const made =
    known.get(problem) ?? new Map(Object.entries(problem.statement).map(([locale, text]) => [locale, phrases(text)]))
  known.set(problem, made)
  return made
}

function phrases(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(WORDS - 1).map((_, i) => words.slice(i, i + WORDS).join(' ')))
}
