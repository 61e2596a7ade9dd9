import { createHash, randomBytes } from 'node:crypto'
import { INVITATION } from '../protocol/http.ts'
import type { Store } from '../store/store.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const PLACE = 'host-invitation:'
const USED = 'host-invitation-used:'

type Invitation = { by: string; expiresAt: number }

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Invites one more host: a token that works once, for a week. Only its hash is kept. */
export async function makeInvitation(
  store: Store,
  by: string,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = INVITATION + randomBytes(24).toString('base64url')
  const value: Invitation = { by, expiresAt: now + WEEK_MS }
  const row = { id: PLACE + hashOf(token), value }
  await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'settings', row }] })
  return { token, expiresAt: value.expiresAt }
}

/** Uses an invitation up. `used`: somebody was faster. */
export async function useInvitation(store: Store, token: string, now: number): Promise<'done' | 'used' | 'outdated'> {
  const hash = hashOf(token)
  const invitation = (await store.setting(PLACE + hash))?.value as Invitation | undefined
  if (!invitation || invitation.expiresAt <= now) return 'outdated'
  const row = { id: USED + hash, value: now }
  const taken = await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'settings', row }] })
  return taken === 'done' ? 'done' : 'used'
}

/** It can be used again: the account could not be made. */
export async function giveBackInvitation(store: Store, token: string): Promise<void> {
  await store.commit({ expected: {}, changes: [{ do: 'remove', table: 'settings', id: USED + hashOf(token) }] })
}
