import { seeded } from '../bots/random.ts'

/**
 * Bots whose skill is known, and grows from round to round by a known amount. They do not behave as the ranking model
 * supposes: they take puzzle after puzzle until the time is up, give up, slip and guess, and take gamma times.
 */
export type SeasonBot = {
  name: string
  /** True skill in the first round, and what each further round adds, in logits. */
  start: number
  growth: number
  pace: number
  care: number
  random: () => number
}

/** What a bot does at a minute of a round. */
export type Act = { minute: number; puzzle: number; does: 'open' | 'solve' | 'fail' }

const MOST_GROWTH = 0.5
const FORM_OF_THE_DAY = 0.3
const SLIP = 0.04
const GUESS = 0.03
const A_MOMENT_MINUTES = 0.05

export const makeBots = (seed: number, count: number): SeasonBot[] =>
  Array.from({ length: count }, (_, i) => {
    const random = seeded(seed * 7919 + i)
    return {
      name: `Bot ${String(i + 1).padStart(String(count).length, '0')}`,
      start: -0.3 + 0.8 * normal(random),
      growth: MOST_GROWTH * random(),
      pace: Math.exp(0.25 * normal(random)),
      care: 0.2 + 0.6 * random(),
      random,
    }
  })

/** True skill in a round, counted from 0. */
export const skillIn = ({ start, growth }: SeasonBot, round: number): number => start + growth * round

/** One bot's way through a round of puzzles with these true difficulties. */
export function wayThrough(bot: SeasonBot, round: number, difficulties: readonly number[], limit: number): Act[] {
  const { random, pace, care } = bot
  const form = skillIn(bot, round) + FORM_OF_THE_DAY * normal(random)
  const acts: Act[] = []
  let minute = 0.2 + random()
  for (const [puzzle, difficulty] of difficulties.entries()) {
    if (minute >= limit - 1) break
    const above = form - difficulty
    const begun = minute
    acts.push({ minute, puzzle, does: 'open' })
    const sees = random() < GUESS + (1 - GUESS - SLIP) / (1 + Math.exp(-1.7 * above))
    minute += sees ? 0.6 + gamma(random, 3, pace * 5 * Math.exp(-0.5 * above)) : gamma(random, 2, 5)
    const failed = Math.min(4, Math.floor(-Math.log(1 - random()) * care * Math.exp(-0.3 * above)))
    for (let i = 1; i <= failed; i++)
      acts.push({ minute: begun + ((minute - begun) * i) / (failed + 1), puzzle, does: 'fail' })
    if (sees) acts.push({ minute, puzzle, does: 'solve' })
    minute += A_MOMENT_MINUTES
  }
  return acts.filter((act) => act.minute < limit)
}

/** What a puzzle of a level truly is, which nobody is told. */
export const trueDifficulty = (level: number, random: () => number): number =>
  [-1.7, -1, -0.2, 0.4, 0.9, 1.7][level - 1]! + 0.4 * normal(random)

/** The sum of `shape` exponentials. */
const gamma = (random: () => number, shape: number, mean: number): number => {
  let sum = 0
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random())
  return (sum * mean) / shape
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
