import type { RoundOutcome, RoundToRate } from './outcome.ts'
import { evaluateRound } from './round.ts'
import type { ImprovementState } from './state.ts'
import { emptyState } from './state.ts'

export type Timeline = {
  /** Rates the next round of the timeline. */
  rate: (round: RoundToRate) => RoundOutcome
  /** The state after the rounds so far. */
  state: () => ImprovementState
}

/**
 * For many rounds in a row: the same answers as `rateRound` one by one, but a round costs what its own players cost,
 * however many others are known. Goes on from a stored state, which it leaves as it is.
 */
export const openTimeline = (from: ImprovementState = emptyState()): Timeline => {
  const own: ImprovementState = {
    players: Object.assign(Object.create(null), from.players),
    problems: Object.assign(Object.create(null), from.problems),
    levels: from.levels,
    tournaments: from.tournaments,
  }
  return {
    rate: (round) => {
      const { outcome, changes } = evaluateRound(own, round)
      for (const [id, player] of changes.players) own.players[id] = player
      for (const [id, problem] of changes.problems) own.problems[id] = problem
      own.levels = changes.levels
      own.tournaments = changes.tournaments
      return outcome
    },
    state: () => ({ ...own, players: { ...own.players }, problems: { ...own.problems } }),
  }
}

/**
 * Rates rounds in the order they ended; outcomes one at a time, so that a long history need not be held at once.
 * Returns the state after the last.
 */
export function* replay(
  rounds: Iterable<RoundToRate>,
  from?: ImprovementState,
): Generator<RoundOutcome, ImprovementState> {
  const timeline = openTimeline(from)
  for (const round of rounds) yield timeline.rate(round)
  return timeline.state()
}
