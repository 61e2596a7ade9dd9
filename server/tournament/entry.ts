import { nameKey } from '../protocol/names.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { TournamentStatus } from '../protocol/round.ts'

export type Door = { status: TournamentStatus; joiningOpen: boolean; approveNames: boolean }
export type KnownEntry = { id: string; name: string; removed: boolean }

/** [E1] [E4] Whether this person comes in: as who they were, or as a new entry. `own` is their entry here. */
export function enter(door: Door, own: KnownEntry | null): Result<'back' | 'new', Refusal> {
  if (own?.removed) return refused(refusal('removed-from-tournament'))
  if (own) return ok('back')
  if (door.status !== 'open') return refused(refusal('tournament-over'))
  if (!door.joiningOpen) return refused(refusal('joining-closed'))
  return ok('new')
}

/** [E4] Lets somebody back in who was taken off the list, as they were; whose name is gone has deleted themselves. */
export function readmit<E extends KnownEntry>(entry: E, entries: readonly KnownEntry[]): Result<E, Refusal> {
  if (!entry.removed || entry.name === '') return refused(refusal('entry-not-found'))
  const named = takeName(entry.name, entries, entry.id, { approveNames: true })
  return named.ok ? ok({ ...entry, removed: false }) : named
}

/** [E5] Somebody's extra time from now on: a factor on the limits of the round under way and those to come. */
export function giveTime<E extends { removed: boolean; timeFactor: number }>(
  entry: E,
  factor: number,
): Result<E, Refusal> {
  return entry.removed ? refused(refusal('entry-not-found')) : ok({ ...entry, timeFactor: factor })
}

/** [E6] Makes a helper of somebody, or not any more. */
export function makeHelper<E extends { removed: boolean; helper: boolean }>(
  entry: E,
  helper: boolean,
): Result<E, Refusal> {
  return entry.removed ? refused(refusal('entry-not-found')) : ok({ ...entry, helper })
}

/** [E6] Whether this key, from an invitation, makes a helper: `wanted` is the tournament's. Nobody without one is asked. */
export function invitedBy(key: string | undefined, wanted: string | null): Result<boolean, Refusal> {
  if (key === undefined) return ok(false)
  return key === wanted ? ok(true) : refused(refusal('invitation-outdated'))
}

/** [E2] [E3] The name as it will stand, or why it cannot. `ownId` is the entry that takes it, where it exists. */
export function takeName(
  name: string,
  entries: readonly KnownEntry[],
  ownId: string | null,
  door: Pick<Door, 'approveNames'>,
): Result<{ name: string; nameApproved: boolean }, Refusal> {
  const clean = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (clean === '') return refused(refusal('name-unusable'))
  const taken = entries.some((entry) => !entry.removed && entry.id !== ownId && nameKey(entry.name) === nameKey(clean))
  if (taken) return refused(refusal('name-taken', { name: clean }))
  return ok({ name: clean, nameApproved: !door.approveNames })
}
