import type { PlayerId, RoundId, TournamentId } from '../protocol/ids.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Role } from '../protocol/round.ts'
import type { Entry, Round } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { rolesIn } from '../tournament/permissions.ts'

/** Who gives a command, as the socket's cookies said when it connected. */
export type Actor = {
  host: { userId: string; role: 'owner' | 'host'; name: string } | null
  player: { userId: string; playerId: PlayerId } | null
}

export function rolesOf(actor: Actor): Role[] {
  const roles: Role[] = ['spectator']
  if (actor.player) roles.push('player')
  if (actor.host) roles.push(actor.host.role)
  return roles
}

/** The actor's entry in a tournament: a refusal where they have not joined or were removed. */
export async function entryIn(store: Store, actor: Actor, tournamentId: TournamentId): Promise<Result<Entry, Refusal>> {
  const entry = actor.player && (await store.entryOf(tournamentId, actor.player.playerId))
  if (!entry) return refused(refusal('not-joined'))
  return entry.removed ? refused(refusal('removed-from-tournament')) : ok(entry)
}

/** [P3] Whether the actor is a host or a helper in this tournament, and their entry where they have joined. */
export async function staffIn(
  store: Store,
  actor: Actor,
  tournamentId: TournamentId,
): Promise<{ isStaff: boolean; entry: Entry | null }> {
  const entry = actor.player && (await store.entryOf(tournamentId, actor.player.playerId))
  const roles = rolesIn(rolesOf(actor), entry)
  return { isStaff: roles.some((role) => role === 'owner' || role === 'host' || role === 'helper'), entry }
}

/** A round together with the actor's entry in its tournament. */
export async function ownRound(
  store: Store,
  actor: Actor,
  roundId: RoundId,
): Promise<Result<{ round: Round; entry: Entry }, Refusal>> {
  const round = await store.round(roundId)
  if (!round) return refused(refusal('round-not-found'))
  const entry = await entryIn(store, actor, round.tournamentId)
  return entry.ok ? ok({ round, entry: entry.value }) : entry
}
