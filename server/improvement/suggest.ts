import { compareIds } from './observation.ts'
import type { ImprovementState } from './state.ts'
import { difficultyOf, entryOf, levelMean } from './state.ts'

export type BankProblem = { id: string; level: number; minutes: number }

/** Somebody who is expected at the round: what they solved before, in rounds and in practice. */
export type Expected = { player: string; solved: ReadonlySet<string> }

type Wishes = {
  state: ImprovementState
  bank: BankProblem[]
  expected: Expected[]
  limitMinutes: number
  count?: number
  /** The level that the host has in mind, 1 to 6: said outright, it outweighs what the players' levels suggest. */
  around?: number
}

const DEFAULT_COUNT = 6
/** At least four of six have been judged on others: below about 30 players difficulty would leak into shown numbers. */
const SHARE_JUDGED_BEFORE = 2 / 3
/** One that nearly everybody lights, up to one that the strongest may still find hard. */
const EASIER_THAN_THE_NEWEST = 1
const HARDER_THAN_THE_STRONGEST = 0.5

type Rated = BankProblem & { difficulty: number; judgedBefore: boolean; solvedBy: number }

const quantile = (sorted: number[], share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0

/** A round around a level reaches this far to either side of what its puzzles turned out to be. */
const AROUND_A_LEVEL = 0.6

/** The easiest and the hardest to aim at. Newcomers count as level 0. */
const reachOf = ({ state, expected, around }: Wishes): { from: number; to: number } => {
  if (around !== undefined) {
    const low = levelMean(state.levels, Math.floor(around))
    const middle = low + (around % 1) * (levelMean(state.levels, Math.ceil(around)) - low)
    return { from: middle - AROUND_A_LEVEL, to: middle + AROUND_A_LEVEL }
  }
  const levels = expected.map(({ player }) => entryOf(state.players, player)?.level ?? 0).toSorted((a, b) => a - b)
  return {
    from: quantile(levels, 0.1) - EASIER_THAN_THE_NEWEST,
    to: quantile(levels, 0.9) + HARDER_THAN_THE_STRONGEST,
  }
}

/** The difficulties to aim at, easy to hard, for the room that is expected. */
const targetsOf = (wishes: Wishes): number[] => {
  const { count = DEFAULT_COUNT } = wishes
  const { from, to } = reachOf(wishes)
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? (from + to) / 2 : from + ((to - from) * i) / (count - 1),
  )
}

/**
 * Puzzle ids for a round, easiest first: none that an expected player has solved, at least two thirds of them judged in
 * earlier rounds (as far as there are any), spread over the room's levels. Where unsolved ones run out, those solved by
 * the fewest follow; fewer than `count` where the bank has no more.
 */
export const suggestRound = (wishes: Wishes): string[] => {
  const { state, bank, expected, limitMinutes, count = DEFAULT_COUNT } = wishes
  const open: Rated[] = bank
    .filter(({ minutes }) => minutes <= limitMinutes)
    .map((problem) => ({
      ...problem,
      difficulty: difficultyOf(state, problem),
      judgedBefore: entryOf(state.problems, problem.id) !== undefined,
      solvedBy: expected.filter(({ solved }) => solved.has(problem.id)).length,
    }))
  const chosen: Rated[] = []
  const judgedThere = open.filter(({ judgedBefore, solvedBy }) => judgedBefore && solvedBy === 0).length
  const mustBeJudged = Math.min(Math.ceil(count * SHARE_JUDGED_BEFORE), judgedThere)
  const take = (target: number, from: Rated[]) => {
    const distance = ({ difficulty }: Rated) => Math.abs(difficulty - target)
    const next = from
      .filter((problem) => !chosen.includes(problem))
      .toSorted((a, b) => a.solvedBy - b.solvedBy || distance(a) - distance(b) || compareIds(a.id, b.id))[0]
    if (next !== undefined) chosen.push(next)
  }
  targetsOf(wishes).forEach((target, i) => {
    const judged = chosen.filter(({ judgedBefore, solvedBy }) => judgedBefore && solvedBy === 0).length
    const isDue = count - i <= mustBeJudged - judged
    const judgedOnes = open.filter(({ judgedBefore, solvedBy }) => judgedBefore && solvedBy === 0)
    take(target, isDue ? judgedOnes : open)
  })
  return chosen.toSorted((a, b) => a.difficulty - b.difficulty || compareIds(a.id, b.id)).map(({ id }) => id)
}

const A_LITTLE_ABOVE = 0.3
const NEXT_COUNT = 2

/**
 * What to try next: two puzzles that one has not solved, slightly above one's level, easiest first; the hardest ones
 * left where none is above. A newcomer counts as level 0.
 */
export const suggestNext = (
  state: ImprovementState,
  player: string,
  bank: BankProblem[],
  solved: ReadonlySet<string>,
): string[] => {
  const level = entryOf(state.players, player)?.level ?? 0
  const open = bank
    .filter(({ id }) => !solved.has(id))
    .map((problem) => ({ id: problem.id, above: difficultyOf(state, problem) - level }))
  const isAbove = ({ above }: { above: number }) => above > 0
  const fitting = open.toSorted(
    (a, b) =>
      Number(isAbove(b)) - Number(isAbove(a)) ||
      Math.abs(a.above - A_LITTLE_ABOVE) - Math.abs(b.above - A_LITTLE_ABOVE) ||
      compareIds(a.id, b.id),
  )
  return fitting
    .slice(0, NEXT_COUNT)
    .toSorted((a, b) => a.above - b.above || compareIds(a.id, b.id))
    .map(({ id }) => id)
}
