import { z } from 'zod'
import type { BadgeFace, Verification } from '../protocol/badges.ts'
import type { Store } from '../store/store.ts'
import type { Keys } from './keys.ts'
import { isSignedBy, unsealed } from './proof.ts'
import { LIST_BITS } from './status-list.ts'
import { unbaked } from './unbake.ts'

/** As much of a credential as is read; anybody may have written it. */
const Text = z.string().max(2000)
const Credential = z.looseObject({
  id: Text,
  type: z
    .array(Text)
    .refine((types) => types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')),
  issuer: z.union([Text.transform((id) => ({ id })), z.looseObject({ id: Text })]),
  validFrom: Text,
  credentialSubject: z.looseObject({
    achievement: z.looseObject({
      id: Text,
      name: Text,
      description: Text.optional(),
      criteria: z.looseObject({ narrative: Text.optional() }).optional(),
    }),
  }),
  credentialStatus: z.looseObject({ statusListCredential: Text, statusListIndex: Text }).optional(),
})
type Credential = z.infer<typeof Credential>

const nothing: Verification = {
  ...{ verdict: 'not-a-badge', form: null, face: null, badgeId: null, issuerHost: null, revoked: null, key: null },
}

/** Finds out about a file somebody brings: a baked picture, a JWS, or anything else. Asks no other server. */
export async function verified(
  { store, keys }: { store: Pick<Store, 'badge' | 'revokedPlaces'>; keys: Pick<Keys, 'published'> },
  base: string,
  file: Uint8Array,
): Promise<Verification> {
  const found = unbaked(file)
  if (!('text' in found)) return { ...nothing, verdict: found.what === 'neither' ? 'not-a-badge' : 'no-credential' }
  const form = found.what
  if (found.text.startsWith('{')) return unsignedOrForeign(found.text, base, form)
  const parts = unsealed(found.text)
  const credential = Credential.safeParse(parts?.payload)
  if (!parts || !credential.success) return { ...nothing, form }

  const told = { ...nothing, form, face: faceOf(credential.data), issuerHost: hostOf(credential.data.issuer.id) }
  const kid = parts.header.kid ?? ''
  const key = await keys.published(lastPart(kid))
  if (!key) return { ...told, verdict: isHere(credential.data.issuer.id, base) ? 'forged' : 'foreign' }
  if (!(await isSignedBy(found.text, key))) return { ...told, verdict: 'forged' }

  const id = lastPart(credential.data.id)
  const badge = await store.badge(id)
  const revoked = await isRevoked(store, credential.data)
  return {
    ...told,
    verdict: revoked ? 'revoked' : 'genuine',
    badgeId: badge?.jws ? id : null,
    revoked: revoked ? { at: badge?.revokedAt ?? 0, reason: badge?.revokedReason ?? '' } : null,
    key: kid,
  }
}

/** A credential as plain JSON: others may have put a proof of another kind in it, which is theirs to check. */
function unsignedOrForeign(text: string, base: string, form: Verification['form']): Verification {
  let value: unknown = null
  try {
    value = JSON.parse(text)
  } catch {
    // No JSON, so no credential.
  }
  const credential = Credential.safeParse(value)
  if (!credential.success) return { ...nothing, form }
  const { issuer } = credential.data
  const foreign = 'proof' in credential.data && !isHere(issuer.id, base)
  const told = { ...nothing, form, face: faceOf(credential.data), issuerHost: hostOf(issuer.id) }
  return { ...told, verdict: foreign ? 'foreign' : 'unsigned' }
}

async function isRevoked(store: Pick<Store, 'revokedPlaces'>, { credentialStatus }: Credential): Promise<boolean> {
  if (!credentialStatus) return false
  const list = Number(lastPart(credentialStatus.statusListCredential))
  const place = (list - 1) * LIST_BITS + Number(credentialStatus.statusListIndex)
  return (await store.revokedPlaces(place, place + 1)).length > 0
}

function faceOf({ credentialSubject: { achievement }, validFrom }: Credential): BadgeFace {
  const issuedAt = Date.parse(validFrom)
  return {
    achievementId: lastPart(achievement.id),
    name: achievement.name,
    description: achievement.description ?? '',
    criteria: achievement.criteria?.narrative ?? '',
    issuedAt: Number.isFinite(issuedAt) ? issuedAt : 0,
  }
}

const lastPart = (address: string): string => address.slice(address.lastIndexOf('/') + 1)
const isHere = (issuer: string, base: string): boolean => issuer.startsWith(`${base}/`)
const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host || null : null)
