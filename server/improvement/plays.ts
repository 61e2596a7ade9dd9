import { chanceOfSolving, gradientOf, informationOf, logTimeOf } from './model.ts'
import type { Play } from './observation.ts'
import { inOrderTried } from './observation.ts'
import type { PlayerOutcome, RoundOutcome, RoundToRate } from './outcome.ts'
import { entryOf } from './state.ts'

/** A round with what the model made of it: all that awards need. */
export type PlayedRound = {
  round: RoundToRate
  outcome: RoundOutcome
  /** Of players whose result a host struck, who are in none of the two: the outcome as it was before. */
  struck?: Record<string, PlayerOutcome>
}

/** One player's part of a played round; plays in the order tried. */
export type OwnRound = { round: string; outcome: PlayerOutcome; plays: Play[] }

const playsOf = ({ round, outcome }: PlayedRound, player: string): Play[] => {
  const row = entryOf(round.results, player) ?? []
  const plays = round.problems.flatMap(({ id, level }, i): Play[] => {
    const observation = row[i] ?? null
    const difficulty = entryOf(outcome.problems, id)?.difficulty
    return observation === null || difficulty === undefined ? [] : [{ problem: id, level, difficulty, observation }]
  })
  return inOrderTried(plays)
}

/** One player's part of these rounds, in their order. */
export const ownRounds = (rounds: PlayedRound[], player: string): OwnRound[] =>
  rounds.flatMap((played): OwnRound[] => {
    const outcome = entryOf(played.outcome.players, player)
    return outcome === undefined ? [] : [{ round: played.round.id, outcome, plays: playsOf(played, player) }]
  })

/** The chance that a player in the form of that day had of solving this one. */
export const chanceOf = (play: Play, form: number): number => chanceOfSolving(form - play.difficulty)

/** How far a stretch of plays went above (or below) what `form` leads to expect: Σg / √ΣI. */
const residual = (plays: Play[], form: number): number => {
  let gradient = 0
  let information = 0
  for (const { difficulty, observation } of plays) {
    const x = form - difficulty
    const chance = chanceOfSolving(x)
    const solved = observation.solved ? 1 : 0
    const logTime = observation.solved ? logTimeOf(observation.minutes, observation.wrong, observation.hints) : 0
    gradient += gradientOf(x, chance, solved, logTime)
    information += informationOf(chance, solved)
  }
  return gradient / Math.sqrt(information)
}

export type Climb = { rise: number; firstHalf: number; secondHalf: number }

const LEAST_PLAYS_IN_A_HALF = 2
const solvedIn = (plays: Play[]): number => plays.filter(({ observation }) => observation.solved).length

/**
 * The second half of one's own puzzles against the first, in the order tried; over two rounds, one after the other.
 * Puzzles never opened are left out, and the middle one of an odd number. `null` with fewer than two in a half.
 */
export const climbOf = (own: OwnRound[]): Climb | null => {
  const plays = own.flatMap((round) => round.plays).filter(({ observation }) => observation.order !== null)
  const half = Math.floor(plays.length / 2)
  if (half < LEAST_PLAYS_IN_A_HALF) return null
  const form = own.reduce((sum, { outcome }) => sum + outcome.form, 0) / own.length
  const [first, second] = [plays.slice(0, half), plays.slice(-half)]
  return {
    rise: residual(second, form) - residual(first, form),
    firstHalf: solvedIn(first),
    secondHalf: solvedIn(second),
  }
}
