import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { PlayerOutcome, RoundOutcome, RoundToRate } from '../improvement/outcome.ts'
import type { Observation } from '../improvement/observation.ts'
import { openTimeline } from '../improvement/replay.ts'
import { rateSeason } from '../improvement/season.ts'
import type { Smoothable } from '../improvement/smoothing.ts'
import { rateTournament } from '../improvement/tournament.ts'
import { BadUse } from './bad-use.ts'

const USE = `npm run improvement < rounds.jsonl
Reads rounds as JSON lines on standard input, writes one JSON line per round, one per tournament, one for the season.
npm run improvement -- replay [--data DIR] [--json]
Rebuilds every figure from the results a server has stored, and ends with 1 where one differs.
npm run improvement -- show [--seed 1] [--players 30] [--rounds 4] [--data DIR] [--json]
Plays a season with bots that improve by known amounts, and compares the ranking with the truth.`

const Count = z.number().int('is not a whole number').min(0, 'is below 0')
const Minutes = z.number().min(0, 'is below 0')
const Result = z.discriminatedUnion(
  'solved',
  [
    z.strictObject({
      solved: z.literal(true),
      minutes: z.number().positive('is not above 0'),
      wrong: Count.default(0),
      hints: Count.default(0),
    }),
    /** A puzzle left unsolved may say for how long it was open; it makes no difference. */
    z.strictObject({
      solved: z.literal(false),
      minutes: Minutes.nullish(),
      wrong: Count.default(0),
      hints: Count.default(0),
    }),
  ],
  { error: 'is not an object with "solved": true or false' },
)
const Id = z.string().min(1, 'is empty')
const RoundLine = z
  .strictObject({
    tournament: Id.nullish(),
    limitMinutes: z.number().positive('is not above 0'),
    problems: z
      .array(z.strictObject({ id: Id, level: z.number().int().min(1, 'is not 1 to 6').max(6, 'is not 1 to 6') }))
      .min(1, 'is empty'),
    results: z.record(z.string(), z.array(Result.nullable())),
  })
  .superRefine(({ limitMinutes, problems, results }, context) => {
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path })
    problems.forEach(({ id }, i) => {
      if (problems.findIndex((other) => other.id === id) < i) refuse(`names "${id}" a second time`, 'problems', i, 'id')
    })
    for (const [player, row] of Object.entries(results)) {
      if (row.length !== problems.length)
        refuse(`has ${row.length} results for ${problems.length} problems`, 'results', player)
      row.forEach((result, i) => {
        if ((result?.minutes ?? 0) > limitMinutes)
          refuse(`is more than limitMinutes (${limitMinutes})`, 'results', player, i, 'minutes')
      })
    }
  })
type RoundLine = z.infer<typeof RoundLine>

/** What the input has wrong, in one line. */
class BadInput extends Error {}

const fieldOf = (path: PropertyKey[]): string => path.map(String).join('.')

const parseLine = (text: string, line: number): RoundLine => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadInput(`line ${line}: not JSON`)
  }
  const parsed = RoundLine.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    const field = fieldOf([...issue.path, issue.keys[0]!])
    throw new BadInput(`line ${line}: ${field}: unknown field`)
  }
  const field = issue.path.length > 0 ? `${fieldOf(issue.path)}: ` : ''
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  throw new BadInput(`line ${line}: ${field}${isMissing ? 'is missing' : issue.message}`)
}

type Result = z.infer<typeof Result>
const observationOf = (result: Result): Observation =>
  result.solved ? { ...result, pasted: false, order: null } : { ...result, minutes: null, pasted: false, order: null }

/** `named` is the tournament as the input names it; a round that names none is a tournament of its own. */
type Read = { named: string | null; round: RoundToRate }

const readRound = ({ tournament, problems, results }: RoundLine, line: number): Read => ({
  named: tournament ?? null,
  round: {
    id: `line ${line}`,
    tournament: tournament == null ? `alone ${line}` : `named ${tournament}`,
    problems,
    results: Object.fromEntries(
      Object.entries(results).map(([player, row]) => [
        player,
        row.map((result) => (result === null ? null : observationOf(result))),
      ]),
    ),
  },
})

const printedPlayer = ({ performance, level, sd, mark, kappa, gain, flagged }: PlayerOutcome) => ({
  performance,
  level,
  sd,
  mark,
  kappa,
  gain,
  flagged,
})

const mapped = <T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))

const printedRound = ({ players, problems }: RoundOutcome) => ({
  players: mapped(players, printedPlayer),
  problems: mapped(problems, ({ difficulty, sd }) => ({ difficulty, sd })),
})

/** A named tournament whose rounds are being read. */
type Tournament = { named: string; id: string; rounds: RoundOutcome[] }

/** All that the season's line needs of a round: a long history is not held whole. */
const smoothable = ({ level, variance, priorVariance, observed }: PlayerOutcome): Smoothable => ({
  level,
  variance,
  priorVariance,
  observed,
})

/** Rates all of standard input; throws `BadInput` on the first line that cannot be. */
const rateInput = async (input: NodeJS.ReadableStream): Promise<string[]> => {
  const printed: string[] = []
  const print = (value: unknown) => printed.push(JSON.stringify(value))
  const season: { players: Record<string, Smoothable> }[] = []
  const over = new Set<string>()
  const timeline = openTimeline()
  let open: Tournament | null = null
  let line = 0

  const close = (tournament: Tournament) => {
    print({ tournament: tournament.named, ...rateTournament(tournament.id, tournament.rounds) })
    over.add(tournament.id)
  }

  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++
    if (text.trim() === '') continue
    const { named, round } = readRound(parseLine(text, line), line)
    if (open !== null && open.id !== round.tournament) {
      close(open)
      open = null
    }
    if (over.has(round.tournament))
      throw new BadInput(`line ${line}: tournament: "${named}" was over before this line; its rounds stand together`)
    if (named !== null && open === null) open = { named, id: round.tournament, rounds: [] }
    const outcome = timeline.rate(round)
    open?.rounds.push(outcome)
    season.push({ players: mapped(outcome.players, smoothable) })
    print(printedRound(outcome))
  }
  if (open !== null) close(open)
  print({ season: rateSeason(season) })
  return printed
}

function badUse(error: unknown): number {
  if (!(error instanceof BadUse)) throw error
  console.error(`improvement: ${error.message}`)
  return 2
}

const main = async (args: string[]): Promise<number> => {
  if (args.includes('--help')) {
    console.log(USE)
    return 0
  }
  if (args[0] === 'replay') return (await import('./improvement-replay.ts')).replayStored(args.slice(1)).catch(badUse)
  if (args[0] === 'show') return (await import('./improvement-show.ts')).show(args.slice(1)).catch(badUse)
  const unknown = args.find((arg) => arg !== '--json')
  if (unknown !== undefined) {
    console.error(`improvement: unknown argument "${unknown}"; it reads rounds as JSON lines on standard input`)
    return 2
  }
  try {
    for (const text of await rateInput(process.stdin)) console.log(text)
    return 0
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    console.error(`improvement: ${error.message}`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
