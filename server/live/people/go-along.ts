import type { Done } from '../../protocol/commands.ts'
import type { PlayerId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Context } from '../handler.ts'
import { link } from './link.ts'

/** No host has said it: they themselves did, with the words of the one and the device of the other. */
const THEMSELVES = ''

/**
 * [E7] Somebody who has joined as new, and says with their four words who they were before, is one person: what they did
 * under the new account is the earlier one's. An account that was kept has words of its own and goes along with nobody.
 */
export async function goAlong(
  context: Pick<Context, 'store' | 'director' | 'clock' | 'newId'>,
  from: PlayerId | null,
  into: PlayerId,
): Promise<Result<Done, Refusal>> {
  const player = from === null || from === into ? null : await context.store.player(from)
  if (!player) return ok({})
  if (player.accountName !== null) return refused(refusal('bad-request', { detail: 'alsoMe' }))
  return context.director.decide<Done>(() => link(context, player.id, into, THEMSELVES))
}
