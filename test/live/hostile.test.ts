import fc from 'fast-check'
import Database from 'better-sqlite3'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS, type CommandName } from '../../server/protocol/commands.ts'
import { DATABASE_FILE } from '../../server/store/connection.ts'
import type { RoundId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

/** HOSTILE_MESSAGES=100000 for the long run; HOSTILE_SEED repeats one. */
const MESSAGES = Number(process.env['HOSTILE_MESSAGES'] ?? 3_000)
const seed = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 1_000_000)
const BATCH = 50
/** Who sends: strangers, players, hosts, raw bytes, requests; each a share of all. */
const runs = (share: number) => ({ seed, numRuns: Math.ceil((MESSAGES * share) / BATCH), endOnFailure: true })

const puzzle = functionPuzzles[0]!
const commands = Object.keys(COMMANDS) as CommandName[]
type Message = { command: CommandName; payload: unknown }

describe(`hostile messages (HOSTILE_SEED=${seed}, ${MESSAGES} of them)`, () => {
  let club: Club
  let host: Person
  let ada: Person
  let mallory: Person
  let stranger: Person
  /** Payloads that would do something, if the right person sent them. */
  let valid: Record<string, unknown>
  beforeAll(async () => {
    club = await openClub({ app: { rateLimitScale: 1_000_000 } })
    host = await club.host()
    const rounds = ['One', 'Two'].map((name) => ({ name, limitMinutes: 600, problemIds: [puzzle.id] }))
    const { tournamentId, code, roundIds } = await host.prepare([], { rounds, approveNames: true })
    const [running, planned] = roundIds as [RoundId, RoundId]
    ada = await club.player('Ada', code)
    mallory = await club.player('Mallory', code)
    stranger = await club.stranger()
    await host.start(running, ada)
    const own = { roundId: running, problemId: puzzle.id, language: 'python', source: 'def f(): pass' }
    await ada.must('draft:save', own as never)
    await ada.submit(puzzle.id, 'x = 1')
    const { entryId, playerId } = ada.me!
    valid = Object.fromEntries(commands.map((command) => [command, payloadFor(command)]))

    function payloadFor(command: CommandName): unknown {
      const everything: Record<string, unknown> = {
        ...{ tournamentId, code, as: 'host', roundId: running, problemId: puzzle.id, entryId, playerId, locale: 'en' },
        ...{ language: 'python', source: 'x = 1', id: crypto.randomUUID(), name: 'Renamed', star: 'gold', count: 3 },
        ...{ minutes: 5, position: 1, limitMinutes: 10, problemIds: [puzzle.id], rounds: [], joiningOpen: false },
        ...{
          approveNames: false,
          playerIds: [playerId],
          sentence: 'For nothing',
          badgeId: 'no-such-badge',
          reason: 'no',
        },
      }
      if (command === 'round:remove' || command === 'round:update') everything.roundId = planned
      const shape = (COMMANDS[command] as { shape?: Record<string, unknown> }).shape ?? {}
      return Object.fromEntries(
        Object.keys(shape).flatMap((key) => (key in everything ? [[key, everything[key]]] : [])),
      )
    }
  }, 120_000)
  afterAll(() => club.close())

  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '../../etc/passwd',
      '\u0000',
      "'; drop table rounds; --",
      '\ud800',
      '{{x}}',
    ),
    fc.constantFrom('x'.repeat(70_000), 'x'.repeat(140_000)),
  )
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 0, 1e308, Number.MAX_SAFE_INTEGER, null, true, [], {}, nested(40)) },
  )
  const message: fc.Arbitrary<Message> = fc
    .record({
      command: fc.constantFrom(...commands),
      how: fc.constantFrom('anything', 'as is', 'one changed', 'one gone', 'one more', 'several changed'),
      value,
      other: value,
      key: text,
      at: fc.nat({ max: 20 }),
    })
    .map(({ command, how, value, other, key, at }) => {
      const payload = { ...(valid[command] as Record<string, unknown>) }
      const keys = Object.keys(payload)
      const field = keys[at % Math.max(1, keys.length)]
      if (how === 'anything') return { command, payload: value }
      if (how === 'one changed' && field) payload[field] = value
      if (how === 'one gone')
        return { command, payload: Object.fromEntries(Object.entries(payload).filter(([name]) => name !== field)) }
      if (how === 'one more') payload[key] = value
      if (how === 'several changed') for (const [n, name] of keys.entries()) payload[name] = n % 2 ? value : other
      return { command, payload }
    })
  const batch = fc.array(message, { minLength: BATCH, maxLength: BATCH })
  const send = async (person: Person, { command, payload }: Message) => {
    // Whoever deletes themselves is gone, and the rest would tell nothing.
    if (command === 'profile:delete') return
    const answer = await person.send(command, payload as never)
    if (!answer.ok && answer.refusal.code === 'server-error')
      throw new Error(`${command} ${JSON.stringify(payload)?.slice(0, 300)} was too much for the server`)
  }
  const noFault = () =>
    expect(club.logged.filter(({ level, message }) => level === 'error' && message !== 'health')).toEqual([])

  it('of a stranger change nothing', { timeout: 600_000 }, async () => {
    const before = everythingKept(club)
    await fc.assert(
      fc.asyncProperty(batch, async (messages) => {
        await Promise.all(messages.map((one) => send(stranger, one)))
        expect(changed(before, everythingKept(club))).toEqual([])
      }),
      runs(0.3),
    )
    noFault()
  })

  it('of a player change nothing but what is theirs', { timeout: 600_000 }, async () => {
    const mine = new Set<unknown>([mallory.me!.entryId, mallory.me!.playerId])
    const foreign = (tables: Kept): Kept =>
      Object.fromEntries(
        Object.entries(tables).map(([table, rows]) => [
          table,
          rows.filter((row) => ![row['id'], row['entry_id'], row['player_id']].some((id) => mine.has(id))),
        ]),
      )
    const before = foreign(everythingKept(club))
    await fc.assert(
      fc.asyncProperty(batch, async (messages) => {
        await Promise.all(messages.map((one) => send(mallory, one)))
        expect(changed(before, foreign(everythingKept(club)))).toEqual([])
      }),
      runs(0.3),
    )
    noFault()
  })

  it('of a host are refused or done, and never too much', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (messages) => {
        await Promise.all(messages.filter(({ command }) => command !== 'judge:restart').map((one) => send(host, one)))
      }),
      runs(0.1),
    )
    noFault()
  })

  const packet = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .tuple(fc.constantFrom('40', '41', '42', '420', '43', '45', '451-', '5', '3', '2', '6'), fc.json())
      .map((parts) => parts.join('')),
    fc.constantFrom(
      ...['42["disconnect"]', '42["connect"]', '42["newListener",1]', '42[]', '42{}', '4299999999999999999["a"]', '44'],
      ...[
        '40/other,',
        '42["__proto__",{}]',
        '420["tournament:watch"]',
        '42["tournament:watch",{},{}]',
        '51-["a",{"_placeholder":true,"num":9}]',
      ],
    ),
    fc.uint8Array({ maxLength: 60 }),
  )

  it('of raw bytes over a WebSocket take nobody else along', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(packet, { minLength: BATCH, maxLength: BATCH }),
        fc.boolean(),
        async (packets, join) => {
          const socket = new WebSocket(`${club.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
          const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
          await new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()))
          if (join) socket.send('40')
          for (const one of packets) socket.send(one as string)
          socket.close()
          await closed
          expect((await fetch(`${club.url}/healthz`)).status).toBe(200)
        },
      ),
      runs(0.15),
    )
    expect((await ada.send('profile:read', {})).ok).toBe(true)
    noFault()
  })

  const header = fc.constantFrom(
    'cookie',
    'origin',
    'content-type',
    'x-forwarded-for',
    'host',
    'accept',
    'range',
    'if-none-match',
  )
  const asked = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
    path: fc.oneof(
      fc.constantFrom(
        ...[
          '/api/session',
          '/api/join',
          '/api/keep',
          '/api/recover',
          '/api/move',
          '/api/move/take',
          '/api/host/claim',
          '/api/host/invite',
          '/api/status',
        ],
        ...[
          '/metrics',
          '/readyz',
          '/assets/../../package.json',
          '/assets/%2e%2e/%2e%2e/package.json',
          '/socket.io/?EIO=4',
        ],
        ...[
          '/socket.io/?EIO=4&transport=polling',
          '/api/%00',
          '/%ff',
          '/badges/%2e%2e',
          '//evil.example',
          '/api/join/',
        ],
      ),
      fc.webPath(),
    ),
    headers: fc.dictionary(
      header,
      fc.string({ maxLength: 40 }).map((one) => one.replace(/[^\x20-\x7e]/g, '')),
      { maxKeys: 3 },
    ),
    body: fc.oneof(
      fc.json(),
      fc.string({ maxLength: 200 }),
      fc.constant('{"a":'.repeat(2000)),
      fc.constant('x'.repeat(70_000)),
    ),
    json: fc.boolean(),
  })

  it('as requests are answered, none with a fault of ours', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: BATCH, maxLength: BATCH }), async (all) => {
        for (const one of all) {
          const status = await ask(club.port, one)
          expect(status >= 500 && status !== 503 ? one : null).toBeNull()
        }
      }),
      runs(0.15),
    )
    noFault()
  })
})

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

type Row = Record<string, unknown>
type Kept = Record<string, Row[]>
/** Every row of every table, except sessions and what the server notes of itself. */
function everythingKept(club: Club): Kept {
  const database = new Database(join(club.dataDir, DATABASE_FILE), { readonly: true })
  const names = database
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all()
  const kept: Kept = Object.fromEntries(
    (names as string[])
      .filter((name) => name !== 'session')
      .map((name) => [name, database.prepare(`select * from "${name}"`).all() as Row[]]),
  )
  database.close()
  kept['settings'] = (kept['settings'] ?? []).filter(({ id }) => !String(id).startsWith('ops-'))

  return kept
}

/** Names of the tables that differ. */
const changed = (before: Kept, after: Kept): string[] =>
  Object.keys(after).filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]))

/** The status; 0 where the server closed the connection, as it may for what is no HTTP. */
function ask(
  port: number,
  given: { method: string; path: string; headers: Row; body: string; json: boolean },
): Promise<number> {
  const { method, path, headers, body, json } = given
  return new Promise((resolve) => {
    const type = json ? { 'content-type': 'application/json' } : {}
    const sent = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...type, ...(headers as Record<string, string>) },
    })
    sent.once('response', (response) => {
      response.resume()
      response.once('close', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', () => resolve(0))
    sent.end(method === 'GET' || method === 'HEAD' ? undefined : body)
  })
}
