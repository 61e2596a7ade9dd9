import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Tournament } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Actor } from './actor.ts'
import type { RateLimits } from './rate-limits.ts'

/**
 * The tournament of a join code. Wrong codes draw from a budget per address; once it is used up, right and wrong codes
 * get the same answer, or codes could be counted through all the same. Who is in the tournament already, and hosts, are
 * let in nevertheless: nobody can shut a room out by typing nonsense beside it.
 */
export async function tournamentByCode(
  { store, limits }: { store: Pick<Store, 'tournamentByCode' | 'entryOf'>; limits: RateLimits },
  code: string,
  who: { address: string; actor: Actor },
): Promise<Result<Tournament, Refusal>> {
  const { address, actor } = who
  const tournament = await store.tournamentByCode(code)
  if (tournament && (await isKnownThere(store, tournament, actor))) return ok(tournament)
  const left = await limits.left('wrongCode', address)
  if (!left.ok) return left
  if (tournament) return ok(tournament)
  const within = await limits.take('wrongCode', address)
  return within.ok ? refused(refusal('tournament-not-found')) : within
}

async function isKnownThere(store: Pick<Store, 'entryOf'>, { id }: Tournament, { host, player }: Actor) {
  return host !== null || (player !== null && (await store.entryOf(id, player.playerId)) !== null)
}
