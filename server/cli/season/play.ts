import { randomUUID } from 'node:crypto'
import type { App } from '../../app.ts'
import type { Problem } from '../../bank/problem.ts'
import type { PlayerId, ProblemId, RoundId, SeasonId, SeriesId, SubmissionId } from '../../protocol/ids.ts'
import type { SeasonView } from '../../protocol/series.ts'
import type { HostView } from '../../protocol/host.ts'
import type { Client } from '../bots/client.ts'
import { pick, seeded } from '../bots/random.ts'
import type { StandingClock } from './clock.ts'
import { trueDifficulty, wayThrough, type SeasonBot } from './world.ts'

export const HOST = { name: 'show', password: 'a climb that was known before' }
const LEVELS = [1, 2, 3, 3, 4, 5]
const LIMIT_MINUTES = 40
const BREAK_MINUTES = 15
const MINUTE_MS = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
/** An evening has this many rounds at most. */
const ROUNDS_AN_EVENING = 3

/** What the server said in the end. */
export type PlayedSeason = {
  season: SeasonView
  seriesId: SeriesId
  lastEvening: HostView
  nameOf: Map<PlayerId, string>
}

type Player = { bot: SeasonBot; client: Client; id: PlayerId; judged: Map<string, () => void> }

/**
 * Plays a season with real clients on this server (`meet` makes one): what they send is judged, rated and published like
 * anybody's.
 */
export async function playSeason(
  app: App,
  clock: StandingClock,
  bots: SeasonBot[],
  options: { rounds: number; seed: number; puzzles: number },
  meet: () => Client,
): Promise<PlayedSeason> {
  const random = seeded(options.seed)
  const host = meet()
  await host.post('/api/host/claim', { token: await app.identity.firstHostToken(), ...HOST })
  await host.connect()
  const { seriesId } = await host.must('series:create', { name: 'Bots on Thursdays' })
  const begin = clock.now()
  const evenings = Math.ceil(options.rounds / ROUNDS_AN_EVENING)
  const days = { firstDay: dayOf(begin), lastDay: dayOf(begin + (evenings - 1) * WEEK_MS), timeZone: 'UTC' }
  const { seasonId } = await host.must('season:create', { seriesId, name: 'A season', ...days })
  const puzzles = puzzlesFor(app, options, random)
  const players: Player[] = bots.map((bot) => {
    const client = meet()
    const judged: Player['judged'] = new Map()
    client.on('submission:judged', ({ submissionId }) => judged.get(submissionId)?.())
    return { bot, client, id: '' as PlayerId, judged }
  })
  let lastEvening: HostView | null = null
  for (let evening = 0; evening < evenings; evening++) {
    clock.moveTo(begin + evening * WEEK_MS)
    const from = evening * ROUNDS_AN_EVENING
    const tonight = puzzles.slice(from, from + ROUNDS_AN_EVENING)
    lastEvening = await playEvening({ app, clock, host, players, seriesId }, evening, from, tonight)
  }
  clock.moveTo(clock.now() + WEEK_MS)
  await host.must('season:publish', { seasonId })
  await app.live.idle()
  const season = await host.must('season:read', { seasonId: seasonId satisfies SeasonId })
  return { season, seriesId, lastEvening: lastEvening!, nameOf: new Map(players.map(({ id, bot }) => [id, bot.name])) }
}

type Puzzle = { problem: Problem; difficulty: number }
type House = { app: App; clock: StandingClock; host: Client; players: Player[]; seriesId: SeriesId }

async function playEvening(house: House, evening: number, from: number, rounds: Puzzle[][]): Promise<HostView> {
  const { app, clock, host, players, seriesId } = house
  const { tournamentId, code } = await host.must('tournament:create', {
    name: `Evening ${evening + 1}`,
    ...{ seriesId, approveNames: false },
    rounds: rounds.map((puzzles, index) => ({
      name: `Round ${index + 1}`,
      limitMinutes: LIMIT_MINUTES,
      problemIds: puzzles.map(({ problem }) => problem.id as ProblemId),
    })),
  })
  for (const player of players) {
    await player.client.post('/api/join', { code, name: player.bot.name, star: 'gold', continueAsKnown: true })
    await player.client.connect()
    const { me } = await player.client.must('tournament:watch', { code, as: 'player' })
    player.id = me!.playerId
  }
  const watch = async () => (await host.must('tournament:watch', { tournamentId, as: 'host' })).host!
  for (const [index, { id: roundId }] of (await watch()).rounds.entries()) {
    clock.moveTo(clock.now() + BREAK_MINUTES * MINUTE_MS)
    await playRound(house, roundId, from + index, rounds[index]!)
    await app.live.idle()
    const ranking = (await watch()).rounds[index]!.ranking
    for (const { playerId, flagged } of ranking) if (flagged) await host.must('flag:clear', { roundId, playerId })
    await app.live.idle()
    await host.must('round:publish', { roundId })
    await app.live.idle()
  }
  await host.must('tournament:finish', { tournamentId })
  await app.live.idle()
  await host.must('tournament:publish', { tournamentId })
  await app.live.idle()
  return watch()
}

/** Everybody's acts in the order of the clock. Each is acknowledged before the next: what arrives when is the same each time. */
async function playRound({ clock, host, players }: House, roundId: RoundId, round: number, puzzles: Puzzle[]) {
  await host.must('round:start', { roundId })
  const startedAt = clock.now()
  const difficulties = puzzles.map(({ difficulty }) => difficulty)
  const acts = players.flatMap((player) =>
    wayThrough(player.bot, round, difficulties, LIMIT_MINUTES).map((act) => ({ ...act, player })),
  )
  const verdicts: Promise<void>[] = []
  for (const { minute, puzzle, does, player } of acts.toSorted((a, b) => a.minute - b.minute)) {
    clock.moveTo(startedAt + Math.round(minute * MINUTE_MS))
    const { problem } = puzzles[puzzle]!
    const problemId = problem.id as ProblemId
    if (does === 'open') {
      await player.client.must('problem:open', { roundId, problemId })
      continue
    }
    const code = sourceOf(problem, does, player.bot.random)
    if (!code) continue
    const id = randomUUID() as SubmissionId
    verdicts.push(new Promise((resolve) => player.judged.set(id, resolve)))
    await player.client.must('submission:create', { id, roundId, problemId, ...code })
  }
  await Promise.all(verdicts)
  clock.moveTo(startedAt + LIMIT_MINUTES * MINUTE_MS - 1)
  await host.must('round:stop', { roundId })
}

/** Code that the package brings, right or wrong; null where it brings no wrong one. */
function sourceOf({ submissions }: Problem, does: 'solve' | 'fail', random: () => number) {
  const folder = does === 'solve' ? 'accepted' : 'wrong_answer'
  const fitting = submissions.filter((one) => one.folder === folder && one.language !== 'typescript')
  if (fitting.length === 0) return null
  const { language, source } = pick(random, fitting)
  return { language, source }
}

/** Puzzles for every round, none twice, from easy to hard, each with what it truly is. */
function puzzlesFor(app: App, { rounds, puzzles }: { rounds: number; puzzles: number }, random: () => number) {
  const left = [...app.bank.problems.values()]
    .filter(({ kind }) => kind === 'function')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const levels = LEVELS.filter((_, i) => i < puzzles)
  return Array.from({ length: rounds }, () =>
    levels.map((level): Puzzle => {
      const ofLevel = left.filter((problem) => problem.level === level)
      const problem = pick(random, ofLevel.length > 0 ? ofLevel : left)
      left.splice(left.indexOf(problem), 1)
      return { problem, difficulty: trueDifficulty(problem.level, random) }
    }),
  )
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
