import type { Observation, Observations } from '../../../server/improvement/observation.ts'
import type { RoundToRate } from '../../../server/improvement/outcome.ts'
import { normalFrom, randomFrom } from '../../support/random.ts'

/**
 * A made-up club whose people do not behave as the model supposes: they work through the puzzles one after the other
 * until the time is up, give up, slip and guess; times are gamma; skill grows in spurts; levels are only roughly right.
 */
export type World = { rounds: RoundToRate[]; skills: Map<string, number>[] }

export type WorldShape = {
  seed: number
  players: number
  tournaments: number
  roundsEach: number
  problemsEach: number
  weeksBetween: number
  /** Share of players who come to a tournament they could come to. */
  attendance: number
  /** A shift of all true difficulties by round; 0 where not given. */
  hardness?: (round: number) => number
}

type Person = { id: string; skill: number; pace: number; care: number; learning: number }

const LIMIT_MINUTES = 40
const WITHIN_AN_EVENING = 0.2
const SPURT_PER_WEEK = 0.12
const SPURT = 0.6
const DRIFT_PER_WEEK = 0.08
const BASE_DIFFICULTY = [-1.7, -1, -0.2, 0.4, 0.8, 1.7]

/** The sum of `shape` exponentials: a gamma variable with mean `mean`. */
const gamma = (random: () => number, shape: number, mean: number): number => {
  let sum = 0
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random())
  return (sum * mean) / shape
}

/** Seeing the point of a puzzle: a Cauchy curve, with three in a hundred slipping whatever they know. */
const sees = (random: () => number, x: number): boolean => random() < 0.97 * (0.5 + Math.atan(2.2 * x) / Math.PI)

const geometric = (random: () => number, mean: number): number => {
  let count = 0
  while (count < 12 && random() < mean / (1 + mean)) count++
  return count
}

const playRound = (random: () => number, person: Person, form: number, difficulties: number[]): Observations => {
  let left = LIMIT_MINUTES
  return difficulties.map((difficulty, i): Observation => {
    const x = form - difficulty
    const order = i + 1
    if (left <= 1) return { solved: false, minutes: null, pasted: false, order: null, wrong: 0, hints: 0 }
    const wrong = geometric(random, person.care * Math.exp(-0.3 * x))
    if (!sees(random, x)) {
      left -= gamma(random, 2, 6)
      return { solved: false, minutes: null, pasted: false, order, wrong, hints: 0 }
    }
    const minutes = 0.7 + gamma(random, 3, person.pace * 6 * Math.exp(-0.55 * x)) + 0.5 * wrong
    left -= minutes
    if (left <= 0) return { solved: false, minutes: null, pasted: false, order, wrong, hints: 0 }
    return { solved: true, minutes, pasted: false, order, wrong, hints: random() < 0.05 ? 1 : 0 }
  })
}

/** Growth over some weeks, or within an evening (a fifth of a week): spurts, plateaus, forgetting. */
const grow = (random: () => number, person: Person, weeks: number): void => {
  const chance = 1 - (1 - SPURT_PER_WEEK) ** weeks
  const spurt = random() < chance ? gamma(random, 2, SPURT * person.learning) : 0
  person.skill += spurt + normalFrom(random) * DRIFT_PER_WEEK * Math.sqrt(weeks)
}

const peopleOf = (random: () => number, count: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `player-${String(i).padStart(3, '0')}`,
    // Two kinds come: some who began last month, some who have done this for years.
    skill: random() < 0.6 ? -0.5 + 0.6 * normalFrom(random) : 0.9 + 0.5 * normalFrom(random),
    pace: Math.exp(0.25 * normalFrom(random)),
    care: 0.3 + 0.6 * random(),
    learning: random() < 0.25 ? 2 : 0.6,
  }))

/** Plays all tournaments; `skills` are the true ones at each round, of those who played it. */
export const playWorld = (shape: WorldShape): World => {
  const random = randomFrom(shape.seed)
  const people = peopleOf(random, shape.players)
  const world: World = { rounds: [], skills: [] }
  for (let t = 0; t < shape.tournaments; t++) {
    const present = people.filter(() => random() < shape.attendance)
    for (const person of t > 0 ? people : []) grow(random, person, shape.weeksBetween)
    for (let r = 0; r < shape.roundsEach; r++) {
      const number = world.rounds.length
      for (const person of r > 0 ? present : []) grow(random, person, WITHIN_AN_EVENING)
      const levels = Array.from({ length: shape.problemsEach }, (_, i) => 1 + Math.floor((i * 6) / shape.problemsEach))
      const shift = shape.hardness?.(number) ?? 0
      const difficulties = levels.map((level) => BASE_DIFFICULTY[level - 1]! + 0.5 * normalFrom(random) + shift)
      const results: Record<string, Observations> = {}
      for (const person of present) {
        const form = person.skill + 0.3 * normalFrom(random)
        results[person.id] = playRound(random, person, form, difficulties)
      }
      world.rounds.push({
        id: `round-${number}`,
        tournament: `tournament-${t}`,
        problems: levels.map((level, i) => ({ id: `r${number}-p${i}`, level })),
        results,
      })
      world.skills.push(new Map(present.map(({ id, skill }) => [id, skill])))
    }
  }
  return world
}
