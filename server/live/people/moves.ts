import type { EntryId, PlayerId, RoundId } from '../../protocol/ids.ts'
import type { Award, Badge, Entry, Link, RoundResult } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import { occasionOf } from '../badges/earned.ts'

/** The result of the same round, as the other player's: its id names whose it is. */
export function resultTo(result: RoundResult, playerId: PlayerId): Change[] {
  const row = { ...result, id: `${result.roundId}:${playerId}`, playerId }
  return [
    { do: 'remove', table: 'roundResults', id: result.id },
    { do: 'put', table: 'roundResults', row },
  ]
}

/** What was done in a round under one entry, as the other's. */
export async function playTo(store: Store, roundId: RoundId, from: EntryId, to: EntryId): Promise<Change[]> {
  const set = { entryId: to }
  return [
    ...(await store.openings(roundId, from)).map(({ id }): Change => ({ do: 'patch', table: 'openings', id, set })),
    ...(await store.hintsTaken(roundId, from)).map(({ id }): Change => ({ do: 'patch', table: 'hintsTaken', id, set })),
    ...(await store.submissionOutlines(roundId, from)).map(({ id }): Change => ({
      do: 'patch',
      table: 'submissions',
      id,
      set,
    })),
  ]
}

/** Whether anything was done in the round under this entry. */
export async function hasPlay(store: Store, roundId: RoundId, entryId: EntryId): Promise<boolean> {
  const opened = (await store.openings(roundId, entryId)).length
  return opened + (await store.submissionOutlines(roundId, entryId)).length > 0
}

/** The award with one winner's name for the other's; as it is where both have won it. */
export function awardTo(award: Award, from: PlayerId, to: PlayerId): Change[] {
  if (award.winners.some(({ playerId }) => playerId === to)) return []
  const winners = award.winners.map((winner) => (winner.playerId === from ? { ...winner, playerId: to } : winner))
  return [{ do: 'patch', table: 'awards', id: award.id, set: { winners } }]
}

export const entryTo = ({ id }: Entry, playerId: PlayerId, removed: boolean): Change => ({
  do: 'patch',
  table: 'entries',
  id,
  set: { playerId, removed },
})

/** The one that stays, after all links. */
export async function whoStays(store: Store, id: PlayerId): Promise<PlayerId> {
  const link: Link | null = await store.link(id)
  return link ? whoStays(store, link.into) : id
}

/** The accounts that were linked to each player, over all steps. */
export async function accountsOf(store: Pick<Store, 'links'>): Promise<Map<PlayerId, PlayerId[]>> {
  const links = await store.links()
  const next = new Map(links.map(({ id, into }) => [id, into]))
  const stays = (id: PlayerId): PlayerId => (next.has(id) ? stays(next.get(id)!) : id)
  return Map.groupBy(
    links.map(({ id }) => id),
    stays,
  )
}

/**
 * Whether a person who has `own` has this one already under their other account: a first mark, a level, an award that
 * both have won; and nobody is a new climber twice.
 */
export const hasAlready = (own: readonly Badge[], { source, achievementId }: Badge): boolean =>
  own.some(
    (other) =>
      occasionOf(other.source) === occasionOf(source) ||
      (achievementId === 'new-climber' && other.achievementId === 'new-climber'),
  )
