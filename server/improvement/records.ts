import { LEVELS } from '../protocol/levels.ts'
import type { FirstSentence } from '../protocol/sentences.ts'
import { displayed, displayedMinutes } from './display.ts'
import type { Play } from './observation.ts'
import { inOrderTried } from './observation.ts'

/** One's own firsts and bests so far. Plain data. */
export type PersonalRecords = {
  solved: number
  /** Levels with a solve, ascending. */
  levels: number[]
  /** Displayed difficulty of the hardest solve. */
  hardest: number | null
  cleanSolves: number
  /** Solves in a row with no wrong submission: the present run, over rounds, and the longest. */
  run: number
  longestRun: number
  mostSolved: number
  mostTried: number
  mostWrongOvercome: number
  /** Fewest minutes of a solve, by level; index 0 is level 1. */
  fastest: (number | null)[]
}

export const noRecords = (): PersonalRecords => ({
  solved: 0,
  levels: [],
  hardest: null,
  cleanSolves: 0,
  run: 0,
  longestRun: 0,
  mostSolved: 0,
  mostTried: 0,
  mostWrongOvercome: 0,
  fastest: [null, null, null, null, null, null],
})

const RUN_WORTH_TELLING = 3
const WRONG_WORTH_TELLING = 3

type Solve = Play & { observation: { solved: true } }
const isSolve = (play: Play): play is Solve => play.observation.solved
export const solvesOf = (plays: Play[]): Solve[] => plays.filter(isSolve)

/** No wrong submission and no hint. */
export const isClean = ({ observation }: Play): boolean =>
  observation.solved && observation.wrong === 0 && observation.hints === 0

const wasTried = ({ observation }: Play): boolean =>
  observation.order !== null || observation.solved || observation.wrong > 0

const runsAfter = (before: PersonalRecords, plays: Play[]): { run: number; longestRun: number } => {
  let { run, longestRun } = before
  for (const { observation } of plays) {
    if (observation.wrong > 0) run = 0
    else if (observation.solved) run++
    longestRun = Math.max(longestRun, run)
  }
  return { run, longestRun }
}

/** The records after a round with these plays. */
export const recordsAfter = (before: PersonalRecords, unordered: Play[]): PersonalRecords => {
  const plays = inOrderTried(unordered)
  const solves = solvesOf(plays)
  const fastest = [...before.fastest]
  for (const { level, observation } of solves)
    fastest[level - 1] = Math.min(fastest[level - 1] ?? Infinity, observation.minutes)
  return {
    solved: before.solved + solves.length,
    levels: LEVELS.filter((level) => before.levels.includes(level) || solves.some((solve) => solve.level === level)),
    hardest: solves.reduce<number | null>((top, { difficulty }) => {
      const shown = displayed(difficulty)
      return top === null || shown > top ? shown : top
    }, before.hardest),
    cleanSolves: before.cleanSolves + solves.filter(isClean).length,
    ...runsAfter(before, plays),
    mostSolved: Math.max(before.mostSolved, solves.length),
    mostTried: Math.max(before.mostTried, plays.filter(wasTried).length),
    mostWrongOvercome: Math.max(before.mostWrongOvercome, ...solves.map(({ observation }) => observation.wrong)),
    fastest,
  }
}

/**
 * What this round held that the player had never done before, the most telling first.
 * Never empty: the number of rounds played is always new. `rounds` counts this one.
 */
export const firstsOf = (
  before: PersonalRecords,
  after: PersonalRecords,
  unordered: Play[],
  rounds: number,
): FirstSentence[] => {
  const solves = solvesOf(inOrderTried(unordered))
  const hardest = solves.toSorted((a, b) => b.difficulty - a.difficulty)[0]
  const clean = solves.find(isClean)
  const firsts: FirstSentence[] = []
  if (before.solved === 0 && solves[0] !== undefined)
    firsts.push({ code: 'first-solve', params: { problem: solves[0].problem } })
  for (const level of after.levels.toReversed()) {
    const first = solves.find((solve) => solve.level === level)
    if (first !== undefined && !before.levels.includes(level))
      firsts.push({ code: 'first-at-level', params: { level, problem: first.problem } })
  }
  if (hardest !== undefined && before.hardest !== null && displayed(hardest.difficulty) > before.hardest)
    firsts.push({
      code: 'hardest-solve',
      params: { problem: hardest.problem, difficulty: displayed(hardest.difficulty) },
    })
  if (after.longestRun > before.longestRun && after.longestRun >= RUN_WORTH_TELLING)
    firsts.push({ code: 'longest-clean-run', params: { count: after.longestRun } })
  if (after.mostSolved > before.mostSolved && before.mostSolved > 0)
    firsts.push({ code: 'most-solved', params: { count: after.mostSolved } })
  if (before.cleanSolves === 0 && clean !== undefined)
    firsts.push({ code: 'first-clean-solve', params: { problem: clean.problem } })
  if (after.mostWrongOvercome > before.mostWrongOvercome && after.mostWrongOvercome >= WRONG_WORTH_TELLING) {
    const stubborn = solves.find(({ observation }) => observation.wrong === after.mostWrongOvercome)
    if (stubborn !== undefined)
      firsts.push({
        code: 'longest-persistence',
        params: { problem: stubborn.problem, count: after.mostWrongOvercome },
      })
  }
  for (const { level, problem, observation } of solves) {
    const earlier = before.fastest[level - 1] ?? null
    const isFastest = observation.minutes === after.fastest[level - 1]
    if (earlier !== null && isFastest && displayedMinutes(observation.minutes) < displayedMinutes(earlier))
      firsts.push({
        code: 'fastest-at-level',
        params: { level, problem, minutes: displayedMinutes(observation.minutes) },
      })
  }
  if (after.mostTried > before.mostTried && before.mostTried > 0)
    firsts.push({ code: 'most-tried', params: { count: after.mostTried } })
  if (Math.floor(after.solved / 10) > Math.floor(before.solved / 10))
    firsts.push({ code: 'solved-in-all', params: { count: after.solved } })
  firsts.push({ code: 'rounds-played', params: { count: rounds } })
  return firsts
}
