import type { RoundId, TournamentId } from '../../../server/protocol/ids.ts'
import type { OwnSeason, OwnSeries } from '../../../server/protocol/series.ts'

/** What stands for no choice. */
export const EVERYTHING = 'everything'

type Chosen = { id: string; series: OwnSeries; season: OwnSeason | null }

/** The series or season of one's own that an address names; null for everything, and for what is not one's own. */
export function chosenOf(all: readonly OwnSeries[], only: string | null): Chosen | null {
  for (const series of all) {
    if (series.id === only) return { id: series.id, series, season: null }
    const season = series.seasons.find(({ id }) => id === only)
    if (season) return { id: season.id, series, season }
  }
  return null
}

type Placed = { tournamentId: TournamentId | null; roundId?: RoundId; seasonId?: string | null }

/** Whether a round, or an award, belongs to what was chosen: an award of an evening belongs to the evening's season. */
export function isIn(
  chosen: Chosen | null,
  { tournamentId, roundId, seasonId }: Placed,
  told: readonly Placed[],
): boolean {
  if (chosen === null) return true
  const { series, season } = chosen
  if (seasonId) return season ? season.id === seasonId : series.seasons.some(({ id }) => id === seasonId)
  if (!tournamentId || !series.tournamentIds.includes(tournamentId)) return false
  if (season === null) return true
  const inSeason = (id: RoundId | undefined) => id !== undefined && season.roundIds.includes(id)
  if (roundId !== undefined) return inSeason(roundId)
  return told.some((round) => round.tournamentId === tournamentId && inSeason(round.roundId))
}
