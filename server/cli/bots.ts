import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadBank } from '../bank/load.ts'
import { residentMb } from '../judge/process-stats.ts'
import type { ProblemId, RoundId, TournamentId } from '../protocol/ids.ts'
import { createClient, type Client } from './bots/client.ts'
import { figuresOf, type Figures } from './bots/figures.ts'
import { startOwnServer } from './bots/own-server.ts'
import { createPlayerBot } from './bots/player-bot.ts'
import { seeded } from './bots/random.ts'

const USAGE =
  'npm run bots -- --players 200 [--seconds 60] [--url http://… --code KITE42] [--find-limit] [--seed 1] [--json]'
const PUZZLES = 6
const SPARE_MINUTES = 5
/** A whole room joins from one address within a minute; bots beyond that need more than a room may have. */
const ROOM = 250
/** What a tournament needs to feel immediate; beyond it, or with anything lost, it is too many. */
const GOOD = { acknowledgementMs: 250, verdictMs: 1500 }
const FIRST_STEP = 50

type Options = {
  players: number
  seconds: number
  url: string | null
  code: string | null
  seed: number
  json: boolean
  findLimit: boolean
}

function badUse(message: string): never {
  console.error(`${message} Use: ${USAGE}`)
  process.exit(2)
}

function readOptions(): Options {
  const flags = ['players', 'seconds', 'url', 'code', 'seed'] as const
  let values: Partial<Record<(typeof flags)[number], string>> & { json?: boolean; 'find-limit'?: boolean }
  try {
    const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]))
    values = parseArgs({
      options: { ...options, json: { type: 'boolean' }, 'find-limit': { type: 'boolean' } },
    }).values
  } catch (error) {
    badUse(`${(error as Error).message}.`)
  }
  const whole = (name: 'players' | 'seconds' | 'seed', fallback: number) => {
    const number = Number(values[name] ?? fallback)
    return Number.isInteger(number) && number > 0 ? number : badUse(`--${name} takes a whole number above zero.`)
  }
  if ((values.url === undefined) !== (values.code === undefined)) badUse('--url and --code go together.')
  if (values['find-limit'] && (values.url || values.players))
    badUse('--find-limit brings its own server and its own numbers of players.')
  return {
    players: whole('players', 200),
    seconds: whole('seconds', 60),
    seed: whole('seed', 1),
    url: values.url ?? null,
    code: values.code ?? null,
    json: values.json ?? false,
    findLimit: values['find-limit'] ?? false,
  }
}

/** Hosts a tournament on the bots' own server. */
async function host(url: string, token: string, minutes: number, problemIds: ProblemId[]) {
  const client = createClient(url)
  await client.post('/api/host/claim', { token, name: 'bot-host', password: 'a long enough password' })
  await client.connect()
  const rounds = [{ name: 'Bots', limitMinutes: minutes, problemIds }]
  const { tournamentId, code } = await client.must('tournament:create', { name: 'Bots', rounds, approveNames: false })
  const { board } = await client.must('tournament:watch', { tournamentId, as: 'host' })
  return { client, tournamentId, code, roundId: board.round!.id }
}

async function finish(client: Client, tournamentId: TournamentId, roundId: RoundId): Promise<void> {
  const rated = new Promise<void>((resolve) =>
    client.on('host:changed', (view) => {
      if (view.rounds.every((round) => round.rated)) resolve()
    }),
  )
  await client.must('round:stop', { roundId })
  await rated
  const { host: view } = await client.must('tournament:watch', { tournamentId, as: 'host' })
  for (const { playerId, flagged } of view?.rounds[0]?.ranking ?? [])
    if (flagged) await client.must('flag:clear', { roundId, playerId })
}

/** Of the bots' own server, in MB; null where it is somebody else's. */
type Memory = { halfWayMb: number; endMb: number } | null

async function play(options: Options): Promise<Figures & { serverMemory: Memory }> {
  const { players, seconds, seed } = options
  const bank = await loadBank(join(dirname(fileURLToPath(import.meta.url)), '../../problems'))
  const own = options.url ? null : await startOwnServer(players > ROOM ? { env: { RATE_LIMIT_SCALE: '100' } } : {})
  const url = options.url ?? own!.url
  const chosen = [...bank.problems.values()].filter(({ kind }) => kind === 'function').slice(0, PUZZLES)
  const minutes = Math.ceil(seconds / 60) + SPARE_MINUTES
  const hosted =
    own &&
    (await host(
      url,
      own.token,
      minutes,
      chosen.map(({ id }) => id),
    ))
  const code = options.code ?? hosted!.code

  const bots = Array.from({ length: players }, (_, index) => {
    const random = seeded(seed * 100_003 + index)
    return createPlayerBot({
      url,
      code,
      name: `Bot ${index + 1}`,
      skill: 0.3 + 0.6 * random(),
      random,
      problems: bank.problems,
    })
  })
  // A room comes in one by one.
  for (const bot of bots) await bot.join()
  if (hosted) await hosted.client.must('round:start', { roundId: hosted.roundId })
  const roundId = hosted?.roundId ?? (await runningRound(url, code))
  const until = performance.now() + seconds * 1000
  let halfWayMb = 0
  const halfWay = setTimeout(() => (halfWayMb = own ? Math.round(residentMb(own.pid) ?? 0) : 0), seconds * 500)
  await Promise.all(bots.map((bot) => bot.play(roundId, until)))
  clearTimeout(halfWay)
  const serverMemory = own && { halfWayMb, endMb: Math.round(residentMb(own.pid) ?? 0) }
  const lost = (await Promise.all(bots.map((bot) => bot.lost()))).flat()
  if (hosted) await finish(hosted.client, hosted.tournamentId, hosted.roundId)
  for (const bot of bots) bot.close()
  hosted?.client.close()
  await own?.stop()
  const sendings = bots.flatMap((bot) => bot.sendings)
  return { ...figuresOf(sendings, lost.length), serverMemory }
}

/** Waits until the host of somebody else's tournament has started a round. */
async function runningRound(url: string, code: string): Promise<RoundId> {
  const client = createClient(url)
  await client.connect()
  const { board } = await client.must('tournament:watch', { code, as: 'projector' })
  const isRunning = (view: typeof board) => view.round?.status === 'running'
  const running = isRunning(board)
    ? board
    : await new Promise<typeof board>((resolve) =>
        client.on('board:changed', (view) => void (isRunning(view) && resolve(view))),
      )
  client.close()
  return running.round!.id
}

/** Whether everybody was served as they should be. */
function isGood({ submissions, serverErrors, acknowledgement, verdict }: Figures): boolean {
  return (
    submissions.lost === 0 &&
    Object.keys(submissions.refused).length === 0 &&
    serverErrors === 0 &&
    acknowledgement.p99Ms <= GOOD.acknowledgementMs &&
    verdict.p99Ms <= GOOD.verdictMs
  )
}

/** More players step by step, each step with a server of its own, until it is too many; then once more in between. */
async function findLimit(options: Options): Promise<boolean> {
  const steps: { players: number; good: boolean; figures: Figures }[] = []
  const step = async (players: number): Promise<boolean> => {
    const figures = await play({ ...options, players })
    const good = isGood(figures)
    steps.push({ players, good, figures })
    const { acknowledgement, verdict, tries, submissions } = figures
    if (!options.json)
      console.log(
        `${players} players: acknowledgement 99 % ${acknowledgement.p99Ms} ms, verdict 99 % ${verdict.p99Ms} ms, ` +
          `${submissions.lost} lost, Try ${words(tries.refused) || 'never refused'}: ${good ? 'good' : 'too many'}`,
      )
    return good
  }
  let good = 0
  let players = FIRST_STEP
  while (await step(players)) {
    good = players
    players *= 2
  }
  const between = Math.round((good + players) / 2)
  if (await step(between)) good = between
  const lost = steps.reduce((sum, { figures }) => sum + figures.submissions.lost, 0)
  if (options.json) console.log(JSON.stringify({ seed: options.seed, seconds: options.seconds, limit: good, steps }))
  else console.log(`Limit found: ${good} players on this machine, bots included. ${lost} submissions lost on the way.`)
  return lost === 0 && good > 0
}

const options = readOptions()
if (options.findLimit) process.exit((await findLimit(options)) ? 0 : 1)
const figures = await play(options)
const bad = figures.submissions.lost > 0 || figures.wrongVerdicts.length > 0 || figures.serverErrors > 0
if (options.json) console.log(JSON.stringify({ ...options, ...figures }))
else {
  const { tries, submissions, wrongVerdicts, serverErrors, serverMemory } = figures
  console.log(`${options.players} players for ${options.seconds} s, seed ${options.seed}`)
  console.log(`Try         ${tries.sent} sent, ${tries.answered} answered ${words(tries.refused)}`)
  console.log(
    `Submissions ${submissions.sent} sent, ${submissions.acknowledged} acknowledged, ${submissions.judged} judged, ${submissions.lost} lost ${words(submissions.refused)}`,
  )
  console.log(`Wrong verdicts ${wrongVerdicts.length}, server errors ${serverErrors}`)
  for (const { kind, expected, verdict } of wrongVerdicts.slice(0, 10))
    console.log(`  ${kind}: ${verdict} instead of ${expected}`)
  for (const name of ['acknowledgement', 'verdict', 'try'] as const) {
    const { p50Ms, p95Ms, p99Ms, maxMs } = figures[name]
    console.log(`${name.padEnd(16)} median ${p50Ms} ms, 95 % ${p95Ms} ms, 99 % ${p99Ms} ms, worst ${maxMs} ms`)
  }
  if (serverMemory)
    console.log(`server's memory  ${serverMemory.halfWayMb} MB half-way, ${serverMemory.endMb} MB at the end`)
}
process.exit(bad ? 1 : 0)

function words(refused: Record<string, number>): string {
  const parts = Object.entries(refused).map(([code, count]) => `${count} ${code}`)
  return parts.length > 0 ? `(refused: ${parts.join(', ')})` : ''
}
