import type { Achievement } from './achievements.ts'
import { addressesAt } from './addresses.ts'
import { encodedList, LIST_BITS } from './status-list.ts'

const VC = 'https://www.w3.org/ns/credentials/v2'
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const context = [VC, OPEN_BADGES]

/** A JSON-LD document as it is published or signed. */
export type Document = Record<string, unknown>
export type CredentialDocument = Document & {
  id: string
  issuer: { id: string; [more: string]: unknown }
  credentialSubject: { id: string; [more: string]: unknown }
  validFrom: string
}

const inSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

function profile(base: string) {
  const host = new URL(base)
  const name = host.protocol === 'https:' ? `Outdo at ${host.host}` : 'Outdo'
  return { id: addressesAt(base).issuer, type: ['Profile'], name, url: base }
}

/** `GET /badges/issuer`. */
export const issuerDocument = (base: string): Document => ({
  '@context': context,
  ...profile(base),
  description: 'Live coding tournaments in which everyone races their own best.',
})

const achievementIn = (base: string, { id, name, description, criteria }: Achievement) => ({
  id: addressesAt(base).achievement(id),
  type: ['Achievement'],
  ...{ name, description },
  criteria: { narrative: criteria },
  image: { id: addressesAt(base).image(id), type: 'Image', caption: `${name}: a star in the sky` },
})

/** `GET /badges/achievements/:id`. */
export const achievementDocument = (base: string, achievement: Achievement): Document => ({
  '@context': context,
  ...achievementIn(base, achievement),
  creator: profile(base),
})

/** One badge of one person: whose it is stands nowhere in it. `issuedAt` in epoch milliseconds. */
export type ToSign = {
  id: string
  /** Random, per player and badge. */
  subjectId: string
  achievement: Achievement
  statusIndex: number
  issuedAt: number
}

/** The credential as Open Badges 3.0 wants it; nothing in it is empty. */
export function credentialDocument(base: string, toSign: ToSign): CredentialDocument {
  const at = addressesAt(base)
  const statusListCredential = at.statusList(1 + Math.floor(toSign.statusIndex / LIST_BITS))
  const statusListIndex = String(toSign.statusIndex % LIST_BITS)
  return {
    '@context': context,
    id: at.credential(toSign.id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: profile(base),
    validFrom: inSeconds(toSign.issuedAt),
    name: toSign.achievement.name,
    credentialSubject: {
      id: `urn:uuid:${toSign.subjectId}`,
      type: ['AchievementSubject'],
      achievement: achievementIn(base, toSign.achievement),
    },
    credentialStatus: {
      id: `${statusListCredential}#${statusListIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex,
      statusListCredential,
    },
  }
}

/** List number `list` (from 1) with these of its bits set. */
export function statusListDocument(base: string, list: number, set: readonly number[], at: number): CredentialDocument {
  const id = addressesAt(base).statusList(list)
  return {
    '@context': [VC],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: profile(base),
    validFrom: inSeconds(at),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodedList(set),
    },
  }
}
