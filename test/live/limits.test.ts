import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../server/cli/bots/client.ts'
import { addressOf } from '../../server/live/address.ts'
import type { Kept } from '../../server/protocol/http.ts'
import type { Refusal } from '../../server/protocol/refusals.ts'
import type { Result } from '../../server/protocol/result.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

type Answer = Result<unknown, Refusal>
const puzzle = functionPuzzles[0]!

/** A club with a tournament whose round runs. */
async function openEvening(app: NonNullable<Parameters<typeof openClub>[0]>['app']) {
  const club = await openClub({ app })
  const host = await club.host()
  const made = await host.prepare([[puzzle.id]])
  await host.must('round:start', { roundId: made.roundId })
  return { club, host, ...made }
}
const post = async (club: Club, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const init = { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(club.url + path, {
    ...init,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const answer = (await response.json()) as Answer
  return { status: response.status, code: answer.ok ? 'ok' : answer.refusal.code }
}
const joining = (code: string, name: string) => ({ code, name, star: 'gold', continueAsKnown: false })

describe('a whole room behind one address', () => {
  let evening: Awaited<ReturnType<typeof openEvening>>
  beforeAll(async () => {
    evening = await openEvening({ rateLimitScale: 1 })
  })
  afterAll(() => evening.club.close())

  it('gets in: 300 within a minute, with the wrong codes that people type', { timeout: 120_000 }, async () => {
    const { club, code } = evening
    const outcomes: string[] = []
    for (let n = 0; n < 30; n++) {
      const asked = Array.from({ length: 10 }, (_, i) =>
        post(club, '/api/join', joining(i === 9 && n % 2 === 0 ? 'KITE0000' : code, `Guest ${n * 10 + i}`)),
      )
      outcomes.push(...(await Promise.all(asked)).map(({ code: outcome }) => outcome))
    }
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(285)
    expect(outcomes.filter((outcome) => outcome === 'tournament-not-found')).toHaveLength(15)
  })
})

describe('a whole room that comes back, behind one address', () => {
  let evening: Awaited<ReturnType<typeof openEvening>>
  beforeAll(async () => {
    evening = await openEvening({ rateLimitScale: 1 })
  })
  afterAll(() => evening.club.close())

  it('keeps its progress, and is itself again on other devices: 40 within a minute', { timeout: 60_000 }, async () => {
    const { club, code } = evening
    const room = Array.from({ length: 40 }, () => createClient(club.url))
    const words = await Promise.all(
      room.map(async (device, n) => {
        await device.post('/api/join', joining(code, `Comes again ${n}`))
        return device.post<Kept>('/api/keep', { playerName: `again.${n}` })
      }),
    )
    const back = await Promise.all(words.map((own) => post(club, '/api/recover', own)))
    expect(back.map(({ code: outcome }) => outcome)).toEqual(room.map(() => 'ok'))
  })

  it('says "this is not me" on forty laptops, and the host still signs in', async () => {
    const { club } = evening
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => post(club, '/api/forget', {})))
    expect(outcomes.map(({ code: outcome }) => outcome)).toEqual(outcomes.map(() => 'ok'))
    const signIn = { name: 'host', password: 'a long enough password' }
    expect((await post(club, '/api/host/sign-in', signIn)).code).toBe('ok')
  })
})

describe('limits, at a tenth of their size', () => {
  let evening: Awaited<ReturnType<typeof openEvening>>
  let ada: Person
  let bo: Person
  beforeAll(async () => {
    evening = await openEvening({ rateLimitScale: 0.1, proxies: 1 })
    ada = await evening.club.player('Ada', evening.code)
    bo = await evening.club.player('Bo', evening.code)
  })
  afterAll(() => evening.club.close())
  const from = (address: string) => ({ 'x-forwarded-for': address })

  it('hold for joining, by address', async () => {
    const { club, code } = evening
    const join = (n: number, address: string) => post(club, '/api/join', joining(code, `Guest ${n}`), from(address))
    for (let n = 0; n < 30; n++) expect((await join(n, '10.0.0.1')).code).toBe('ok')
    expect(await join(30, '10.0.0.1')).toEqual({ status: 429, code: 'too-many' })
    expect((await join(31, '10.0.0.2')).code).toBe('ok')
  })

  it('hold for signing in and for passphrases, by address and by the name that is guessed at', async () => {
    const { club } = evening
    const signIn = { name: 'host', password: 'not the password' }
    expect((await post(club, '/api/host/sign-in', signIn, from('10.0.1.1'))).code).toBe('wrong-password')
    expect((await post(club, '/api/host/sign-in', signIn, from('10.0.1.1'))).status).toBe(429)
    const guess = (n: number) =>
      post(club, '/api/recover', { playerName: 'Somebody', passphrase: 'a b c d' }, from(`10.0.2.${n}`))
    for (let n = 0; n < 3; n++) expect((await guess(n)).code).toBe('wrong-passphrase')
    expect((await guess(3)).code).toBe('too-many')
  })

  it('answer right and wrong codes alike once too many were wrong, and let those in who are in already', async () => {
    const { club, code, tournamentId } = evening
    for (let n = 0; n < 6; n++)
      expect((await post(club, '/api/join', joining(`NOSUCH${n}`, 'Eve'), from('10.0.3.1'))).status).toBe(404)
    expect((await post(club, '/api/join', joining('NOSUCH9', 'Eve'), from('10.0.3.1'))).code).toBe('too-many')
    expect((await post(club, '/api/join', joining(code, 'Eve'), from('10.0.3.1'))).code).toBe('too-many')
    expect((await post(club, '/api/join', joining(code, 'Eve'), from('10.0.3.2'))).code).toBe('ok')

    // Over sockets, where all come from this machine.
    const eve = await club.stranger()
    const outcomes: (string | null)[] = []
    for (let n = 0; n < 8; n++)
      outcomes.push(await eve.refusal('tournament:watch', { code: `NOSUCH${n}`, as: 'projector' }))
    expect(outcomes.slice(-2)).toEqual(['too-many', 'too-many'])
    const other = await club.stranger()
    expect(await other.refusal('tournament:watch', { code, as: 'projector' })).toBe('too-many')
    expect(await ada.refusal('tournament:watch', { code, as: 'player' })).toBeNull()
    expect(await other.refusal('tournament:watch', { tournamentId, as: 'projector' })).toBeNull()
  })

  it('hold for Try, Submit and drafts, by player and each by itself', async () => {
    const { roundId } = evening
    const send = { problemId: puzzle.id, language: 'python', source: acceptedIn(puzzle.id, 'python') } as const
    const tries = [0, 1, 2, 3, 4].map(() => ada.refusal('code:try', { roundId, ...send }))
    expect((await Promise.all(tries)).filter((outcome) => outcome === 'too-many')).toHaveLength(1)
    const submit = () => ada.refusal('submission:create', { id: crypto.randomUUID(), roundId, ...send })
    for (let n = 0; n < 3; n++) expect(await submit()).toBeNull()
    expect(await submit()).toBe('too-many')
    for (let n = 0; n < 24; n++) await ada.refusal('draft:save', { roundId, ...send })
    expect(await ada.refusal('draft:save', { roundId, ...send })).toBe('too-many')
    expect(await bo.refusal('draft:save', { roundId, ...send })).toBeNull()
  })

  it('hold for commands of somebody without an account, by socket', async () => {
    const stranger = await evening.club.stranger()
    const outcomes = await Promise.all(Array.from({ length: 31 }, () => stranger.refusal('warm-up:problem', {})))
    expect(outcomes.filter((outcome) => outcome === 'too-many')).toHaveLength(1)
  })
})

describe('connections', () => {
  const opened: Club[] = []
  afterEach(async () => {
    for (const club of opened.splice(0)) await club.close()
  })
  const connect = (club: Club, headers: Record<string, string>, transport: 'websocket' | 'polling' = 'websocket') =>
    new Promise<string>((resolve) => {
      const socket = io(club.url, {
        transports: [transport],
        extraHeaders: headers,
        forceNew: true,
        reconnection: false,
      })
      const end = (outcome: string) => {
        socket.close()
        resolve(outcome)
      }
      socket.once('connect', () => end('connected'))
      socket.once('connect_error', (error) => end(error.message))
    })

  it('are taken from our own pages alone', async () => {
    const club = await openClub()
    opened.push(club)
    for (const transport of ['websocket', 'polling'] as const) {
      expect(await connect(club, { origin: club.url }, transport)).toBe('connected')
      expect(await connect(club, {}, transport)).toBe('connected')
      for (const origin of [
        'http://evil.example',
        'null',
        `${club.url}.evil.example`,
        'http://127.0.0.1:1',
        'nonsense',
      ])
        expect(await connect(club, { origin }, transport), origin).not.toBe('connected')
    }
    expect((await post(club, '/api/forget', {}, { origin: 'http://evil.example' })).status).toBe(400)
  })

  it('are limited by address', async () => {
    const club = await openClub({ app: { rateLimitScale: 0.001, proxies: 1 } })
    opened.push(club)
    const from = (address: string) => connect(club, { 'x-forwarded-for': address })
    for (let n = 0; n < 6; n++) expect(await from('10.0.0.1')).toBe('connected')
    expect(await from('10.0.0.1')).toBe('too-many')
    expect(await from('10.0.0.2')).toBe('connected')
  })

  it('of a host who signs out everywhere end at once', async () => {
    const club = await openClub()
    opened.push(club)
    const host = await club.host()
    const phone = createClient(club.url)
    await phone.post('/api/host/sign-in', { name: 'host', password: 'a long enough password' })
    await phone.connect()
    const answers = phone.send('tournament:list', {})
    expect((await answers).ok).toBe(true)
    await host.post('/api/host/sign-out-everywhere', {})
    await phone.connect()
    const after = await phone.send('tournament:list', {})
    expect(after.ok ? null : after.refusal.code).toBe('not-signed-in')
    await expect(host.post('/api/host/invite', {})).rejects.toThrow('Sign in first')
    expect(club.app.live.connections()).toBeLessThanOrEqual(2)
    phone.close()
  })

  it('let a host invite another one by a link', async () => {
    const club = await openClub()
    opened.push(club)
    const host = await club.host()
    const { link } = await host.post<{ link: string }>('/api/host/invite', {})
    const token = new URL(link).searchParams.get('token')!
    const noor = createClient(club.url)
    await noor.post('/api/host/claim', { token, name: 'noor', password: 'a long enough password' })
    await noor.connect()
    expect((await noor.send('tournament:list', {})).ok).toBe(true)
    noor.close()
  })
})

describe('an address', () => {
  const request = (remoteAddress: string, forwarded?: string) => ({
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    socket: { remoteAddress },
  })
  it.each([
    ['10.0.0.1', undefined, 0, '10.0.0.1'],
    ['::ffff:10.0.0.1', undefined, 0, '10.0.0.1'],
    ['10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
    ['127.0.0.1', '1.2.3.4', 1, '1.2.3.4'],
    ['127.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['127.0.0.1', '1.2.3.4, 10.0.0.9', 2, '1.2.3.4'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8:0001:2::9', undefined, 0, '2001:db8:1:2::/64'],
    ['::1', undefined, 0, '0:0:0:0::/64'],
    ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
  ] as const)('%s with %s behind %i proxies is %s', (remote, forwarded, proxies, address) => {
    expect(addressOf(request(remote, forwarded), proxies)).toBe(address)
  })
})
