import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from '../store/store.ts'

/** The one-time link: its token's hash, and who used it first. */
const TOKEN = 'first-host-token'
const CLAIMED = 'first-host-claimed'

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** A new token; the ones before it stop working. */
export async function makeFirstHostToken(store: Store): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await store.commit({
    expected: {},
    changes: [
      { do: 'put', table: 'settings', row: { id: TOKEN, value: hashOf(token) } },
      // A claim that broke off half-way (no owner came of it) must not lock everybody out.
      { do: 'remove', table: 'settings', id: CLAIMED },
    ],
  })
  return token
}

/** Whether this is the newest token. */
export async function isFirstHostToken(store: Store, token: string): Promise<boolean> {
  const kept = await store.setting(TOKEN)
  if (typeof kept?.value !== 'string') return false
  const [given, expected] = [Buffer.from(hashOf(token)), Buffer.from(kept.value)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Uses the link up; false where somebody was faster. */
export const useFirstHostLink = async (store: Store): Promise<boolean> =>
  (await store.commit({
    expected: {},
    changes: [{ do: 'insert', table: 'settings', row: { id: CLAIMED, value: true } }],
  })) === 'done'

/** The link can be used again: the account could not be made. */
export async function giveBackFirstHostLink(store: Store): Promise<void> {
  await store.commit({ expected: {}, changes: [{ do: 'remove', table: 'settings', id: CLAIMED }] })
}
