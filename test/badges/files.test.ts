import { generateKeyPairSync, sign } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BASE, bytes, openIssuing, own, type Issuing } from './issued.ts'

describe('a baked file', () => {
  let issuing: Issuing
  let jws: string
  let png: Buffer
  let svg: string
  beforeAll(async () => {
    issuing = await openIssuing()
    const badge = await issuing.issue({ achievementId: 'personal-best' })
    jws = badge.jws!
    png = Buffer.from((await issuing.badges.baked(jws, own('personal-best'), 'png')) as Uint8Array)
    svg = (await issuing.badges.baked(jws, own('personal-best'), 'svg')) as string
  })
  afterAll(async () => {
    await issuing.badges.close()
    await issuing.store.close()
  })
  const verdictOf = async (file: Uint8Array | string) =>
    (await issuing.badges.verify(BASE, typeof file === 'string' ? bytes(file) : file)).verdict

  it('is a PNG with one uncompressed iTXt chunk behind its header, each chunk with its checksum', () => {
    const chunks: { type: string; data: Buffer }[] = []
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at)
      chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)))
      at += 12 + length
    }
    expect(chunks[0]!.type).toBe('IHDR')
    expect(chunks[0]!.data.readUInt32BE(0)).toBe(512)
    expect(chunks.at(-1)!.type).toBe('IEND')
    const texts = chunks.filter(({ type }) => type === 'iTXt')
    expect(texts).toHaveLength(1)
    expect(texts[0]!.data.toString('latin1')).toBe(`openbadgecredential\0\0\0\0\0${jws}`)
  })

  it('is an SVG with the credential as its root’s first child', () => {
    expect(svg).toMatch(
      /^<svg xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential verify="/,
    )
    expect(svg).toContain(`<openbadges:credential verify="${jws}"/>`)
  })

  it('verifies, as PNG, as SVG and as the text alone', async () => {
    for (const [form, file] of [
      ['png', png],
      ['svg', bytes(svg)],
      ['jwt', bytes(`${jws}\n`)],
    ] as const)
      expect(await issuing.badges.verify(BASE, file)).toMatchObject({
        verdict: 'genuine',
        form,
        face: { name: 'Personal best' },
      })
  })

  it('may have been through a program that compresses such text', async () => {
    const data = Buffer.concat([Buffer.from('openbadgecredential\0\u0001\0\0\0', 'latin1'), deflateSync(jws)])
    const body = Buffer.concat([Buffer.from('iTXt'), data])
    const chunk = Buffer.alloc(body.length + 8)
    chunk.writeUInt32BE(data.length, 0)
    body.copy(chunk, 4)
    const plain = Buffer.from((await issuing.badges.image(own('personal-best'), 'png')) as Uint8Array)
    expect(await verdictOf(Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]))).toBe('genuine')
  })

  describe('that is something else is told apart', () => {
    it.each([
      ['an empty file', ''],
      ['a text', 'This is no badge.'],
      ['a web page', '<!doctype html><html><svg></svg></html>'],
      ['three words with dots', 'one.two.three'],
      ['a JWS that says something else', `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.e30.AAAA`],
      ['JSON', '{"name":"Anna"}'],
      ['broken JSON', '{"name":'],
    ])('%s is no badge', async (_what, file) => expect(await verdictOf(file)).toBe('not-a-badge'))

    it('a JPEG is no badge', async () =>
      expect(await verdictOf(Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'))).toBe('not-a-badge'))

    it('a picture without a credential holds none', async () => {
      expect(await verdictOf((await issuing.badges.image(own('personal-best'), 'png')) as Uint8Array)).toBe(
        'no-credential',
      )
      expect(await verdictOf((await issuing.badges.image(own('personal-best'), 'svg')) as string)).toBe('no-credential')
    })

    it('a PNG that was cut off anywhere is told, not stumbled over', async () => {
      for (let end = 8; end < 4000; end += 97)
        expect(['no-credential', 'genuine', 'not-a-badge']).toContain(await verdictOf(png.subarray(0, end)))
    })

    it('a bomb in a PNG is not unpacked', async () => {
      const data = Buffer.concat([
        Buffer.from('openbadgecredential\0\u0001\0\0\0', 'latin1'),
        deflateSync(Buffer.alloc(50 * 1024 * 1024)),
      ])
      const head = Buffer.alloc(8)
      head.writeUInt32BE(data.length, 0)
      head.write('iTXt', 4, 'latin1')
      const file = Buffer.concat([png.subarray(0, 33), head, data, Buffer.alloc(4)])
      expect(await verdictOf(file)).toBe('no-credential')
    })
  })

  describe('by somebody else', () => {
    const foreign = (issuer: string) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const text = `${part({ alg: 'ES256', typ: 'JWT', kid: `${issuer}/keys/1` })}.${part({
        id: `${issuer}/badges/7`,
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
        issuer: { id: `${issuer}/badges/issuer`, name: 'Outdo' },
        validFrom: '2026-01-01T00:00:00Z',
        credentialSubject: { achievement: { id: `${issuer}/a`, name: 'Hero', criteria: { narrative: 'Be one.' } } },
      })}`
      const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return `${text}.${signature.toString('base64url')}`
    }
    it('is theirs to vouch for, whatever name they give themselves', async () => {
      expect(await issuing.badges.verify(BASE, bytes(foreign('https://badges.elsewhere.example')))).toMatchObject({
        verdict: 'foreign',
        issuerHost: 'badges.elsewhere.example',
        face: { name: 'Hero' },
      })
    })
    it('who says that it comes from here is a forgery', async () => {
      expect(await verdictOf(foreign(BASE))).toBe('forged')
    })
    it('is nobody’s word where it is not signed at all', async () => {
      const document = JSON.stringify(issuing.badges.document((await issuing.store.badge('badge-0'))!))
      expect(await verdictOf(document)).toBe('unsigned')
    })
  })
})
