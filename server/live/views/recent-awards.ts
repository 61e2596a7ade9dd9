import type { RecentAwards } from '../../protocol/awards.ts'
import type { Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import type { Parts } from '../parts.ts'
import { awardView, byPlayer, knownOf } from './award-view.ts'

const SHOWN = 10

/** The newest published tournaments, for the first page. */
export async function recentAwards({ store, clock }: Pick<Parts, 'store' | 'clock'>): Promise<RecentAwards[]> {
  const published = (await store.tournaments()).filter((tournament) => tournament.publishedAt !== null)
  const newest = published.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, SHOWN)
  const shown: RecentAwards[] = []
  for (const tournament of newest) shown.push(await eveningView(store, tournament, clock.now()))
  return shown
}

/** A published tournament in a list. */
export async function eveningView(store: Store, tournament: Tournament, now: number): Promise<RecentAwards> {
  const { id, code, name, endedAt, createdAt } = tournament
  const award = knownOf(await store.awardsOf(id), tournament, now).find(({ headline }) => headline)
  const view = award && awardView(award, byPlayer(await store.entriesOf(id)))
  const headline = view ? { kind: view.kind, names: view.winners.flatMap(({ name }) => (name ? [name] : [])) } : null
  return { code, name, endedAt: endedAt ?? createdAt, headline }
}
