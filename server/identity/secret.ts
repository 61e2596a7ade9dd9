import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const SECRET = 'auth-secret'

/** The secret that signs session cookies: made at the first start, kept in the settings. */
export async function installationSecret(store: Store): Promise<string> {
  const value = randomBytes(32).toString('base64url')
  const made = { do: 'insert', table: 'settings', row: { id: SECRET, value } } as const
  // Stale: it is there already, or another server made it this very moment.
  if ((await store.commit({ expected: {}, changes: [made] })) === 'done') return value
  const kept = await store.setting(SECRET)
  return z.string().min(32).parse(kept?.value)
}
