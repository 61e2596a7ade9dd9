import type { RecentAwards } from '../../protocol/views.ts'
import type { Parts } from '../parts.ts'
import { awardView, byPlayer } from './award-view.ts'

const SHOWN = 10

/** The newest published tournaments, for the first page. */
export async function recentAwards({ store }: Pick<Parts, 'store'>): Promise<RecentAwards[]> {
  const published = (await store.tournaments()).filter((tournament) => tournament.publishedAt !== null)
  const newest = published.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, SHOWN)
  const shown: RecentAwards[] = []
  for (const { id, code, name, endedAt, createdAt } of newest) {
    const award = (await store.awardsOf(id)).find(({ headline }) => headline)
    const view = award && awardView(award, byPlayer(await store.entriesOf(id)))
    const headline = view ? { kind: view.kind, names: view.winners.flatMap(({ name }) => (name ? [name] : [])) } : null
    shown.push({ code, name, endedAt: endedAt ?? createdAt, headline })
  }
  return shown
}
