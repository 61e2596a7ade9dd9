import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const SETTING = 'badge-keys'

const PublicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })
const Kept = z.object({
  keys: z
    .array(z.object({ kid: z.string(), privateJwk: PublicJwk.extend({ d: z.string() }), madeAt: z.number() }))
    .min(1),
})
type Kept = z.infer<typeof Kept>

/** A key as anybody may see it. */
export type PublicKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string; alg: 'ES256'; use: 'sig' }

/** The installation's keys. The newest signs; all stay published, so that what they signed verifies. */
export type Keys = {
  signing(): Promise<{ kid: string; key: CryptoKey }>
  /** Null: no key of ours. */
  published(kid: string): Promise<PublicKey | null>
  /** A new key signs from now on. */
  rotate(now: number): Promise<string>
}

async function makeKey(madeAt: number): Promise<Kept['keys'][number]> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const privateJwk = Kept.shape.keys.element.shape.privateJwk.parse(await exportJWK(privateKey))
  return { kid: await calculateJwkThumbprint(privateJwk), privateJwk, madeAt }
}

/** The keys of this installation: made at the first start, kept in the settings. */
export async function openKeys(store: Pick<Store, 'setting' | 'commit'>, now: number): Promise<Keys> {
  const first: Kept = { keys: [await makeKey(now)] }
  // Stale: they are there already, or another server made them this very moment.
  await store.commit({
    expected: {},
    changes: [{ do: 'insert', table: 'settings', row: { id: SETTING, value: first } }],
  })
  const kept = async (): Promise<Kept['keys']> => Kept.parse((await store.setting(SETTING))?.value).keys
  const imported = new Map<string, CryptoKey>()

  return {
    async signing() {
      const newest = (await kept())[0]!
      const known = imported.get(newest.kid)
      if (known) return { kid: newest.kid, key: known }
      const key = await importJWK(newest.privateJwk as JWK, 'ES256')
      if (key instanceof Uint8Array) throw new Error('a signing key is no elliptic curve key')
      imported.set(newest.kid, key)
      return { kid: newest.kid, key }
    },
    async published(kid) {
      const found = (await kept()).find((one) => one.kid === kid)
      if (!found) return null
      const { kty, crv, x, y } = found.privateJwk
      return { kty, crv, x, y, alg: 'ES256', use: 'sig' }
    },
    async rotate(at) {
      const fresh = await makeKey(at)
      const keys = [fresh, ...(await kept())]
      await store.commit({
        expected: {},
        changes: [{ do: 'put', table: 'settings', row: { id: SETTING, value: { keys } } }],
      })
      return fresh.kid
    },
  }
}
