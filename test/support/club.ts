import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App, type AppOptions } from '../../server/app.ts'
import { createClient, type Client } from '../../server/cli/bots/client.ts'
import type { MeasureDelay } from '../../server/live/load.ts'
import type { LogEntry } from '../../server/live/parts.ts'
import type { CommandName, PayloadInput, Reply } from '../../server/protocol/commands.ts'
import type { JoinBody, Joined } from '../../server/protocol/http.ts'
import type { ProblemId, RoundId, SubmissionId, TournamentId } from '../../server/protocol/ids.ts'
import type { Judgement, Language } from '../../server/protocol/judgement.ts'
import type { BoardView } from '../../server/protocol/board.ts'
import type { HostView } from '../../server/protocol/host.ts'
import type { MeView } from '../../server/protocol/me.ts'
import type { RoomView } from '../../server/protocol/room.ts'
import type { Refusal } from '../../server/protocol/refusals.ts'
import type { Result } from '../../server/protocol/result.ts'
import { JUDGE_CACHE } from './judge-cache.ts'
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts'

const root = join(import.meta.dirname, '../..')

/** What every host signs in with. */
export const HOST_PASSWORD = 'a long enough password'
/** Of a round that a test plans. */
const LIMIT_MINUTES = 20

/** A server that is never held up: what it sheds when it is must not depend on who else uses this machine. */
const atEase: MeasureDelay = () => ({ delayMs: 0, worstMs: 0 })

/** A whole server on a free port, with people around it. */
export type Club = {
  app: App
  url: string
  port: number
  dataDir: string
  clock: JumpingClock
  logged: LogEntry[]
  /** What it logged as a fault of its own. */
  errors(): LogEntry[]
  host(name?: string): Promise<Person>
  player(name: string, code: string): Promise<Person>
  stranger(): Promise<Person>
  /** The code of what somebody new meets who joins with this code and name; null where they are in. */
  joinRefusal(body: Partial<JoinBody>): Promise<string | null>
  /** Stops the server and starts it again on the same data; `meanwhile` happens in between. */
  restart(meanwhile?: () => void): Promise<void>
  close(): Promise<void>
}

/** Somebody with a device of their own. */
export type Person = Client & {
  board: BoardView | null
  me: MeView | null
  host: HostView | null
  room: RoomView | null
  /** Resolves with the first view from now on, or the present one, that is as wanted. */
  sees<V extends 'board' | 'me' | 'host' | 'room'>(
    view: V,
    wanted: (seen: NonNullable<Person[V]>) => boolean,
  ): Promise<NonNullable<Person[V]>>
  watch(payload: PayloadInput<'tournament:watch'>): Promise<void>
  /** Makes a tournament with a round of 20 minutes for each list of puzzles, where names stand at once; watches it as its host. */
  prepare(rounds: readonly (readonly string[])[], more?: Partial<PayloadInput<'tournament:create'>>): Promise<Prepared>
  /** As a host: the round begins, and these people see that it runs. */
  start(roundId: RoundId, ...players: Person[]): Promise<void>
  /** As a host: the round is stopped and rated, and what was flagged in it is cleared, so that it can be published. */
  end(roundId: RoundId): Promise<void>
  /** The code of the refusal that this command meets; null where it is done. */
  refusal<C extends CommandName>(command: C, payload: unknown): Promise<string | null>
  submit(problemId: string, source: string, language?: Language): Promise<Judgement>
  tournamentId: TournamentId | null
}

/** `roundId` is the first round's. */
export type Prepared = Reply<'tournament:create'> & { roundId: RoundId; roundIds: RoundId[] }

export type ClubOptions = { problemsDir?: string; dataDir?: string; port?: number; app?: Partial<AppOptions> }

export async function openClub(options: ClubOptions = {}): Promise<Club> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'outdo-test-')))
  const clock = createJumpingClock()
  const logged: LogEntry[] = []
  const people: Person[] = []
  const start = async (port: number) => {
    const app = await createApp({
      dataDir,
      problemsDir: options.problemsDir ?? join(root, 'problems'),
      clientFolder: join(root, 'dist/client'),
      cacheDir: JUDGE_CACHE,
      publicUrl: null,
      clock,
      log: (entry) => void logged.push(entry),
      rateLimitScale: 50,
      ...{ judgeWorkers: 1, measureDelay: atEase },
      ...options.app,
    })
    return { app, port: await app.listen(port, '127.0.0.1') }
  }
  let { app, port } = await start(options.port ?? 0)
  const url = `http://127.0.0.1:${port}`
  const meet = () => {
    const person = createPerson(url, () => app.live.idle())
    people.push(person)
    return person
  }

  const club: Club = {
    get app() {
      return app
    },
    ...{ url, port, dataDir, clock, logged },
    errors: () => logged.filter(({ level }) => level === 'error'),
    async host(name = 'host') {
      const person = meet()
      const token = await app.identity.firstHostToken()
      if (token) await person.post('/api/host/claim', { token, name, password: HOST_PASSWORD })
      else await person.post('/api/host/sign-in', { name, password: HOST_PASSWORD })
      await person.connect()
      return person
    },
    async player(name, code) {
      const person = meet()
      const joined = await person.post<Joined>('/api/join', { code, name, star: 'gold', continueAsKnown: true })
      await person.connect()
      await person.watch({ tournamentId: joined.tournamentId, as: 'player' })
      return person
    },
    async stranger() {
      const person = meet()
      await person.connect()
      return person
    },
    async joinRefusal(body) {
      const response = await fetch(`${url}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ star: 'gold', continueAsKnown: false, ...body }),
      })
      const answer = (await response.json()) as Result<Joined, Refusal>
      return answer.ok ? null : answer.refusal.code
    },
    async restart(meanwhile) {
      await app.close()
      meanwhile?.()
      ;({ app, port } = await start(port))
    },
    async close() {
      for (const person of people) person.close()
      await app.close()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
  return club
}

function createPerson(url: string, idle: () => Promise<void>): Person {
  const client = createClient(url)
  const lookers = new Set<() => void>()
  const seen = (what: () => void) => {
    what()
    for (const look of lookers) look()
  }
  const person: Person = {
    ...client,
    ...{ board: null, me: null, host: null, room: null, tournamentId: null },
    sees(view, wanted) {
      return new Promise((resolve) => {
        const look = () => {
          const now = person[view]
          if (!now || !wanted(now as never)) return
          lookers.delete(look)
          resolve(now as never)
        }
        lookers.add(look)
        look()
      })
    },
    async watch(payload) {
      const { board, me, host, room } = await client.must('tournament:watch', payload)
      seen(() => Object.assign(person, { board, me, host, room, tournamentId: board.tournamentId }))
    },
    async prepare(rounds, more) {
      const made = await client.must('tournament:create', {
        name: 'Evening',
        rounds: rounds.map((problemIds, index) => ({
          name: `Round ${index + 1}`,
          limitMinutes: LIMIT_MINUTES,
          problemIds: problemIds as ProblemId[],
        })),
        approveNames: false,
        ...more,
      })
      await person.watch({ tournamentId: made.tournamentId, as: 'host' })
      const roundIds = person.host!.rounds.map(({ id }) => id)
      return { ...made, roundIds, roundId: roundIds[0]! }
    },
    async start(roundId, ...players) {
      await client.must('round:start', { roundId })
      for (const player of players) {
        await player.sees('board', ({ round }) => round?.id === roundId && round.status === 'running')
        if (player.me) await player.sees('me', ({ round }) => round?.roundId === roundId)
      }
    },
    async end(roundId) {
      await client.must('round:stop', { roundId })
      const { rounds } = await person.sees('host', ({ rounds }) =>
        rounds.some(({ id, rated }) => id === roundId && rated),
      )
      for (const { playerId, flagged } of rounds.find(({ id }) => id === roundId)!.ranking)
        if (flagged) await client.must('flag:clear', { roundId, playerId })
      // A cleared flag has the round rated once more.
      await idle()
    },
    async refusal(command, payload) {
      const result = await client.send(command, payload as never)
      return result.ok ? null : result.refusal.code
    },
    async submit(problemId, source, language = 'python') {
      const id = crypto.randomUUID() as SubmissionId
      const judged = new Promise<Judgement>((resolve) =>
        client.on(
          'submission:judged',
          ({ submissionId, judgement }) => void (submissionId === id && resolve(judgement)),
        ),
      )
      const roundId = person.board!.round!.id
      await client.must('submission:create', { id, roundId, problemId: problemId as ProblemId, language, source })
      return judged
    },
  }
  client.on('board:changed', (board) => seen(() => (person.board = board)))
  client.on('me:changed', (me) => seen(() => (person.me = me)))
  client.on('host:changed', (host) => seen(() => (person.host = host)))
  client.on('room:changed', (room) => seen(() => (person.room = room)))
  return person
}
