import type { Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { RATE_ROUND, RATE_TOURNAMENT } from './later.ts'

/** [T2] Whether figures or awards of this tournament, or of one of its rounds, are still to be made. */
export async function areFiguresDue(
  store: Pick<Store, 'pendingEffects' | 'roundsOf'>,
  { id }: Pick<Tournament, 'id'>,
): Promise<boolean> {
  const pending = await store.pendingEffects()
  if (!pending.some(({ kind }) => kind === RATE_ROUND || kind === RATE_TOURNAMENT)) return false
  const rounds = new Set<unknown>((await store.roundsOf(id)).map((round) => round.id))
  return pending.some(({ kind, payload }) =>
    kind === RATE_TOURNAMENT ? payload['tournamentId'] === id : kind === RATE_ROUND && rounds.has(payload['roundId']),
  )
}
