import { createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textInPng } from '../../server/badges/png.ts'
import { SIGN_BADGES, type SignBadges } from '../../server/live/badges/later.ts'
import type { BadgePage, OwnBadge, Verification } from '../../server/protocol/badges.ts'
import type { PlayerId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import type { Result } from '../../server/protocol/result.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const NAMES = ['Ada Lovelace', '-2 Bo', 'Chen']

describe('badges of an evening', () => {
  let club: Club
  let host: Person
  let ada: Person
  let bo: Person
  let chen: Person
  let tournamentId: TournamentId
  let roundId: RoundId
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
    const problemIds = functionPuzzles.slice(0, 3).map(({ id }) => id)
    const made = await host.prepare([], {
      name: '=HYPERLINK("http://x","Evening")',
      rounds: [{ name: '@Round 1', limitMinutes: 20, problemIds }],
    })
    ;({ tournamentId, roundId } = made)
    ;[ada, bo, chen] = (await Promise.all(NAMES.map((name) => club.player(name, made.code)))) as [
      Person,
      Person,
      Person,
    ]
    await host.start(roundId, ada, bo, chen)
    for (const [index, problemId] of problemIds.entries()) {
      club.clock.jump(2 * MINUTE_MS)
      for (const [solves, person] of [
        [3, ada],
        [2, bo],
        [1, chen],
      ] as const) {
        await person.must('problem:open', { roundId, problemId })
        if (index < solves) await person.submit(problemId, acceptedIn(problemId, 'python'))
      }
    }
    await host.must('round:stop', { roundId })
    await host.sees('host', ({ rounds }) => rounds[0]!.rated)
  }, 120_000)
  afterAll(() => club.close())

  const badgesOf = async (person: Person): Promise<OwnBadge[]> => (await person.must('badge:list', {})).badges
  const kindsOf = async (person: Person) => (await badgesOf(person)).map(({ achievementId }) => achievementId).sort()
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(club.url + path, { headers, redirect: 'manual' })
  /** An address as it stands in a credential, asked of this server. */
  const pathOf = (address: string) => new URL(address).pathname
  const checked = async (body: Uint8Array | string): Promise<Verification> => {
    const response = await fetch(`${club.url}/api/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin: club.url },
      body: typeof body === 'string' ? body : new Blob([new Uint8Array(body)]),
    })
    const answer = (await response.json()) as Result<Verification, unknown>
    if (!answer.ok) throw new Error('the check was refused')
    return answer.value
  }
  const payloadOf = (jws: string) =>
    JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>

  it('come with the publication, not before: marks with the round, awards with their ceremony, presence and moments with the tournament', async () => {
    await club.app.live.idle()
    expect(await badgesOf(ada)).toEqual([])
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
    for (const person of [ada, bo, chen]) expect(await kindsOf(person)).toContain('first-mark')
    const levels = async () => (await kindsOf(ada)).filter((kind) => /^new-level-[1-6]$/.test(kind)).length
    expect(await levels()).toBe(0)
    await host.must('ceremony:start', { tournamentId, roundId })
    while ((await host.send('ceremony:reveal', { tournamentId })).ok);
    await host.must('ceremony:close', { tournamentId })
    expect(await levels()).toBe(1)
    expect(await kindsOf(ada)).not.toContain('participation')

    await host.must('tournament:finish', { tournamentId })
    await host.sees('host', ({ awards }) => awards.some(({ headline }) => headline))
    await host.must('tournament:publish', { tournamentId })
    await club.app.live.idle()
    for (const person of [ada, bo, chen]) {
      const kinds = await kindsOf(person)
      expect(kinds.filter((kind) => kind === 'participation')).toHaveLength(1)
      expect(kinds.filter((kind) => kind === 'your-moment')).toHaveLength(1)
    }
    const awards = await club.app.store.awardsOf(tournamentId)
    for (const award of awards.filter(({ kind, roundId: of }) => !(kind === 'your-moment' && of !== null)))
      expect(award.publishedAt).not.toBeNull()
  })

  it('are given once, however often it is tried, also after a restart', async () => {
    const before = await Promise.all([ada, bo, chen].map(badgesOf))
    const again = ({ ...payload }: SignBadges, id: string) =>
      ({ do: 'insert', table: 'effects', row: { id, kind: SIGN_BADGES, payload, ...due } }) as const
    const due = { createdAt: 1, attempts: 0, lastError: null, doneAt: null }
    await club.app.store.commit({
      expected: {},
      changes: [again({ roundId }, 'again-1'), again({ tournamentId }, 'again-2')],
    })
    await club.restart()
    await club.app.live.idle()
    for (const person of [host, ada, bo, chen]) await person.connect()
    expect(await club.app.store.pendingEffects()).toEqual([])
    expect(await Promise.all([ada, bo, chen].map(badgesOf))).toEqual(before)
  })

  it('verify by hand with what is published, in every form they are taken along', async () => {
    const badge = (await badgesOf(ada)).find(({ achievementId }) => achievementId === 'first-mark')!
    const jwt = await get(`/badges/${badge.id}.jwt`)
    expect(jwt.headers.get('content-type')).toMatch('text/plain')
    const jws = await jwt.text()
    const [header, payload, signature] = jws.split('.') as [string, string, string]
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }
    const jwk = (await (await get(pathOf(kid))).json()) as Record<string, unknown>
    expect(jwk).toMatchObject({ kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String) })
    expect(jwk).not.toHaveProperty('d')
    const key = createPublicKey({ key: jwk as never, format: 'jwk' })
    const text = Buffer.from(`${header}.${payload}`)
    expect(verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true)

    const png = Buffer.from(await (await get(`/badges/${badge.id}.png`)).arrayBuffer())
    expect(textInPng(png)).toBe(jws)
    const svg = await (await get(`/badges/${badge.id}.svg`)).text()
    for (const file of [png, svg, jws])
      expect(await checked(file)).toMatchObject({ verdict: 'genuine', badgeId: badge.id, face: { name: 'First mark' } })
    expect(await checked(svg.replace(signature, signature.split('').reverse().join('')))).toMatchObject({
      verdict: 'forged',
    })
    expect(await checked('hello')).toMatchObject({ verdict: 'not-a-badge' })
    expect(await checked('')).toMatchObject({ verdict: 'not-a-badge' })
  })

  it('have addresses that lead somewhere: issuer, achievement, image, list, page', async () => {
    const badge = (await badgesOf(ada))[0]!
    const document = (await (await get(`/badges/${badge.id}`, { accept: 'application/json' })).json()) as Record<
      string,
      never
    >
    const { issuer, credentialSubject, credentialStatus, id } = document as unknown as {
      id: string
      issuer: { id: string }
      credentialSubject: { achievement: { id: string; name: string; image: { id: string } } }
      credentialStatus: { statusListCredential: string }
    }
    expect(pathOf(id)).toBe(`/badges/${badge.id}`)
    expect(await (await get(pathOf(issuer.id))).json()).toMatchObject({ id: issuer.id, type: ['Profile'] })
    const { achievement } = credentialSubject
    expect(await (await get(pathOf(achievement.id))).json()).toMatchObject({
      id: achievement.id,
      name: achievement.name,
    })
    const image = await get(pathOf(achievement.image.id))
    expect(image.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await image.arrayBuffer()).readUInt32BE(16)).toBe(512)
    const preview = await get('/badges/emblems/host-made.svg')
    expect(preview.headers.get('content-type')).toMatch('image/svg+xml')
    expect(await preview.text()).toMatch(/^<svg /)
    const list = await (await get(pathOf(credentialStatus.statusListCredential))).text()
    expect(payloadOf(list)['type']).toContain('BitstringStatusListCredential')
    const page = await get(`/badges/${badge.id}`, { accept: 'text/html,*/*' })
    expect([page.status, page.headers.get('location')]).toEqual([302, `/badge/${badge.id}`])
    for (const nowhere of [
      '/badges/nothing',
      '/badges/keys/x',
      '/badges/status/9',
      '/badges/achievements/x',
      '/badges/status/x',
      '/badges/emblems/x.svg',
      `/badges/${badge.id}.exe`,
    ])
      expect((await get(nowhere)).status).toBe(404)
  })

  it('tell nobody’s name, and ask search engines to stay away', async () => {
    const badge = (await badgesOf(ada))[0]!
    const player = ada.me!.playerId
    for (const path of [
      `/badges/${badge.id}`,
      `/badges/${badge.id}.jwt`,
      `/badges/${badge.id}.svg`,
      `/api/badges/${badge.id}`,
    ]) {
      const response = await get(path, { accept: '*/*' })
      const body = await response.text()
      const told =
        body +
        body
          .split('.')
          .map((part) => Buffer.from(part, 'base64url').toString())
          .join()
      for (const secret of ['Lovelace', 'Ada', player, 'HYPERLINK']) expect(told).not.toContain(secret)
      if (path.startsWith('/badges')) expect(response.headers.get('x-robots-tag')).toContain('noindex')
    }
    expect((await get(`/badge/${badge.id}`)).headers.get('x-robots-tag')).toContain('noindex')
    expect((await get(`/badges/${badge.id}.jwt`)).headers.get('access-control-allow-origin')).toBe('*')
  })

  it('of hosts’ own making are given to those who are here, and once for the same words', async () => {
    const playerIds = [bo, chen].map((person) => person.me!.playerId)
    const words = { tournamentId, name: 'Helping hand', sentence: 'Explained <loops> & "lists" to a neighbour.' }
    await host.watch({ tournamentId, as: 'host' })
    const { issued } = host.host!.badges
    const first = await host.must('badge:award', { ...words, playerIds })
    const again = await host.must('badge:award', { ...words, playerIds: [playerIds[0]!] })
    expect(again).toEqual(first)
    await club.app.live.idle()
    const given = (await badgesOf(bo)).filter(({ name }) => name === 'Helping hand')
    expect(given).toHaveLength(1)
    // Hosts hear of it by themselves.
    await host.sees('host', ({ badges }) => badges.issued === issued + 2)
    expect(await kindsOf(ada)).not.toContain(first.achievementId)
    const svg = await (await get(`/badges/${given[0]!.id}.svg`)).text()
    expect(await checked(svg)).toMatchObject({ verdict: 'genuine', face: { description: words.sentence } })
    const stranger = 'somebody-not-here' as PlayerId
    expect(await host.refusal('badge:award', { ...words, playerIds: [stranger] })).toBe('entry-not-found')
    expect(await host.refusal('badge:award', { ...words, name: 'x\u202Ey', playerIds })).toBe('bad-request')
    expect(await bo.refusal('badge:award', { ...words, playerIds })).toBe('not-signed-in')
  })

  it('are revoked by a host with a reason, and say so everywhere', async () => {
    const { badges } = await host.must('badge:issued', { tournamentId })
    const one = badges.find(
      ({ playerName, achievementId }) => playerName === 'Chen' && achievementId === 'participation',
    )!
    const jws = await (await get(`/badges/${one.id}.jwt`)).text()
    const bit = async () => {
      const list = await (await get('/badges/status/1')).text()
      const { encodedList } = payloadOf(list)['credentialSubject'] as { encodedList: string }
      const index = Number((payloadOf(jws)['credentialStatus'] as { statusListIndex: string }).statusListIndex)
      return (gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))[index >> 3]! >> (7 - (index & 7))) & 1
    }
    expect(await bit()).toBe(0)
    expect(await chen.refusal('badge:revoke', { badgeId: one.id, reason: 'Mine.' })).toBe('not-signed-in')
    expect(await host.refusal('badge:revoke', { badgeId: one.id, reason: ' ' })).toBe('bad-request')
    await host.must('badge:revoke', { badgeId: one.id, reason: 'Played for somebody else.' })
    await host.must('badge:revoke', { badgeId: one.id, reason: 'Another reason.' })
    expect(await bit()).toBe(1)
    expect(await checked(jws)).toMatchObject({ verdict: 'revoked', revoked: { reason: 'Played for somebody else.' } })
    const page = (await (await get(`/api/badges/${one.id}`)).json()) as { ok: true; value: BadgePage }
    expect(page.value.verification.verdict).toBe('revoked')
    expect((await badgesOf(chen)).find(({ id }) => id === one.id)?.revoked?.reason).toBe('Played for somebody else.')
  })

  it('are deleted by their owner alone, for good', async () => {
    const [badge, other] = await badgesOf(bo)
    const png = new Uint8Array(await (await get(`/badges/${badge!.id}.png`)).arrayBuffer())
    expect(await ada.refusal('badge:delete', { badgeId: badge!.id })).toBe('badge-not-found')
    await bo.must('badge:delete', { badgeId: badge!.id })
    expect(await bo.refusal('badge:delete', { badgeId: badge!.id })).toBe('badge-not-found')
    expect((await badgesOf(bo)).map(({ id }) => id)).not.toContain(badge!.id)
    for (const path of ['', '.jwt', '.png', '.svg']) expect((await get(`/badges/${badge!.id}${path}`)).status).toBe(404)
    expect((await get(`/api/badges/${badge!.id}`)).status).toBe(404)
    // What was earned was earned: the file they kept still verifies, only its page is gone.
    expect(await checked(png)).toMatchObject({ verdict: 'genuine', badgeId: null })
    expect((await get(`/badges/${other!.id}.jwt`)).status).toBe(200)
  })

  describe('results to take along', () => {
    /** The cookies of somebody who signs in, or joins, with a plain request. */
    async function cookieAfter(path: string, body: object): Promise<string> {
      const response = await fetch(club.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: club.url },
        body: JSON.stringify(body),
      })
      expect(response.status).toBe(200)
      return response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ')
    }
    const asHost = () => cookieAfter('/api/host/sign-in', { name: 'host', password: 'a long enough password' })

    it('are for hosts, as CSV in which no cell is a formula', async () => {
      expect((await get(`/api/export/tournament/${tournamentId}.csv`)).status).toBe(401)
      const response = await get(`/api/export/tournament/${tournamentId}.csv`, { cookie: await asHost() })
      expect(response.headers.get('content-disposition')).toMatch(/attachment; filename=outdo-.*\.csv/)
      const text = Buffer.from(await response.arrayBuffer()).toString()
      expect(text.startsWith('\uFEFFtournament,round,player,')).toBe(true)
      const lines = text.trim().split('\r\n').slice(1)
      expect(lines).toHaveLength(9)
      for (const line of lines) {
        expect(line).toMatch(/^"'=HYPERLINK\(""http:\/\/x"",""Evening""\)","'@Round 1",/)
        expect(line).not.toMatch(/(^|,)"?[=+@]/)
      }
      expect(text).toContain(`,"'-2 Bo",`)
    })

    it('are for hosts, as JSON', async () => {
      const cookie = await asHost()
      const response = await get(`/api/export/tournament/${tournamentId}.json`, { cookie })
      const data = (await response.json()) as { rounds: { results: { player: string; problems: unknown[] }[] }[] }
      expect(data.rounds[0]!.results.map(({ player }) => player).sort()).toEqual([...NAMES].sort())
      expect(data.rounds[0]!.results.every(({ problems }) => problems.length === 3)).toBe(true)
      expect((await get('/api/export/tournament/no-such-evening.csv', { cookie })).status).toBe(404)
      expect((await get(`/api/export/tournament/${tournamentId}.exe`, { cookie })).status).toBe(400)
    })

    it('are for each player, all of their own and nothing of others', async () => {
      expect((await get('/api/export/me.json')).status).toBe(401)
      const fresh = await host.must('tournament:create', { name: 'Next', rounds: [], approveNames: false })
      const cookie = await cookieAfter('/api/join', {
        code: fresh.code,
        name: 'Dora',
        star: 'mint',
        continueAsKnown: false,
      })
      const data = (await (await get('/api/export/me.json', { cookie })).json()) as Record<string, unknown>
      expect(data).toMatchObject({
        player: { name: 'Dora', star: 'mint' },
        tournaments: [{ name: 'Next' }],
        badges: [],
      })
      expect(JSON.stringify(data)).not.toMatch(/Lovelace|Chen/)
    })
  })

  it('go with the account', async () => {
    const badge = (await badgesOf(ada))[0]!
    await ada.must('profile:delete', { confirm: 'delete' })
    expect((await get(`/badges/${badge.id}`)).status).toBe(404)
    expect(club.logged.filter(({ message }) => / failed$/.test(message))).toEqual([])
  })
})
