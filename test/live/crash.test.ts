import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../server/cli/bots/client.ts'
import { startOwnServer } from '../../server/cli/bots/own-server.ts'
import { faultsOf, playCrashEvening } from '../../server/cli/chaos/crash-evening.ts'
import { createSystemClock } from '../../server/live/clock.ts'
import { createEffects } from '../../server/live/effects.ts'
import type { RoundId, SubmissionId } from '../../server/protocol/ids.ts'
import type { StatusView } from '../../server/protocol/status.ts'
import { DATABASE_FILE } from '../../server/store/connection.ts'
import { openStore } from '../../server/store/sqlite.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { createJumpingClock } from '../support/jumping-clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { JUDGE_CACHE } from '../support/judge-cache.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { runNode } from '../support/run-node.ts'

const puzzle = functionPuzzles[0]!
const right = acceptedIn(puzzle.id, 'python')
const ENDLESS = 'while True:\n    pass\n'
const newId = () => crypto.randomUUID() as SubmissionId

async function runningRound(club: Club, limitMinutes = 20) {
  const host = await club.host()
  const rounds = [{ name: 'One', limitMinutes, problemIds: [puzzle.id] }]
  const made = await host.prepare([], { rounds })
  const player = await club.player('Ada', made.code)
  await host.start(made.roundId, player)
  return { host, player, ...made }
}
const sending = (roundId: RoundId, source: string) =>
  ({ id: newId(), roundId, problemId: puzzle.id, language: 'python', source }) as const

/** A person's connection is the old server's: they come back as a browser does. */
async function back(person: Person): Promise<void> {
  await person.connect()
  await person.watch({ tournamentId: person.tournamentId!, as: person.host ? 'host' : 'player' })
}

/** Whole servers in processes of their own, one after another: each start waits for the cores that other tests use. */
const OWN_SERVERS = { timeout: 240_000 }
/** The interpreter's image takes seconds where the cores are free. */
const MAKES_THE_IMAGE = { timeout: 120_000 }

describe('a server that is killed at any moment of a round', () => {
  const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 100_000)

  it(`carries on five times in a row (CHAOS_SEED=${seed})`, OWN_SERVERS, async () => {
    const figures = await playCrashEvening({
      ...{ kills: 5, players: 8, seed, aliveMs: 1500, problems: functionPuzzles.slice(0, 4) },
      env: { CACHE_DIR: JUDGE_CACHE },
    })
    expect(faultsOf(figures)).toEqual([])
    expect(figures.acknowledged).toBeGreaterThan(0)
    expect(figures.judged).toBe(figures.acknowledged)
  })
})

describe('a server that is stopped and started again', () => {
  let club: Club
  beforeEach(async () => {
    club = await openClub()
  })
  afterEach(() => club.close())

  it('judges what waited, and calls nothing the judge’s error that the stop interrupted', async () => {
    const { player, roundId } = await runningRound(club)
    const endless = sending(roundId, ENDLESS)
    const waiting = [sending(roundId, right), sending(roundId, right)]
    for (const payload of [endless, ...waiting]) await player.must('submission:create', payload)
    await club.restart()
    await back(player)
    const { round } = await player.sees('me', (me) =>
      me.round!.problems.every(({ submissions }) => submissions.every(({ judgement }) => judgement !== null)),
    )
    const verdicts = new Map(round!.problems.flatMap((p) => p.submissions.map((s) => [s.id, s.judgement!.verdict])))
    expect(verdicts.get(endless.id)).toBe('TLE')
    for (const { id } of waiting) expect(verdicts.get(id)).toBe('AC')
  })

  it('has the same round with the same time left, the outage not added', async () => {
    const { player, host, roundId } = await runningRound(club)
    const { endsAt } = player.board!.round!
    await club.restart()
    await Promise.all([back(player), back(host)])
    expect(player.board!.round).toMatchObject({ id: roundId, status: 'running', endsAt })
    await host.must('round:extend', { roundId, minutes: 2 })
    await player.sees('board', ({ round }) => round?.endsAt === endsAt! + 2 * MINUTE_MS)
  })

  it('[R12] pauses a round whose end came meanwhile, so that the host decides', async () => {
    const { player, host, roundId } = await runningRound(club)
    club.clock.jump(15 * MINUTE_MS)
    await club.restart(() => club.clock.jump(30 * MINUTE_MS))
    await Promise.all([back(player), back(host)])
    const paused = await player.sees('board', ({ round }) => round?.status === 'paused')
    expect(Math.round(paused.round!.remainingMs! / MINUTE_MS)).toBe(5)
    expect(await player.refusal('submission:create', sending(roundId, right))).toBe('round-paused')
    await host.must('round:resume', { roundId })
    await player.sees('board', ({ round }) => round?.status === 'running')
    expect((await player.submit(puzzle.id, right)).verdict).toBe('AC')
    club.clock.jump(5 * MINUTE_MS)
    await player.sees('board', ({ round }) => round?.status === 'ended')
  })

  it('[R12] keeps the time left where the machine’s clock was set back meanwhile', async () => {
    const { player } = await runningRound(club)
    club.clock.jump(15 * MINUTE_MS)
    await club.restart(() => club.clock.jump(-60 * MINUTE_MS))
    await back(player)
    const paused = await player.sees('board', ({ round }) => round?.status === 'paused')
    expect(Math.round(paused.round!.remainingMs! / MINUTE_MS)).toBe(5)
  })
})

describe('a database that somebody else holds', () => {
  let club: Club
  beforeAll(async () => {
    club = await openClub()
  })
  afterAll(() => club.close())

  it('costs nobody a submission: neither before its acknowledgement nor before its judgement', async () => {
    const { player, host, roundId } = await runningRound(club)
    const other = new Database(join(club.dataDir, DATABASE_FILE))
    const taken = sending(roundId, ENDLESS)
    await player.must('submission:create', taken)
    other.exec('begin immediate')
    // The verdict comes while the database is held, and so does another submission.
    const refusedOne = sending(roundId, right)
    expect(await player.refusal('submission:create', refusedOne)).toBe('server-busy')
    await logged(club, 'a judgement could not be kept')
    other.exec('rollback')
    other.close()
    await player.must('submission:create', refusedOne)
    const judged = await player.sees('me', ({ round }) =>
      [taken.id, refusedOne.id].every((id) =>
        round!.problems[0]!.submissions.some((one) => one.id === id && one.judgement !== null),
      ),
    )
    expect(judged.round!.problems[0]!.submissions.map(({ judgement }) => judgement!.verdict).sort()).toEqual([
      ...['AC', 'TLE'],
    ])
    await host.must('round:stop', { roundId })
  })

  it('delays the end of a round, and does not lose it', async () => {
    const { player } = await runningRound(club)
    const other = new Database(join(club.dataDir, DATABASE_FILE))
    other.exec('begin immediate')
    club.clock.jump(20 * MINUTE_MS)
    await logged(club, 'a round could not be moved on')
    other.exec('rollback')
    other.close()
    await player.sees('board', ({ round }) => round?.status === 'ended')
  })
})

/** Resolves when a line of this message has been logged. */
async function logged(club: Club, message: string): Promise<void> {
  while (!club.logged.some((entry) => entry.message === message)) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('what was left to be done', () => {
  it('is tried again by itself when it failed', async () => {
    const opened = openStore({ file: ':memory:' })
    if (!opened.ok) throw new Error(opened.refusal.message)
    const store = opened.value
    const clock = createJumpingClock()
    const row = { id: 'effect-1', kind: 'test', payload: {}, createdAt: 0, attempts: 0, lastError: null, doneAt: null }
    await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'effects', row }] })
    let attempts = 0
    const done = Promise.withResolvers<void>()
    const effects = createEffects({
      ...{ store, clock, log: () => undefined },
      doing: {
        async test({ id }) {
          if (++attempts < 3) throw new Error('not yet')
          await store.commit({
            expected: {},
            changes: [{ do: 'patch', table: 'effects', id, set: { doneAt: clock.now() } }],
          })
          done.resolve()
        },
      },
    })
    effects.kick()
    for (const tries of [1, 2]) {
      await effects.idle()
      expect(attempts).toBe(tries)
      clock.jump(10 * MINUTE_MS)
      while (attempts === tries) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await done.promise
    await effects.idle()
    expect(await store.pendingEffects()).toEqual([])
    effects.stop()
    await store.close()
  })
})

describe('a disk that takes nothing more', () => {
  const canLimit = spawnSync('prlimit', ['--version']).status === 0

  it.skipIf(!canLimit)('is said, refuses kindly, and is over when there is room again', OWN_SERVERS, async () => {
    const server = await startOwnServer({ env: { CACHE_DIR: JUDGE_CACHE, LOG_LEVEL: 'silent' } })
    const limit = (bytes: string) => spawnSync('prlimit', [`--pid=${server.pid}`, `--fsize=${bytes}:unlimited`])
    const database = async () => {
      const answer = (await (await fetch(`${server.url}/api/status`)).json()) as { value: StatusView }
      return answer.value.modules.find(({ id }) => id === 'database')!
    }
    try {
      const host = createClient(server.url)
      const account = { name: 'host', password: 'a long enough password' }
      await host.post('/api/host/claim', { token: server.token, ...account })
      await host.connect()
      expect(limit('4096').status).toBe(0)
      const refused = await host.send('tournament:create', { name: 'No room', rounds: [] })
      expect(refused.ok ? null : refused.refusal.code).toBe('server-busy')
      while ((await database()).state !== 'down') await new Promise((resolve) => setTimeout(resolve, 100))
      expect(['database-unwritable', 'database-full']).toContain((await database()).why!.code)
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
      expect(limit('unlimited').status).toBe(0)
      expect((await host.send('tournament:create', { name: 'Room', rounds: [] })).ok).toBe(true)
      while ((await database()).state !== 'up') await new Promise((resolve) => setTimeout(resolve, 100))
      host.close()
    } finally {
      await server.stop()
    }
  })

  it('refuses to start where nothing can be written, in one line', async () => {
    const env = { DATA_DIR: '/proc/outdo', PORT: '0' }
    const { err, code } = await runNode(['--no-node-snapshot', 'server/main.ts'], { env })
    expect(err).toMatch(
      /^The data folder \/proc\/outdo cannot be made \(\w+\)\. Make it, or set DATA_DIR to another\.\n$/,
    )
    expect(code).toBe(2)
  })
})

describe('the judge’s cache', () => {
  it('is made anew where it is damaged', MAKES_THE_IMAGE, async () => {
    const cacheDir = await mkdtemp(join(tmpdir(), 'outdo-cache-'))
    await cp(JUDGE_CACHE, cacheDir, { recursive: true })
    for (const name of await readdir(cacheDir)) await writeFile(join(cacheDir, name), 'not an image')
    const club = await openClub({ app: { cacheDir } })
    const { player } = await runningRound(club)
    expect((await player.submit(puzzle.id, right)).verdict).toBe('AC')
    await club.close()
    await rm(cacheDir, { recursive: true })
  })
})

describe('the server’s clock', () => {
  const machine = { wall: 1_000_000, run: 500 }
  const clock = createSystemClock({ wallMs: () => machine.wall, runMs: () => machine.run })

  it('runs on where the machine’s clock is set, and says by how much', () => {
    machine.run += 1000
    machine.wall += 1000 - 3_600_000
    expect(clock.now()).toBe(1_001_000)
    expect(clock.offMs!()).toBe(-3_600_000)
  })
})
