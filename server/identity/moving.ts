import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PlayerId } from '../protocol/ids.ts'
import type { Store } from '../store/store.ts'

const GOOD_FOR_MS = 10 * 60 * 1000
const PLACE = 'move:'

type Move = { hash: string; expiresAt: number }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * A token with which one more device becomes this player's, once, within ten minutes. The one before stops working: a
 * player has one, so that none are left lying about. Only its hash is kept.
 */
export async function makeMove(
  store: Store,
  player: PlayerId,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const secret = randomBytes(24).toString('base64url')
  const value: Move = { hash: hashOf(secret).toString('base64url'), expiresAt: now + GOOD_FOR_MS }
  await store.commit({ expected: {}, changes: [{ do: 'put', table: 'settings', row: { id: PLACE + player, value } }] })
  return { token: `${player}.${secret}`, expiresAt: value.expiresAt }
}

/** Uses a token up, and says whose it was; null where it is none, too old, or was used already. */
export async function useMove(store: Store, token: string, now: number): Promise<PlayerId | null> {
  const [player = '', secret = ''] = token.split('.', 2)
  const id = PLACE + player
  const move = (await store.setting(id))?.value as Move | undefined
  if (!move || move.expiresAt <= now || !timingSafeEqual(hashOf(secret), Buffer.from(move.hash, 'base64url')))
    return null
  // Of two at the same moment the second finds no row to change.
  const changes = [
    { do: 'patch', table: 'settings', id, set: { value: null } },
    { do: 'remove', table: 'settings', id },
  ] as const
  return (await store.commit({ expected: {}, changes: [...changes] })) === 'done' ? (player as PlayerId) : null
}
