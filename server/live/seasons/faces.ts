import type { PlayerId } from '../../protocol/ids.ts'
import type { Entry, Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/**
 * Who people of a series are, by player: their newest entry whose name a host has approved, else the newest. Somebody
 * whose tournament has left the series since is found in whatever they have joined.
 */
export async function facesIn(
  store: Store,
  tournaments: readonly Tournament[],
  alsoWanted: readonly PlayerId[] = [],
): Promise<Map<string, Entry>> {
  const entries = (await Promise.all(tournaments.map(({ id }) => store.entriesOf(id)))).flat()
  const here = new Set(entries.map(({ playerId }) => playerId))
  for (const playerId of alsoWanted) if (!here.has(playerId)) entries.push(...(await store.entriesOfPlayer(playerId)))
  const shown = ({ nameApproved, removed }: Entry) => Number(nameApproved && !removed)
  const best = entries.toSorted((a, b) => shown(a) - shown(b) || a.joinedAt - b.joinedAt)
  return new Map(best.map((entry) => [entry.playerId, entry]))
}
