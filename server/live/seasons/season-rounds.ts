import type { PlayerOutcome } from '../../improvement/outcome.ts'
import type { Step } from '../../improvement/smoothing.ts'
import type { RoundId } from '../../protocol/ids.ts'
import type { Round, RoundResult, Season, Series, Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { isInSeason } from '../../tournament/seasons.ts'
import { isStruck } from '../rating/timeline.ts'

/** The tournaments of a series with all of their rounds. */
export async function roundsIn(
  store: Store,
  { id }: Pick<Series, 'id'>,
): Promise<{ tournaments: Tournament[]; rounds: Round[] }> {
  const tournaments = await store.tournamentsIn(id)
  const rounds = await Promise.all(tournaments.map((tournament) => store.roundsOf(tournament.id)))
  return { tournaments, rounds: rounds.flat() }
}

/** [Z3] Those of a series' rounds that belong to the season, as a set of ids. */
export const inSeason = (season: Season, rounds: readonly Round[]): Set<RoundId> =>
  new Set(rounds.filter((round) => isInSeason(season, round)).map(({ id }) => id))

/** One player's way through the timeline, as smoothing takes it; `counts` says which rounds are the season's. */
export const stepsThrough = (
  results: readonly RoundResult[],
  counts: (roundId: RoundId) => boolean,
): Step<PlayerOutcome>[] =>
  results
    .filter((result) => !isStruck(result))
    .map(({ roundId, outcome }) => ({ outcome: outcome as PlayerOutcome, counts: counts(roundId) }))
