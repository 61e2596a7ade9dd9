import type { PlayerOutcome } from '../../improvement/outcome.ts'
import type { PlayerId } from '../../protocol/ids.ts'
import type { SeasonOutline, SeasonRow, SeasonView } from '../../protocol/series.ts'
import type { RoundResult, Season } from '../../store/records.ts'
import { boundsOf, publishSeason } from '../../tournament/seasons.ts'
import type { Parts } from '../parts.ts'
import { RATE_ROUND } from '../rating/later.ts'
import { isStruck } from '../rating/timeline.ts'
import { facesIn } from '../seasons/faces.ts'
import { seasonAwardRows, seasonFigures, type SeasonFigures } from '../seasons/season-awards.ts'
import { inSeason, roundsIn } from '../seasons/season-rounds.ts'
import { awardView } from './award-view.ts'

type Needs = Pick<Parts, 'store' | 'clock'>

export const seasonOutline = ({ id, name, firstDay, lastDay, publishedAt }: Season): SeasonOutline => ({
  ...{ id, name, firstDay, lastDay, publishedAt },
})

/** [Z4] The figures of a season with what publishing it would be, or why it cannot be. */
export async function seasonStanding({ store, clock }: Needs, season: Season) {
  const { tournaments, rounds } = await roundsIn(store, { id: season.seriesId })
  const figures = await seasonFigures(store, season, rounds, season.publishedAt ?? undefined)
  const beingRated = (await store.pendingEffects()).some(({ kind }) => kind === RATE_ROUND)
  const [winners, awaiting] = [count(figures, 'winners'), count(figures, 'awaiting')]
  const ruling = publishSeason(season, rounds, { beingRated, winners, awaiting }, clock.now())
  return { tournaments, rounds, figures, ruling }
}

const count = ({ awards }: SeasonFigures, of: 'winners' | 'awaiting'): number =>
  awards.reduce((sum, award) => sum + award[of].length, 0)

/** The whole season, for hosts alone. */
export async function seasonView(parts: Needs, season: Season): Promise<SeasonView> {
  const { store, clock } = parts
  const { tournaments, rounds, figures, ruling } = await seasonStanding(parts, season)
  const own = inSeason(season, rounds)
  const published = await store.awardsOfSeason(season.id)
  const [award] = season.publishedAt === null ? seasonAwardRows(season, figures.awards, 0) : published
  const faces = await facesIn(store, tournaments, award?.winners.map(({ playerId }) => playerId) ?? [])
  const played = new Set(rounds.filter(({ id }) => own.has(id)).map(({ tournamentId }) => tournamentId))
  return {
    ...seasonOutline(season),
    seriesId: season.seriesId,
    over: clock.now() >= boundsOf(season).until,
    tournaments: played.size,
    rounds: own.size,
    ranking: ranking(figures, (playerId) => faces.get(playerId)?.name ?? ''),
    award: award && award.winners.length > 0 ? awardView(award, faces) : null,
    hindrance: season.publishedAt === null && !ruling.ok ? ruling.refusal : null,
  }
}

function ranking({ gains, results }: SeasonFigures, nameOf: (playerId: PlayerId) => string): SeasonRow[] {
  const counted = results.filter((result) => !isStruck(result) && (result.outcome as PlayerOutcome).observed > 0)
  const rows = [...Map.groupBy(counted, ({ playerId }) => playerId)].map(([playerId, own]): SeasonRow => {
    const gain = gains[playerId]
    return {
      ...{ playerId, name: nameOf(playerId), rounds: own.length },
      gain: gain === undefined ? null : Math.round(gain * 1000) / 10,
      flagged: own.some(isFlagOpen),
    }
  })
  return rows.sort(
    (a, b) =>
      (b.gain ?? -Infinity) - (a.gain ?? -Infinity) || b.rounds - a.rounds || (a.playerId < b.playerId ? -1 : 1),
  )
}

const isFlagOpen = ({ flagged, flagState }: RoundResult): boolean => flagged && flagState === 'open'
