import { createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBadges } from '../../server/badges/badges.ts'
import { BASE, bytes, NOW, openIssuing, type Issuing } from './issued.ts'

/** A JWS taken apart by hand. */
function parts(jws: string) {
  const [header, payload, signature] = jws.split('.') as [string, string, string]
  const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  return {
    header: json(header),
    payload: json(payload),
    signedText: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
  }
}

describe('a signed badge', () => {
  let issuing: Issuing
  beforeAll(async () => {
    issuing = await openIssuing()
  })
  afterAll(async () => {
    await issuing.badges.close()
    await issuing.store.close()
  })

  /** Without the library that signed it. */
  async function verifiesByHand(jws: string): Promise<boolean> {
    const { header, signedText, signature } = parts(jws)
    const kid = String(header['kid'])
    const jwk = await issuing.badges.key(kid.slice(kid.lastIndexOf('/') + 1))
    const key = createPublicKey({ key: jwk as never, format: 'jwk' })
    return verify('sha256', signedText, { key, dsaEncoding: 'ieee-p1363' }, signature)
  }

  it('verifies by hand, with the key at the address its header names', async () => {
    const { jws } = await issuing.issue()
    expect(await verifiesByHand(jws!)).toBe(true)
    const { header } = parts(jws!)
    expect(header).toEqual({ alg: 'ES256', typ: 'JWT', kid: expect.stringMatching(`^${BASE}/badges/keys/[\\w-]{43}$`) })
  })

  it('is the credential itself, with the claims that mirror it', async () => {
    const { jws, id } = await issuing.issue({ achievementId: 'new-level-3' })
    const { payload } = parts(jws!)
    const { iss, jti, sub, nbf, ...credential } = payload
    expect({ iss, jti, nbf }).toEqual({
      iss: `${BASE}/badges/issuer`,
      jti: `${BASE}/badges/${id}`,
      nbf: Math.floor(NOW / 1000),
    })
    expect(credential).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `${BASE}/badges/${id}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: `${BASE}/badges/issuer`, type: ['Profile'], name: 'Outdo at outdo.example', url: BASE },
      validFrom: '2026-03-14T18:30:07Z',
      name: 'Level 3',
      credentialSubject: {
        id: sub,
        type: ['AchievementSubject'],
        achievement: {
          id: `${BASE}/badges/achievements/new-level-3`,
          type: ['Achievement'],
          name: 'Level 3',
          description: expect.any(String),
          criteria: { narrative: expect.any(String) },
          image: {
            id: `${BASE}/badges/achievements/new-level-3/image.png`,
            type: 'Image',
            caption: expect.any(String),
          },
        },
      },
      credentialStatus: {
        id: `${BASE}/badges/status/1#1`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '1',
        statusListCredential: `${BASE}/badges/status/1`,
      },
    })
    expect(sub).toMatch(/^urn:uuid:/)
  })

  it('holds nothing empty, and nobody’s name or id', async () => {
    const { jws, playerId } = await issuing.issue()
    const text = JSON.stringify(parts(jws!).payload)
    expect(text).not.toMatch(/null|\[\]|\{\}|""/)
    expect(text).not.toMatch(/Anna/i)
    expect(text).not.toContain(playerId)
  })

  it('verifies no more when anything of it is changed', async () => {
    const { jws } = await issuing.issue()
    const [header, payload, signature] = jws!.split('.') as [string, string, string]
    const richer = { ...parts(jws!).payload, name: 'Most improved of the season' }
    const changed = [
      `${header}.${Buffer.from(JSON.stringify(richer)).toString('base64url')}.${signature}`,
      `${header}.${payload}.${(signature[0] === 'A' ? 'B' : 'A') + signature.slice(1)}`,
      `${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`,
      `${Buffer.from(JSON.stringify({ ...parts(jws!).header, alg: 'none' })).toString('base64url')}.${payload}.${signature}`,
    ]
    for (const forged of changed) {
      if (parts(forged).header['alg'] === 'ES256') expect(await verifiesByHand(forged)).toBe(false)
      expect(await issuing.badges.verify(BASE, bytes(forged))).toMatchObject({ verdict: 'forged', badgeId: null })
    }
  })

  it('is told to be genuine, also under another address of the same server', async () => {
    const { jws, id } = await issuing.issue()
    for (const base of [BASE, 'http://192.168.1.20:3000'])
      expect(await issuing.badges.verify(base, bytes(jws!))).toMatchObject({
        verdict: 'genuine',
        badgeId: id,
        face: { name: 'First mark' },
        issuerHost: 'outdo.example',
      })
  })

  it('still verifies after a rotation, and the new key signs from then on', async () => {
    const { jws: before } = await issuing.issue()
    const kid = await issuing.badges.rotateKeys(NOW + 1)
    const { jws: after } = await issuing.issue()
    expect(parts(after!).header['kid']).toBe(`${BASE}/badges/keys/${kid}`)
    expect(parts(before!).header['kid']).not.toBe(`${BASE}/badges/keys/${kid}`)
    for (const jws of [before, after]) {
      expect(await verifiesByHand(jws!)).toBe(true)
      expect(await issuing.badges.verify(BASE, bytes(jws!))).toMatchObject({ verdict: 'genuine' })
    }
  })

  it('has a key that outlives the server, and keeps its private part', async () => {
    const again = await createBadges(issuing.store, NOW + 2)
    const { jws } = await issuing.issue()
    expect(await again.verify(BASE, bytes(jws!))).toMatchObject({ verdict: 'genuine' })
    const kid = String(parts(jws!).header['kid'])
    const published = await again.key(kid.slice(kid.lastIndexOf('/') + 1))
    expect(Object.keys(published!).sort()).toEqual(['alg', 'crv', 'kty', 'use', 'x', 'y'])
    expect(await again.key('nothing-like-it')).toBeNull()
    await again.close()
  })

  describe('revoked', () => {
    it('says so, with the host’s reason; the others stand', async () => {
      const [bad, good] = [await issuing.issue(), await issuing.issue()]
      const set = { revokedAt: NOW + 5, revokedReason: 'Given to the wrong person.' }
      await issuing.store.commit({ expected: {}, changes: [{ do: 'patch', table: 'badges', id: bad.id, set }] })
      expect(await issuing.badges.verify(BASE, bytes(bad.jws!))).toMatchObject({
        verdict: 'revoked',
        revoked: { at: NOW + 5, reason: 'Given to the wrong person.' },
      })
      expect(await issuing.badges.verify(BASE, bytes(good.jws!))).toMatchObject({ verdict: 'genuine', revoked: null })

      const list = await issuing.badges.statusList(BASE, 1, NOW)
      expect(await verifiesByHand(list!)).toBe(true)
      const subject = parts(list!).payload['credentialSubject'] as Record<string, string>
      expect(parts(list!).payload).toMatchObject({
        id: `${BASE}/badges/status/1`,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      })
      expect(subject).toMatchObject({ type: 'BitstringStatusList', statusPurpose: 'revocation' })
      const bits = gunzipSync(Buffer.from(subject['encodedList']!.replace(/^u/, ''), 'base64url'))
      expect(bits.length * 8).toBeGreaterThanOrEqual(131_072)
      const isSet = (index: number) => ((bits[Math.floor(index / 8)]! >> (7 - (index % 8))) & 1) === 1
      expect(isSet(bad.statusIndex)).toBe(true)
      expect(isSet(good.statusIndex)).toBe(false)
    })

    it('in a second list, once the first is full', async () => {
      const late = await issuing.issue({ statusIndex: 131_072 + 9, revokedAt: NOW })
      expect(parts(late.jws!).payload['credentialStatus']).toMatchObject({
        statusListIndex: '9',
        statusListCredential: `${BASE}/badges/status/2`,
      })
      expect(await issuing.badges.verify(BASE, bytes(late.jws!))).toMatchObject({ verdict: 'revoked' })
      expect(await issuing.badges.statusList(BASE, 2, NOW)).not.toBeNull()
      expect(await issuing.badges.statusList(BASE, 3, NOW)).toBeNull()
      expect(await issuing.badges.statusList(BASE, 0, NOW)).toBeNull()
    })
  })
})
