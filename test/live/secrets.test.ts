import { io, type Socket } from 'socket.io-client'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../server/protocol/result.ts'
import type { Refusal } from '../../server/protocol/refusals.ts'
import type { TournamentId } from '../../server/protocol/ids.ts'
import type { Reply } from '../../server/protocol/commands.ts'
import { openClub, type Club } from '../support/club.ts'

/** Words that cannot come about by chance, so that finding one means that something was told. */
const HIDDEN = [424242, 171717] as const
const HIDDEN_ANSWER = HIDDEN[0] + HIDDEN[1]
const PASSWORD = 'hosts-own-password-8c1f'
const MARK = {
  solution: 'reference_solution_7d2e',
  walk: 'walkthrough-9a41',
  ada: 'adas_own_code_55e0',
  draft: 'adas_draft_31bb',
}

async function writeProblem(folder: string): Promise<void> {
  const place = join(folder, 'secret-sum')
  await mkdir(join(place, 'submissions/accepted'), { recursive: true })
  await mkdir(join(place, 'submissions/wrong_answer'), { recursive: true })
  const files: Record<string, string> = {
    'problem.yaml': `name: Secret sum
level: 1
minutes: 4
topics: [variables]
languages: [python]
kind: function
function: { name: add_up, params: [{ name: a, type: int }, { name: b, type: int }], returns: int }
author: Outdo
licence: CC-BY-4.0
`,
    'statement.md': 'Add the two numbers up.\n',
    'hints.md': 'first-hint-mark\n---\nsecond-hint-mark\n',
    'walkthrough.md': `${MARK.walk}\n`,
    'tests.yaml': `examples:
  - { args: [1, 2], returns: 3 }
hidden:
  - { args: [${HIDDEN.join(', ')}], returns: ${HIDDEN_ANSWER} }
  - { args: [-1, 1], returns: 0 }
`,
    'submissions/accepted/sum.py': `def add_up(a, b):\n    ${MARK.solution} = a + b\n    return ${MARK.solution}\n`,
    'submissions/wrong_answer/difference.py': 'def add_up(a, b):\n    return a - b\n',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text)
}

/** Somebody's device, and everything that ever came to it. */
class Viewer {
  readonly seen: string[] = []
  readonly cookies = new Map<string, string>()
  readonly url: string
  socket: Socket | null = null
  constructor(url: string) {
    this.url = url
  }
  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
  async http(path: string, body?: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie }
    const asked = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(this.url + path, asked)
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.cookies.set(name!, value!)
    }
    const text = await response.text()
    this.seen.push(text)
    return text.startsWith('{') ? JSON.parse(text) : text
  }
  async connect() {
    const socket = io(this.url, { transports: ['websocket'], extraHeaders: { cookie: this.cookie }, forceNew: true })
    socket.onAny((event, ...rest) => this.seen.push(JSON.stringify([event, ...(rest as unknown[])])))
    this.socket = socket
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    return this
  }
  async send<T>(command: string, payload: unknown): Promise<T> {
    const answer = (await this.socket!.emitWithAck(command, payload)) as Result<T, Refusal>
    this.seen.push(JSON.stringify(answer))
    return answer.ok ? answer.value : (null as T)
  }
  finds(secret: string): string[] {
    return this.seen.filter((text) => text.includes(secret)).map((text) => text.slice(0, 200))
  }
}

describe('what nobody may be told', () => {
  let club: Club
  let folder: string
  let tournamentId: string
  let roundId: string
  let code: string
  let passphrase: string
  let firstHostToken: string
  const viewers: Record<'host' | 'ada' | 'bo' | 'spectator', Viewer> = {} as never

  /** Everybody asks for everything that there is to ask for. */
  async function lookAround() {
    for (const viewer of Object.values(viewers)) {
      for (const as of ['projector', 'player', 'host']) await viewer.send('tournament:watch', { tournamentId, as })
      for (const command of ['round:problems', 'draft:list']) await viewer.send(command, { roundId })
      for (const command of ['tournament:awards', 'bank:list', 'bank:suggest', 'badge:issued'])
        await viewer.send(command, { tournamentId })
      for (const command of ['profile:read', 'practice:problems', 'warm-up:problem', 'tournament:list', 'badge:list'])
        await viewer.send(command, {})
      for (const path of [
        '/api/session',
        '/api/awards',
        '/api/puzzle-names',
        '/api/status',
        '/metrics',
        '/healthz',
        '/readyz',
      ])
        await viewer.http(path)
    }
  }
  const submit = (viewer: Viewer, source: string) =>
    viewer.send('submission:create', {
      ...{ id: crypto.randomUUID(), roundId, problemId: 'secret-sum', language: 'python', source },
    })
  const judged = async (count: number) => {
    for (;;) {
      const { host } = await viewers.host.send<Reply<'tournament:watch'>>('tournament:watch', {
        tournamentId,
        as: 'host',
      })
      const round = host!.rounds[0]!
      if (round.submissions === count && round.unjudged === 0) return
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outdo-bank-'))
    await writeProblem(folder)
    club = await openClub({ problemsDir: folder, app: { rateLimitScale: 1000 } })
    for (const who of ['host', 'ada', 'bo', 'spectator'] as const) viewers[who] = new Viewer(club.url)
    const { host, ada, bo, spectator } = viewers
    firstHostToken = (await club.app.identity.firstHostToken())!
    await host.http('/api/host/claim', { token: firstHostToken, name: 'maria', password: PASSWORD })
    await host.connect()
    const rounds = [{ name: 'One', limitMinutes: 20, problemIds: ['secret-sum'] }]
    ;({ tournamentId, code } = await host.send<{ tournamentId: string; code: string }>('tournament:create', {
      name: 'Evening',
      rounds,
      approveNames: false,
    }))
    const watched = await host.send<Reply<'tournament:watch'>>('tournament:watch', { tournamentId, as: 'host' })
    roundId = watched.host!.rounds[0]!.id
    for (const [viewer, name] of [
      [ada, 'Ada'],
      [bo, 'Bo'],
    ] as const) {
      await viewer.http('/api/join', { code, name, star: 'gold', continueAsKnown: true })
      await viewer.connect()
    }
    await spectator.connect()
  }, 120_000)
  afterAll(async () => {
    for (const { socket } of Object.values(viewers)) socket?.close()
    await club.close()
    await rm(folder, { recursive: true })
  })

  it('plays an evening in which everybody looks at everything', { timeout: 120_000 }, async () => {
    const { host, ada, bo } = viewers
    await lookAround()
    await host.send('helper:invite', { tournamentId })
    await host.send('round:start', { roundId })
    const answer = (await ada.http('/api/keep', { playerName: 'ada-lovelace' })) as { value: { passphrase: string } }
    passphrase = answer.value.passphrase
    // The one time that it is told.
    ada.seen.splice(0)
    await ada.send('draft:save', {
      ...{ roundId, problemId: 'secret-sum', language: 'python', source: `# ${MARK.draft}` },
    })
    await submit(ada, `def add_up(a, b):\n    ${MARK.ada} = a + b\n    return ${MARK.ada}\n`)
    await submit(bo, 'def add_up(a, b):\n    return a - b\n')
    // Tries to carry the hidden tests out: by what it prints, raises and returns.
    await submit(bo, 'def add_up(a, b):\n    print("saw", a, b)\n    raise ValueError(f"{a} {b}")\n')
    await submit(bo, 'def add_up(a, b):\n    if a > 9: return f"{a} and {b}"\n    return a + b\n')
    await bo.send('code:try', {
      ...{ roundId, problemId: 'secret-sum', language: 'python', source: 'def add_up(a, b):\n    return a * b\n' },
    })
    await bo.send('hint:take', { roundId, problemId: 'secret-sum' })
    await judged(4)
    await lookAround()
    expect(viewers.bo.finds('first-hint-mark').length).toBeGreaterThan(0)
  })

  it.each(Object.keys(MARK).filter((name) => name !== 'ada' && name !== 'draft') as ('solution' | 'walk')[])(
    'before publishing: the %s, to players and the room',
    (name) => {
      for (const who of ['ada', 'bo', 'spectator'] as const) expect(viewers[who].finds(MARK[name]), who).toEqual([])
    },
  )
  it('before taking it: a hint', () => {
    for (const who of ['ada', 'spectator'] as const) expect(viewers[who].finds('first-hint-mark'), who).toEqual([])
    for (const who of ['ada', 'bo', 'spectator'] as const)
      expect(viewers[who].finds('second-hint-mark'), who).toEqual([])
  })

  it('goes on to publishing and the awards, with everybody looking again', { timeout: 60_000 }, async () => {
    const { host } = viewers
    await host.send('round:stop', { roundId })
    await club.app.live.idle()
    await host.send('round:publish', { roundId })
    await lookAround()
    await host.send('tournament:finish', { tournamentId })
    await club.app.live.idle()
    await host.send('tournament:publish', { tournamentId })
    await host.send('ceremony:start', { tournamentId, roundId: null })
    await host.send('ceremony:reveal', { tournamentId })
    await lookAround()
    expect(viewers.bo.finds(MARK.solution).length).toBeGreaterThan(0)
  })

  it.each(['host', 'ada', 'bo', 'spectator'] as const)('ever: hidden tests and their answers, to the %s', (who) => {
    for (const secret of [...HIDDEN, HIDDEN_ANSWER]) expect(viewers[who].finds(String(secret))).toEqual([])
  })
  it.each(['host', 'bo', 'spectator'] as const)('ever: somebody else’s code and drafts, to the %s', (who) => {
    for (const secret of [MARK.ada, MARK.draft]) expect(viewers[who].finds(secret)).toEqual([])
  })
  it('ever: passwords, passphrases, tokens, cookies, account ids and the secret that signs them', async () => {
    const secret = (await club.app.store.setting('auth-secret'))?.value
    const cookies = Object.values(viewers).flatMap(({ cookies }) => [...cookies.values()])
    const players = await club.app.store.entriesOf(tournamentId as TournamentId)
    const rows = await club.app.store.players(players.map(({ playerId }) => playerId))
    const secrets = [
      ...[PASSWORD, passphrase, firstHostToken, ...cookies, ...cookies.map((cookie) => decodeURIComponent(cookie))],
      ...cookies.map((cookie) => cookie.split('.')[0]!),
      ...rows.flatMap(({ userId }) => userId ?? []),
      ...(typeof secret === 'string' ? [secret] : []),
    ].filter((one) => one.length >= 8)
    expect(secrets.length).toBeGreaterThan(10)
    for (const [who, viewer] of Object.entries(viewers))
      for (const one of secrets) expect(viewer.finds(one), who).toEqual([])
  })
  it('ever: the key that makes helpers, to players and the room', async () => {
    const { helperKey } = (await club.app.store.tournament(tournamentId as TournamentId))!
    expect(viewers.host.finds(helperKey!).length).toBeGreaterThan(0)
    for (const who of ['ada', 'bo', 'spectator'] as const) expect(viewers[who].finds(helperKey!), who).toEqual([])
  })
  it('ever, in the log: code, hidden tests, passwords, passphrases, cookies', () => {
    const log = JSON.stringify(club.logged)
    const cookies = Object.values(viewers).flatMap(({ cookies }) => [...cookies.values()])
    expect(log.length).toBeGreaterThan(1000)
    for (const secret of [...Object.values(MARK), ...HIDDEN.map(String), PASSWORD, passphrase, ...cookies, code])
      expect(log.includes(secret), secret).toBe(false)
  })
})
