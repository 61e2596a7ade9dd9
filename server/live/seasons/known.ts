import type { Award } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** [T6] [Z7] Whether a season's award is still to be revealed: a ceremony of it is on, and has not come to it. */
export async function isSeasonSecret(store: Store, { seasonId, revealedAt }: Award): Promise<boolean> {
  if (seasonId === null || revealedAt !== null) return false
  return (await store.tournaments()).some(({ ceremony }) => ceremony?.seasonId === seasonId)
}
