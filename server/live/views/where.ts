import type { Award } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** What an award or a badge is of, by its names: the tournament's, or the series' and the season's. */
export async function whereOf(
  store: Store,
  { tournamentId, seasonId }: Pick<Award, 'tournamentId' | 'seasonId'>,
): Promise<string[]> {
  const tournament = tournamentId && (await store.tournament(tournamentId))
  if (tournament) return [tournament.name]
  const season = seasonId && (await store.season(seasonId))
  const series = season && (await store.series(season.seriesId))
  return season && series ? [series.name, season.name] : []
}
