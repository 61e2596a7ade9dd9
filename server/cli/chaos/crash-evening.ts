import { readdirSync, readFileSync } from 'node:fs'
import type { Problem } from '../../bank/problem.ts'
import type { RoundId, TournamentId } from '../../protocol/ids.ts'
import type { BoardRound } from '../../protocol/board.ts'
import { createClient, type Client } from '../bots/client.ts'
import { startOwnServer, type OwnServer } from '../bots/own-server.ts'
import { seeded } from '../bots/random.ts'
import { createStubbornPlayer, type StubbornPlayer } from './stubborn-player.ts'

/** What came of a round during which the server was killed again and again. Everything but the first five is a fault. */
export type CrashFigures = {
  kills: number
  acknowledged: number
  judged: number
  draftsKept: number
  /** From the start of the process to being open, after each kill. */
  readyMs: number[]
  lost: string[]
  judgedTwice: string[]
  /** Acknowledged twice, differently. */
  contradictions: string[]
  wrongVerdicts: string[]
  draftsLost: string[]
  /** A round that was not the same after a restart, or ended at another time. */
  roundChanged: string[]
  refusals: string[]
  /** Judge workers of killed servers that still run at the end. */
  orphans: number[]
}

export type CrashOptions = {
  kills: number
  players: number
  seed: number
  /** The server is killed at a random moment up to so long after it opened. */
  aliveMs: number
  problems: readonly Problem[]
  env?: Record<string, string>
  killed?: (done: number) => void
}

const HOST = { name: 'chaos-host', password: 'a long enough password' }
const ROUND_MINUTES = 24 * 60

export async function playCrashEvening(options: CrashOptions): Promise<CrashFigures> {
  const { kills, players: count, seed, aliveMs, problems, env = {}, killed } = options
  const random = seeded(seed)
  let server = await startOwnServer({ env: { RATE_LIMIT_SCALE: '1000', ...env } })
  const { tournamentId, code, roundId } = await prepare(server, problems)
  const players = Array.from({ length: count }, (_, index) =>
    createStubbornPlayer(server.url, `Bot ${index + 1}`, seeded(seed * 1009 + index)),
  )
  for (const player of players) await player.join(code)
  const host = await signIn(server.url)
  await host.must('round:start', { roundId })
  const before = await roundNow(server.url, tournamentId)
  host.close()

  const playing = players.map((player) => player.play(roundId, problems))
  const roundChanged: string[] = []
  const readyMs: number[] = []
  const workers = new Set<number>()
  for (let n = 1; n <= kills; n++) {
    await new Promise((resolve) => setTimeout(resolve, random() * aliveMs))
    for (const pid of childrenOf(server.pid)) workers.add(pid)
    await server.kill()
    server = await server.again()
    readyMs.push(Math.round(server.readyMs))
    const after = await roundNow(server.url, tournamentId)
    if (after?.id !== before?.id || after?.status !== 'running' || after.endsAt !== before?.endsAt)
      roundChanged.push(`after kill ${n}: ${after?.status} until ${after?.endsAt}, not ${before?.endsAt}`)
    killed?.(n)
  }
  for (const player of players) player.finish()
  await Promise.all(playing)
  const figures = await hold(players, roundId)
  for (const player of players) player.close()
  await server.stop()
  return { kills, readyMs, roundChanged, ...figures, orphans: [...workers].filter(isJudgeWorker) }
}

async function prepare(server: OwnServer, problems: readonly Problem[]) {
  const client = createClient(server.url)
  await client.post('/api/host/claim', { token: server.token, ...HOST })
  await client.connect()
  const problemIds = problems.map(({ id }) => id)
  const rounds = [{ name: 'Chaos', limitMinutes: ROUND_MINUTES, problemIds }]
  const { tournamentId, code } = await client.must('tournament:create', { name: 'Chaos', rounds, approveNames: false })
  const { board } = await client.must('tournament:watch', { tournamentId, as: 'host' })
  client.close()
  return { tournamentId, code, roundId: board.round!.id }
}

async function signIn(url: string): Promise<Client> {
  const client = createClient(url)
  await client.post('/api/host/sign-in', HOST)
  await client.connect()
  return client
}

async function roundNow(url: string, tournamentId: TournamentId): Promise<BoardRound | null> {
  const client = createClient(url)
  await client.connect()
  const { board } = await client.must('tournament:watch', { tournamentId, as: 'projector' })
  client.close()
  return board.round
}

/** Holds what the players remember against what the server says, once everything is judged. */
async function hold(players: readonly StubbornPlayer[], roundId: RoundId) {
  const figures = {
    ...{ acknowledged: 0, judged: 0, draftsKept: 0, lost: [] as string[], judgedTwice: [] as string[] },
    ...{ contradictions: [] as string[], wrongVerdicts: [] as string[], draftsLost: [] as string[] },
    refusals: [] as string[],
  }
  for (const player of players) {
    await player.sendAgain()
    const { acknowledged, told, drafts, contradictions, refusals } = player.ledger
    let kept = await player.ask(roundId)
    while ([...acknowledged.keys()].some((id) => kept.verdicts.get(id) === null)) kept = await player.ask(roundId)
    figures.acknowledged += acknowledged.size
    for (const [id, { deserves }] of acknowledged) {
      const verdict = kept.verdicts.get(id)
      if (!verdict) figures.lost.push(id)
      else figures.judged++
      if (verdict && verdict !== deserves) figures.wrongVerdicts.push(`${id}: ${verdict} instead of ${deserves}`)
      if ((told.get(id) ?? 0) > 1) figures.judgedTwice.push(id)
    }
    for (const [key, { kept: last, sentSince }] of drafts) {
      const there = kept.drafts.get(key)
      const fits = there === undefined ? last === null : there === last || sentSince.includes(there)
      if (fits) figures.draftsKept++
      else figures.draftsLost.push(key)
    }
    figures.contradictions.push(...contradictions)
    figures.refusals.push(...refusals)
  }
  return figures
}

/** Faults in words; none where the evening was survived. */
export function faultsOf(figures: CrashFigures): string[] {
  const { lost, judgedTwice, contradictions, wrongVerdicts, draftsLost, roundChanged, refusals, orphans } = figures
  return Object.entries({
    ...{ lost, judgedTwice, contradictions, wrongVerdicts, draftsLost, roundChanged, refusals, orphans },
  }).flatMap(([what, all]) => all.map((one: string | number) => `${what}: ${one}`))
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    const stat = readQuietly(`/proc/${name}/stat`)
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    return parent === pid ? [Number(name)] : []
  })
}
const isJudgeWorker = (pid: number): boolean => readQuietly(`/proc/${pid}/cmdline`).includes('judge/worker.ts')

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
