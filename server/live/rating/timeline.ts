import type { Observations } from '../../improvement/observation.ts'
import type { PlayedRound } from '../../improvement/plays.ts'
import type { PlayerOutcome, ProblemOutcome, RoundToRate } from '../../improvement/round.ts'
import type { RoundId, TournamentId } from '../../protocol/ids.ts'
import type { RoundResult } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** What is stored with a rated round besides its results. */
export type RatedProblems = { list: RoundToRate['problems']; outcome: Record<string, ProblemOutcome> }

/** A result that a host struck says nothing to the model, nor to anybody else but that its player was there. */
export const isStruck = (result: Pick<RoundResult, 'flagState'>): boolean => result.flagState === 'struck'

/** A rated round as the model left it. */
export function playedRound(
  row: { id: RoundId; problems: unknown },
  tournament: TournamentId,
  results: readonly RoundResult[],
): PlayedRound {
  const { list, outcome } = row.problems as RatedProblems
  const [told, struck] = [results.filter((result) => !isStruck(result)), results.filter(isStruck)]
  const outcomes = (of: readonly RoundResult[]) =>
    Object.fromEntries(of.map(({ playerId, outcome: own }) => [playerId, own as PlayerOutcome]))
  return {
    round: {
      id: row.id,
      tournament,
      problems: list,
      results: Object.fromEntries(told.map(({ playerId, observations }) => [playerId, observations as Observations])),
    },
    outcome: {
      round: row.id,
      tournament,
      players: outcomes(told),
      problems: outcome,
    },
    struck: outcomes(struck),
  }
}

/** The rounds of the one timeline around a tournament: see `stretchOf`. */
export async function roundsAround(store: Store, tournamentId: TournamentId): Promise<PlayedRound[]> {
  const own = new Set((await store.roundsOf(tournamentId)).map((round) => round.id))
  return (await stretchOf(store, own)).map(({ played }) => played)
}

/**
 * The one timeline from the first of these rounds to the last: they themselves, and those of other tournaments in
 * between, which smoothing needs.
 */
export async function stretchOf(
  store: Store,
  own: ReadonlySet<RoundId>,
): Promise<{ played: PlayedRound; results: RoundResult[]; isOwn: boolean }[]> {
  const timeline = await store.timeline()
  const first = timeline.findIndex((row) => own.has(row.id))
  const last = timeline.findLastIndex((row) => own.has(row.id))
  const stretch: Awaited<ReturnType<typeof stretchOf>> = []
  for (const row of first < 0 ? [] : timeline.slice(first, last + 1)) {
    const results = await store.roundResults(row.id)
    const tournamentId = results[0]?.tournamentId ?? (await store.round(row.id))?.tournamentId
    if (tournamentId) stretch.push({ played: playedRound(row, tournamentId, results), results, isOwn: own.has(row.id) })
  }
  return stretch
}
