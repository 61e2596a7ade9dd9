import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../app.ts'
import { BadUse } from './bad-use.ts'
import { createClient, type Client } from './bots/client.ts'
import { createStandingClock } from './season/clock.ts'
import { mean, placeOf, rankCorrelation } from './season/compare.ts'
import { HOST, playSeason } from './season/play.ts'
import { makeBots, skillIn } from './season/world.ts'

const USE = 'show [--seed 1] [--players 30] [--rounds 4] [--puzzles 6] [--data DIR] [--json]'
const FIRST_EVENING = Date.parse('2026-09-03T17:00:00Z')
const root = join(import.meta.dirname, '../..')

/** How the season's ranking compares with what is known of the bots; gains and changes on the displayed scale. */
export type Shown = {
  seed: number
  players: number
  rounds: number
  /** Rank correlations of a gain with the true change that it is to tell. */
  correlations: {
    /** Of the last round, with the change since the round before. */
    round: number
    /** Of the last evening, with the change since the evening before. */
    sinceLastTime: number
    /** Of the season, with the change from its first round to its last. */
    season: number
  }
  /** By true change: the winner's place, and the mean over everybody. */
  winner: { name: string; gain: number; trueChange: number; truePlace: number; meanTrueChange: number } | null
  ranking: { name: string; gain: number; trueChange: number; truePlace: number }[]
}

type Options = { seed: number; players: number; rounds: number; puzzles: number; data: string | null; json: boolean }

/** `npm run improvement -- show`: plays a season of bots on a whole server of its own. Throws `BadUse`. */
export async function show(args: string[]): Promise<number> {
  const options = read(args)
  const shown = await playAndCompare(options)
  console.log(options.json ? JSON.stringify(shown) : described(shown))
  if (options.data && !options.json)
    console.log(`Look at it: DATA_DIR=${options.data} npm start, sign in as "${HOST.name}" with "${HOST.password}".`)
  return 0
}

function read(args: string[]): Options {
  const text = { type: 'string' } as const
  const options = {
    seed: text,
    players: text,
    rounds: text,
    puzzles: text,
    data: text,
    json: { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args, options, allowPositionals: false })
    const whole = (name: 'seed' | 'players' | 'rounds' | 'puzzles', usual: number, least: number, most: number) => {
      const value = Number(values[name] ?? usual)
      if (!Number.isInteger(value) || value < least || value > most)
        throw new Error(`--${name} is a whole number from ${least} to ${most}`)
      return value
    }
    return {
      seed: whole('seed', 1, 0, 1_000_000),
      players: whole('players', 30, 4, 200),
      rounds: whole('rounds', 4, 4, 9),
      puzzles: whole('puzzles', 6, 2, 6),
      data: values.data ?? null,
      json: values.json ?? false,
    }
  } catch (error) {
    throw new BadUse(`${(error as Error).message.split('. ')[0]}; use: ${USE}`)
  }
}

/** Starts a server, lets the bots play, and compares what it says with what is true. */
export async function playAndCompare(options: Omit<Options, 'json'>, cacheDir?: string): Promise<Shown> {
  const dataDir = options.data ?? (await mkdtemp(join(tmpdir(), 'outdo-show-')))
  await mkdir(dataDir, { recursive: true })
  if ((await readdir(dataDir)).length > 0) throw new BadUse(`--data: ${dataDir} is not empty; name a new folder`)
  const clock = createStandingClock(FIRST_EVENING)
  const app = await createApp({
    dataDir,
    problemsDir: process.env['PROBLEMS_DIR'] || join(root, 'problems'),
    clientFolder: join(root, 'dist/client'),
    publicUrl: null,
    clock,
    rateLimitScale: 10_000,
    log: ({ level, ...entry }) => void (level === 'error' && console.error(JSON.stringify(entry))),
    ...(cacheDir ? { cacheDir } : {}),
  })
  const clients: Client[] = []
  const meet = () => {
    const client = createClient(app.localUrl())
    clients.push(client)
    return client
  }
  try {
    await app.listen(0, '127.0.0.1')
    const bots = makeBots(options.seed, options.players)
    const played = await playSeason(app, clock, bots, options, meet)
    return compare(options, bots, played)
  } finally {
    await app.close()
    for (const client of clients) client.close()
    if (!options.data) await rm(dataDir, { recursive: true, force: true })
  }
}

function compare(
  { seed, players, rounds }: Pick<Options, 'seed' | 'players' | 'rounds'>,
  bots: ReturnType<typeof makeBots>,
  { season, lastEvening, nameOf }: Awaited<ReturnType<typeof playSeason>>,
): Shown {
  const byName = new Map(bots.map((bot) => [bot.name, bot]))
  const last = rounds - 1
  const eveningBegan = rounds - lastEvening.rounds.length
  const change = (name: string, from: (skill: (round: number) => number) => number): number => {
    const bot = byName.get(name)!
    return 100 * (skillIn(bot, last) - from((round) => skillIn(bot, round)))
  }
  const overSeason = (name: string) => change(name, (skill) => skill(0))
  const sinceRound = (name: string) => change(name, (skill) => skill(last - 1))
  const sinceEvening = (name: string) =>
    change(name, (skill) =>
      mean(Array.from({ length: Math.min(3, eveningBegan) }, (_, i) => skill(eveningBegan - 1 - i))),
    )
  const correlation = (
    rows: { playerId: Parameters<(typeof nameOf)['get']>[0]; gain: number | null }[],
    truth: (name: string) => number,
  ) =>
    rankCorrelation(
      rows.flatMap(({ playerId, gain }) => (gain === null ? [] : [[gain, truth(nameOf.get(playerId)!)] as const])),
    )

  const truth = bots.map(({ name }) => overSeason(name))
  const ranking = season.ranking.flatMap(({ playerId, gain }) => {
    const name = nameOf.get(playerId)!
    const trueChange = overSeason(name)
    return gain === null ? [] : [{ name, gain, trueChange: tenths(trueChange), truePlace: placeOf(trueChange, truth) }]
  })
  // Ids are random, and what is shown as equal stands by name: the same table each time.
  ranking.sort((a, b) => b.gain - a.gain || (a.name < b.name ? -1 : 1))
  const winner = ranking.find(({ name }) => name === season.award?.winners[0]?.name)
  return {
    ...{ seed, players, rounds },
    correlations: {
      round: hundredths(correlation(lastEvening.rounds.at(-1)!.ranking, sinceRound)),
      sinceLastTime: hundredths(correlation(lastEvening.sinceLastTime, sinceEvening)),
      season: hundredths(correlation(season.ranking, overSeason)),
    },
    winner: winner ? { ...winner, meanTrueChange: tenths(mean(truth)) } : null,
    ranking,
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
const hundredths = (value: number): number => Math.round(value * 100) / 100

function described({ seed, players, rounds, correlations, winner, ranking }: Shown): string {
  const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`
  const line = (cells: (string | number)[]) =>
    `${String(cells[0]).padStart(5)}  ${String(cells[1]).padEnd(9)}${String(cells[2]).padStart(8)}${String(cells[3]).padStart(14)}${String(cells[4]).padStart(12)}`
  const about = (what: string, value: number) => `${what.padEnd(58)} ${value.toFixed(2).padStart(6)}`
  return [
    `${players} bots, ${rounds} rounds, seed ${seed}: every submission judged, rated and published by a server.`,
    '',
    line(['place', 'bot', 'gain', 'true change', 'true place']),
    ...ranking.map(({ name, gain, trueChange, truePlace }, i) =>
      line([i + 1, name, signed(gain), signed(trueChange), truePlace]),
    ),
    '',
    'Gains are against the room: growth that everybody shares cannot be told from easier puzzles.',
    '',
    'Rank correlation with the truth (1 is perfect, 0 is chance):',
    about('  the last round, change since the round before', correlations.round),
    about('  since last time, change since the evening before', correlations.sinceLastTime),
    about('  the season, change from its first round to its last', correlations.season),
    '',
    winner
      ? `Most improved of the season: ${winner.name}, who truly changed by ${signed(winner.trueChange)} (place ${winner.truePlace} of ${players} by true change; everybody's mean is ${signed(winner.meanTrueChange)}).`
      : 'Nobody gained over the season.',
  ].join('\n')
}
