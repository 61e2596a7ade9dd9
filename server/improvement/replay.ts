import { resultKey } from './awards.ts'
import type { RoundOutcome, RoundToRate } from './round.ts'
import { evaluateRound } from './round.ts'
import type { ImprovementState } from './state.ts'
import { emptyState } from './state.ts'

/**
 * Rates rounds in the order they ended, from nothing or from a stored state, one outcome at a time; returns the state
 * after the last. Same answers as `rateRound` round by round, but its cost does not grow with the players at rest.
 */
export function* replay(
  rounds: Iterable<RoundToRate>,
  from: ImprovementState = emptyState(),
): Generator<RoundOutcome, ImprovementState> {
  // Its own copies: assigned into below, as nobody else holds them.
  const state: ImprovementState = {
    players: Object.assign(Object.create(null), from.players),
    problems: Object.assign(Object.create(null), from.problems),
    levels: from.levels,
    tournaments: from.tournaments,
  }
  for (const round of rounds) {
    const { outcome, changes } = evaluateRound(state, round)
    for (const [id, player] of changes.players) state.players[id] = player
    for (const [id, problem] of changes.problems) state.problems[id] = problem
    state.levels = changes.levels
    state.tournaments = changes.tournaments
    yield outcome
  }
  return { ...state, players: { ...state.players }, problems: { ...state.problems } }
}

/** The round as it is rated once a host has struck results (by `resultKey`): those players did not play it. */
export const withoutStruck = (round: RoundToRate, struck: ReadonlySet<string>): RoundToRate => ({
  ...round,
  results: Object.fromEntries(
    Object.entries(round.results).filter(([player]) => !struck.has(resultKey(round.id, player))),
  ),
})
