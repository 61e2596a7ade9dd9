import type { OwnSeries, SeriesPage, SeriesView } from '../../protocol/series.ts'
import type { SeriesId } from '../../protocol/ids.ts'
import type { TournamentRow } from '../../protocol/host.ts'
import type { MyResult } from '../../protocol/me.ts'
import { seasonSentence } from '../../improvement/sentences.ts'
import type { PlayerId } from '../../protocol/ids.ts'
import type { Series, Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { facesIn } from '../seasons/faces.ts'
import { isSeasonSecret } from '../seasons/known.ts'
import { inSeason, roundsIn, stepsThrough } from '../seasons/season-rounds.ts'
import { awardView } from './award-view.ts'
import { eveningView } from './recent-awards.ts'
import { seasonOutline } from './season-view.ts'

/** A tournament in a host's list. */
export async function tournamentRow(store: Store, tournament: Tournament): Promise<TournamentRow> {
  const { id, code, name, status, createdAt, seriesId } = tournament
  return {
    ...{ id, code, name, status, createdAt, seriesId },
    players: (await store.entriesOf(id)).filter((entry) => !entry.removed).length,
    rounds: (await store.roundsOf(id)).length,
  }
}

export async function seriesView(store: Store, { id, name }: Series): Promise<SeriesView> {
  const rows = await Promise.all((await store.tournamentsIn(id)).map((tournament) => tournamentRow(store, tournament)))
  return { id, name, seasons: (await store.seasonsOf(id)).map(seasonOutline), tournaments: rows.toReversed() }
}

/** The name of a tournament's series, as a link to it needs it. */
export async function seriesOf(
  store: Store,
  seriesId: SeriesId | null,
): Promise<{ id: SeriesId; name: string } | null> {
  const series = seriesId && (await store.series(seriesId))
  return series ? { id: series.id, name: series.name } : null
}

/** What everybody may read of a series: published evenings and published awards of its seasons. */
export async function seriesPage(store: Store, { id, name }: Series, now: number): Promise<SeriesPage> {
  const { tournaments, rounds } = await roundsIn(store, { id })
  const published = tournaments.filter(({ publishedAt }) => publishedAt !== null)
  const newest = published.toSorted((a, b) => (b.endedAt ?? b.createdAt) - (a.endedAt ?? a.createdAt))
  const evenings = new Map<string, Awaited<ReturnType<typeof eveningView>>>()
  for (const tournament of newest) evenings.set(tournament.id, await eveningView(store, tournament, now))
  const elsewhere = new Map(evenings)
  const seasons: SeriesPage['seasons'] = []
  for (const season of await store.seasonsOf(id)) {
    const own = inSeason(season, rounds)
    const there = new Set(rounds.filter((round) => own.has(round.id)).map(({ tournamentId }) => tournamentId))
    const given = (await store.awardsOfSeason(season.id)).find(({ winners }) => winners.length > 0)
    const award = given && (await isSeasonSecret(store, given)) ? undefined : given
    const faces =
      award &&
      (await facesIn(
        store,
        tournaments,
        award.winners.map(({ playerId }) => playerId),
      ))
    seasons.push({
      ...seasonOutline(season),
      award: award && faces ? awardView(award, faces) : null,
      evenings: [...evenings].flatMap(([tournamentId, evening]) =>
        there.has(tournamentId as Tournament['id']) ? [evening] : [],
      ),
    })
    for (const tournamentId of there) elsewhere.delete(tournamentId)
  }
  return { id, name, seasons, evenings: [...elsewhere.values()] }
}

/** The series and seasons in which somebody has published rounds, with what each season says to them. */
export async function ownSeries(store: Store, playerId: PlayerId, told: readonly MyResult[]): Promise<OwnSeries[]> {
  const toldIds = new Set(told.map(({ roundId }) => roundId))
  const results = (await store.resultsOfPlayer(playerId)).filter(({ roundId }) => toldIds.has(roundId))
  const here = new Set(told.map(({ tournamentId }) => tournamentId))
  const own: OwnSeries[] = []
  for (const series of await store.allSeries()) {
    const { tournaments, rounds } = await roundsIn(store, series)
    const tournamentIds = tournaments.map(({ id }) => id).filter((id) => here.has(id))
    if (tournamentIds.length === 0) continue
    const seasons: OwnSeries['seasons'] = []
    for (const season of await store.seasonsOf(series.id)) {
      const roundIds = inSeason(season, rounds)
      const sentence = seasonSentence(stepsThrough(results, (id) => roundIds.has(id)))
      const { id, name, firstDay, lastDay } = season
      if (sentence)
        seasons.push({
          ...{ id, name, firstDay, lastDay, sentence },
          roundIds: results.map(({ roundId }) => roundId).filter((roundId) => roundIds.has(roundId)),
        })
    }
    own.push({ id: series.id, name: series.name, tournamentIds, seasons })
  }
  return own
}
