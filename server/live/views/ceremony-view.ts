import type { AwardView } from '../../protocol/awards.ts'
import type { CeremonyView } from '../../protocol/board.ts'
import type { Award, Season, Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { facesIn } from '../seasons/faces.ts'
import { inSeason, roundsIn } from '../seasons/season-rounds.ts'
import { awardView, byPlayer, knownOf, stepsOf } from './award-view.ts'

/** As many as stand in a row or two below the one in the light. */
const AWARDS_BEFORE = 5
/** Evenings that a season looks back at, the latest: a room listens for so long. */
const MOST_EVENINGS = 8

/** Where nobody stood out, an evening's headline is everybody's own moment: nothing to look back at by name. */
const isForOne = ({ kind, winners }: Award): boolean => kind !== 'your-moment' && winners.length > 0

/** One award that a ceremony reveals, as it stands in the store and as the room sees it. */
export type Step = { award: Award; view: AwardView }
type On = NonNullable<Tournament['ceremony']>

/** [T3] [Z7] What a ceremony reveals, in order: a round's awards, the tournament's, or those of a season. */
export async function ceremonySteps(store: Store, tournament: Tournament, on: On, now: number): Promise<Step[]> {
  if (on.seasonId) {
    const season = await store.season(on.seasonId)
    return season ? seasonSteps(store, season, now) : []
  }
  const entries = byPlayer(await store.entriesOf(tournament.id))
  const awards = stepsOf(await store.awardsOf(tournament.id), on.roundId)
  return awards.map((award) => ({ award, view: awardView(award, entries) }))
}

/** [Z7] Who improved most on each of its evenings, as far as the room knows of it, and then the season's own award. */
async function seasonSteps(store: Store, season: Season, now: number): Promise<Step[]> {
  const { tournaments, rounds } = await roundsIn(store, { id: season.seriesId })
  const own = inSeason(season, rounds)
  const there = new Set(rounds.filter(({ id }) => own.has(id)).map(({ tournamentId }) => tournamentId))
  const evenings = tournaments
    .filter(({ id, publishedAt }) => there.has(id) && publishedAt !== null)
    .toSorted((a, b) => (a.endedAt ?? a.createdAt) - (b.endedAt ?? b.createdAt))
  const back: Step[] = []
  for (const evening of evenings.slice(-MOST_EVENINGS)) {
    const known = knownOf(await store.awardsOf(evening.id), evening, now)
    const award = known.find((one) => one.headline && one.roundId === null && isForOne(one))
    if (!award) continue
    const view = awardView(award, byPlayer(await store.entriesOf(evening.id)))
    // The light of the headline is the season's.
    back.push({ award, view: { ...view, headline: false, evening: evening.name } })
  }
  const awards = (await store.awardsOfSeason(season.id)).filter(({ winners }) => winners.length > 0)
  const winners = awards.flatMap((award) => award.winners.map(({ playerId }) => playerId))
  const faces = await facesIn(store, tournaments, winners)
  return [...back, ...awards.map((award) => ({ award, view: { ...awardView(award, faces), headline: true } }))]
}

/**
 * What everybody sees of it: what is revealed, the newest whole. A ceremony is the tournament's, whatever it reveals: it
 * stands in the row, goes out with the board to wall and phones, and is revealed from the host's page of that tournament.
 */
export async function ceremonyView(store: Store, tournament: Tournament, on: On, now: number): Promise<CeremonyView> {
  const steps = await ceremonySteps(store, tournament, on, now)
  const revealed = steps.slice(0, on.revealed).map(({ view }) => view)
  const before = revealed.slice(0, -1).slice(-AWARDS_BEFORE)
  const season = on.seasonId ? await store.season(on.seasonId) : null
  return {
    roundId: on.roundId,
    season: season && { id: season.id, name: season.name },
    ...{ steps: steps.length, revealed: revealed.length, current: revealed.at(-1) ?? null },
    before: before.map(({ id, kind, winners, evening }) => ({
      ...{ id, kind, winners: winners.map(({ name }) => ({ name })) },
      ...(evening === undefined ? {} : { evening }),
    })),
  }
}
