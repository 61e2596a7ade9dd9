import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PuzzleNames } from '../../server/protocol/http.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { openClub, type Club } from '../support/club.ts'
import { puzzles } from '../support/puzzles.ts'

const assets = join(import.meta.dirname, '../../dist/client/assets')
let club: Club
beforeAll(async () => {
  club = await openClub()
})
afterAll(() => club.close())

/** As a browser asks; fetch would unpack what comes. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: number }>((resolve, reject) => {
    request(club.url + path, { headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }))
    })
      .on('error', reject)
      .end()
  })
}

describe('serving the pages', () => {
  it('sends scripts compressed, to be kept for a year', async () => {
    const script = readdirSync(assets).find((name) => name.endsWith('.js'))!
    const plain = await get(`/assets/${script}`)
    const packed = await get(`/assets/${script}`, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(packed.bytes).toBeLessThan(plain.bytes)
  })

  it('answers every page address with the page, which is never kept', async () => {
    for (const path of ['/', '/t/KITE423', '/host', '/me']) {
      const page = await get(path)
      expect(page).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } })
    }
  })

  it('answers an address of the past with words, not with a page in place of a script', async () => {
    expect(await get('/assets/gone-abc123.js')).toMatchObject({ status: 404 })
    expect(await get('/api/nothing-like-it')).toMatchObject({ status: 400 })
  })

  it('lets no foreign script in, and does not send a plain http page to https', async () => {
    const { headers } = await get('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers).not.toHaveProperty('strict-transport-security')
  })
})

it('on https asks browsers to stay there, for this name alone: others under it are not ours to speak for', async () => {
  const secure = await openClub({ app: { publicUrl: 'https://outdo.example' } })
  const { headers } = await fetch(secure.url)
  await secure.close()
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
})

describe('the names of the puzzles', () => {
  const names = async (query: string) => {
    const { value } = (await (await fetch(`${club.url}/api/puzzle-names${query}`)).json()) as { value: PuzzleNames }
    return value.names
  }
  const lanterns = 'lantern-colours' as ProblemId

  it('are there for everybody, in the language that is asked for or in English', async () => {
    const [spanish, french, english] = [await names('?locale=es'), await names('?locale=fr'), await names('')]
    expect(spanish[lanterns]).toBe('Los colores de los faroles')
    expect(english[lanterns]).toBe('Lantern colours')
    expect(french).toEqual(english)
    expect(Object.keys(spanish)).toHaveLength(puzzles.length)
  })

  it('are not sent again to a browser that has them', async () => {
    const { headers, status } = await get('/api/puzzle-names?locale=es')
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache'])
    const again = await get('/api/puzzle-names?locale=es', { 'if-none-match': String(headers['etag']) })
    expect(again).toMatchObject({ status: 304, bytes: 0 })
  })

  it('are refused for what is no language', async () => {
    expect(await get('/api/puzzle-names?locale=../en')).toMatchObject({ status: 400 })
  })
})
