import { compactVerify, CompactSign, importJWK, type CryptoKey } from 'jose'
import { z } from 'zod'
import type { CredentialDocument } from './credential.ts'
import type { PublicKey } from './keys.ts'

/** Longer than any badge; what is longer is not read. */
const LONGEST_JWS = 64 * 1024

/** Signs a credential as VC-JWT: the document at the top level, with the claims that mirror it. `kid` is an address. */
export async function signed(document: CredentialDocument, kid: string, key: CryptoKey): Promise<string> {
  const claims = {
    ...document,
    iss: document.issuer.id,
    jti: document.id,
    sub: document.credentialSubject.id,
    nbf: Date.parse(document.validFrom) / 1000,
  }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
    .sign(key)
}

const Header = z.looseObject({ alg: z.string(), kid: z.string().optional() })
const Payload = z.looseObject({ iss: z.string().optional() })
export type Unsealed = { header: z.infer<typeof Header>; payload: z.infer<typeof Payload> }

/** What a JWS says, its signature not looked at; null where it is none. */
export function unsealed(jws: string): Unsealed | null {
  if (jws.length > LONGEST_JWS || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jws)) return null
  const [header = '', payload = ''] = jws.split('.')
  const parsed = [Header.safeParse(json(header)), Payload.safeParse(json(payload))] as const
  return parsed[0].success && parsed[1].success ? { header: parsed[0].data, payload: parsed[1].data } : null
}

function json(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')))
  } catch {
    return null
  }
}

/** Whether this key signed it. */
export async function isSignedBy(jws: string, { kty, crv, x, y }: PublicKey): Promise<boolean> {
  try {
    await compactVerify(jws, await importJWK({ kty, crv, x, y }, 'ES256'), { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}
