import type { Verification } from '../protocol/badges.ts'
import type { Badge } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { hostAchievement, ownAchievement, type Achievement } from './achievements.ts'
import { addressesAt } from './addresses.ts'
import {
  achievementDocument,
  credentialDocument,
  issuerDocument,
  statusListDocument,
  type Document,
  type ToSign,
} from './credential.ts'
import { drawBadge, EMBLEM_NAMES } from './design/emblems.ts'
import { openKeys, type PublicKey } from './keys.ts'
import { bakedPng } from './png.ts'
import { signed, unsealed } from './proof.ts'
import { createRaster } from './raster.ts'
import { LIST_BITS } from './status-list.ts'
import { bakedSvg } from './svg.ts'
import { verified } from './verify.ts'

/** Open Badges 3.0. `base` is the address at which others reach this server, without a slash at its end. */
export type Badges = {
  issuer(base: string): Document
  /** The product's own or a host's; null where there is none. */
  achievement(id: string): Promise<Achievement | null>
  achievementDocument(base: string, achievement: Achievement): Document
  /** A picture by the name of its emblem, for whoever is about to give a badge; null where there is none. */
  emblem(name: string): string | null
  image(achievement: Achievement, form: 'svg' | 'png'): Promise<string | Uint8Array>
  /** One key as a bare JWK. */
  key(kid: string): Promise<PublicKey | null>
  /** The signed list number `list`, from 1; null where nothing has a place in it yet. */
  statusList(base: string, list: number, now: number): Promise<string | null>
  /** The credential as JWS. */
  sign(base: string, toSign: ToSign): Promise<string>
  /** The credential a stored badge's JWS holds, as JSON. */
  document(badge: Badge): Document | null
  baked(jws: string, achievement: Achievement, form: 'svg' | 'png'): Promise<string | Uint8Array>
  verify(base: string, file: Uint8Array): Promise<Verification>
  /** A new key signs from now on; the old ones stay published. Answers with its id. */
  rotateKeys(now: number): Promise<string>
  close(): Promise<void>
}

type Needs = Pick<Store, 'setting' | 'commit' | 'badge' | 'achievement' | 'revokedPlaces' | 'nextStatusIndex'>

/** Claims that only mirror the document, for readers of JWT. */
const MIRRORED = ['iss', 'jti', 'sub', 'nbf']

export async function createBadges(store: Needs, now: number): Promise<Badges> {
  const keys = await openKeys(store, now)
  const raster = createRaster()
  // One picture for each emblem: which badge it is stands in what is baked into it.
  const pictures = new Map<string, Promise<Uint8Array>>()

  function picture({ emblem, name }: Achievement): Promise<Uint8Array> {
    const made = pictures.get(emblem) ?? raster.png(drawBadge(emblem, name))
    pictures.set(emblem, made)
    made.catch(() => pictures.delete(emblem))
    return made
  }
  async function sealed(base: string, document: ToSign | { list: number; set: number[]; at: number }): Promise<string> {
    const { kid, key } = await keys.signing()
    const whole =
      'list' in document
        ? statusListDocument(base, document.list, document.set, document.at)
        : credentialDocument(base, document)
    return signed(whole, addressesAt(base).key(kid), key)
  }

  return {
    issuer: issuerDocument,
    async achievement(id) {
      const made = ownAchievement(id) ? null : await store.achievement(id)
      return made ? hostAchievement(made) : ownAchievement(id)
    },
    achievementDocument,
    emblem: (name) => (EMBLEM_NAMES.includes(name) ? drawBadge(name, '') : null),
    image: async (achievement, form) =>
      form === 'svg' ? drawBadge(achievement.emblem, achievement.name) : picture(achievement),
    key: (kid) => keys.published(kid),
    async statusList(base, list, at) {
      const from = (list - 1) * LIST_BITS
      if (from < 0 || (list > 1 && from >= (await store.nextStatusIndex()))) return null
      const places = await store.revokedPlaces(from, from + LIST_BITS)
      return sealed(base, { list, set: places.map((place) => place - from), at })
    },
    sign: sealed,
    document({ jws }) {
      const payload = jws ? unsealed(jws)?.payload : null
      return payload ? Object.fromEntries(Object.entries(payload).filter(([name]) => !MIRRORED.includes(name))) : null
    },
    baked: async (jws, achievement, form) =>
      form === 'svg'
        ? bakedSvg(drawBadge(achievement.emblem, achievement.name), jws)
        : bakedPng(await picture(achievement), jws),
    verify: (base, file) => verified({ store, keys }, base, file),
    rotateKeys: (at) => keys.rotate(at),
    close: () => raster.close(),
  }
}
