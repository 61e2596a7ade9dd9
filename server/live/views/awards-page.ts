import type { AwardsPage } from '../../protocol/awards.ts'
import type { Award, Tournament } from '../../store/records.ts'
import type { Parts } from '../parts.ts'
import { awardView, byPlayer, stepsOf } from './award-view.ts'
import { seriesOf } from './series-view.ts'

/** What stays of a tournament for everybody: its awards, as far as `all` goes, and how its puzzles are solved. */
export async function awardsPage(
  { store, bank }: Pick<Parts, 'store' | 'bank'>,
  tournament: Tournament,
  all: readonly Award[],
  locale: string,
): Promise<AwardsPage> {
  const entries = await store.entriesOf(tournament.id)
  const names = byPlayer(entries)
  const views = (roundId: Award['roundId']) => stepsOf(all, roundId).map((award) => awardView(award, names))
  const awards = views(null)
  const published = (await store.roundsOf(tournament.id)).filter((round) => round.status === 'published')
  return {
    tournamentId: tournament.id,
    name: tournament.name,
    series: await seriesOf(store, tournament.seriesId),
    endedAt: tournament.endedAt ?? tournament.createdAt,
    players: entries.filter((entry) => !entry.removed).length,
    stars: await store.starsLit(tournament.id),
    headline: awards.find((award) => award.headline) ?? null,
    awards,
    rounds: published.map((round) => ({
      id: round.id,
      name: round.name,
      awards: views(round.id),
      problems: round.problemIds.flatMap((id) => bank.view(id, locale, true) ?? []),
    })),
  }
}
