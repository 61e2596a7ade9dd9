import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../app.ts'
import type { Problem } from '../bank/problem.ts'
import type { ProblemId, RoundId, SubmissionId, TournamentId } from '../protocol/ids.ts'
import { STARS } from '../protocol/round.ts'
import type { Opening } from '../store/records.ts'
import type { Change } from '../store/store.ts'
import { rateRoundLater } from '../live/rating/later.ts'
import { createClient, type Client } from './bots/client.ts'
import { createPlayerBot } from './bots/player-bot.ts'
import { pick, seeded } from './bots/random.ts'
import { sourceFor } from './bots/sources.ts'

/**
 * A rehearsed tournament to look at: bots who have played four rounds before play an evening through real clients, and
 * a host among them runs it. What they send is judged and rated like anybody's.
 */
const BOTS = ['Amara', 'Björn', 'Chen', 'Dalia', 'Emeka', 'Farah', 'Goran', 'Hana', 'Ines', 'Jonas', 'Kiri', 'Lucía']
const PAST_ROUNDS = 4
const PUZZLES_A_ROUND = 4
const PAST_MINUTES = 20
const DAY_MS = 24 * 60 * 60_000
const HOST = { name: 'demo', password: 'a sky full of stars' }

const ROUNDS_TONIGHT = 3
const ROUND_MINUTES = 3
const REVEAL_EVERY_MS = 4000
const BREAK_MS = 20_000

type Bot = { name: string; client: Client; skill: number; random: () => number }

export async function playDemo(app: App): Promise<void> {
  const url = app.localUrl()
  const host = createClient(url)
  const token = await app.identity.firstHostToken()
  await host.post(token ? '/api/host/claim' : '/api/host/sign-in', token ? { token, ...HOST } : HOST)
  await host.connect()
  const bots = BOTS.map((name, index): Bot => {
    const random = seeded(index + 1)
    return { name, client: createClient(url), skill: 0.25 + 0.5 * random(), random }
  })
  await rehearse(app, host, bots)
  console.log(`Demo: the host's page is ${app.joinUrl()}/host (name "${HOST.name}", password "${HOST.password}").`)
  for (let evening = 1; ; evening++) {
    await playEvening(app, host, bots, evening)
    await sleep(BREAK_MS)
  }
}

/** Function puzzles in an order that spreads the levels over every round. */
function puzzlesFor(app: App, round: number, random: () => number): Problem[] {
  const all = [...app.bank.problems.values()].filter(({ kind }) => kind === 'function')
  return Array.from({ length: PUZZLES_A_ROUND }, (_, index) => {
    const level = Math.min(index + 1, 6)
    const ofLevel = all.filter((problem) => problem.level === level)
    return ofLevel[round % Math.max(1, ofLevel.length)] ?? pick(random, all)
  })
}

async function newTournament(
  host: Client,
  name: string,
  rounds: { name: string; minutes: number; puzzles: Problem[] }[],
) {
  return host.must('tournament:create', {
    name,
    approveNames: false,
    rounds: rounds.map((round) => ({
      name: round.name,
      limitMinutes: round.minutes,
      problemIds: [...new Set(round.puzzles.map(({ id }) => id))],
    })),
  })
}

/** What a bot did in a round of the past: every puzzle opened in turn, and up to three submissions on each. */
function played(
  problems: Problem[],
  own: Pick<Opening, 'roundId' | 'entryId'>,
  { random, skill }: Pick<Bot, 'random' | 'skill'>,
  startedAt: number,
  endedAt: number,
): Change[] {
  const changes: Change[] = []
  const pending = { pasted: false, verdict: null, judgement: null, judgedAt: null }
  let now = startedAt
  for (const problem of problems) {
    const about = { ...own, problemId: problem.id }
    changes.push({ do: 'insert', table: 'openings', row: { id: randomUUID(), ...about, at: now } })
    for (let attempt = 0; attempt < 3; attempt++) {
      now += problem.minutes * 60_000 * (0.3 + random())
      if (now >= endedAt) break
      const { language, source, verdict } = sourceFor(problem, random, random() < skill)
      const id = randomUUID() as SubmissionId
      const row = { id, ...about, language, source, receivedAt: Math.round(now), ...pending }
      changes.push({ do: 'insert', table: 'submissions', row })
      if (verdict === 'AC') break
    }
  }
  return changes
}

/** Lays four rounds of last month down, lets them be judged and rated, and publishes them. */
async function rehearse(app: App, host: Client, bots: Bot[]): Promise<void> {
  const random = seeded(2026)
  const rounds = Array.from({ length: PAST_ROUNDS }, (_, index) => ({
    name: `Round ${index + 1}`,
    minutes: PAST_MINUTES,
    puzzles: puzzlesFor(app, index, random),
  }))
  const { tournamentId, code } = await newTournament(host, 'Last month’s evening', rounds)
  for (const bot of bots) {
    const star = pick(bot.random, STARS)
    await bot.client.post('/api/join', { code, name: bot.name, star, continueAsKnown: true })
  }
  const began = Date.now() - 28 * DAY_MS
  const stored = await app.store.roundsOf(tournamentId)
  const entries = await app.store.entriesOf(tournamentId)
  for (const [index, round] of stored.entries()) {
    const startedAt = began + index * (PAST_MINUTES + 10) * 60_000
    const endedAt = startedAt + PAST_MINUTES * 60_000
    const past = { status: 'ended' as const, startedAt, endsAt: endedAt, endedAt }
    const changes: Change[] = [{ do: 'put', table: 'rounds', row: { ...round, ...past } }]
    for (const [at, entry] of entries.entries()) {
      const bot = bots[at]!
      changes.push({ do: 'patch', table: 'entries', id: entry.id, set: { joinedAt: startedAt - 60_000 } })
      // Everybody is a little better in each round.
      const skill = Math.min(0.95, bot.skill + index * 0.08)
      const problems = round.problemIds.map((id) => app.bank.problems.get(id)!)
      changes.push(...played(problems, { roundId: round.id, entryId: entry.id }, { ...bot, skill }, startedAt, endedAt))
    }
    changes.push(rateRoundLater(round, randomUUID(), endedAt))
    await app.store.commit({ expected: {}, changes })
  }
  await host.must('tournament:watch', { tournamentId, as: 'host' })
  const rated = allRated(host)
  await app.live.takeUp()
  await rated
  for (const round of stored) await publish(host, tournamentId, round.id)
  await host.must('tournament:finish', { tournamentId })
  await app.live.idle()
  await host.must('tournament:publish', { tournamentId })
  const ended = began + DAY_MS / 4
  await app.store.commit({
    expected: {},
    changes: [
      {
        do: 'patch',
        table: 'tournaments',
        id: tournamentId,
        set: { createdAt: began, endedAt: ended, publishedAt: ended },
      },
    ],
  })
}

/** Resolves with the first view in which every round that ended is rated. */
const allRated = (host: Client) =>
  new Promise<void>((resolve) =>
    host.on('host:changed', (view) => {
      if (view.rounds.every((round) => round.rated || round.status !== 'ended')) resolve()
    }),
  )

async function publish(host: Client, tournamentId: TournamentId, roundId: RoundId): Promise<void> {
  const { host: view } = await host.must('tournament:watch', { tournamentId, as: 'host' })
  const round = view?.rounds.find(({ id }) => id === roundId)
  for (const { playerId, flagged, flagCleared } of round?.ranking ?? [])
    if (flagged && !flagCleared) await host.must('flag:clear', { roundId, playerId })
  // A cleared flag has the round rated once more.
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await host.send('round:publish', { roundId })).ok) return
    await sleep(200)
  }
}

/** Three short rounds with a ceremony after each, and the headline at the end. */
async function playEvening(app: App, host: Client, bots: Bot[], evening: number): Promise<void> {
  const random = seeded(evening * 7919)
  const rounds = Array.from({ length: ROUNDS_TONIGHT }, (_, index) => ({
    name: `Round ${index + 1}`,
    minutes: ROUND_MINUTES,
    puzzles: puzzlesFor(app, PAST_ROUNDS + (evening - 1) * ROUNDS_TONIGHT + index, random),
  }))
  const { tournamentId, code } = await newTournament(host, `Demo evening ${evening}`, rounds)
  const shown = `${app.joinUrl()}/t/${code}`
  console.log(`Demo: join at ${shown} and put ${shown}/wall on a projector.`)
  const problems = new Map<ProblemId, Problem>(app.bank.problems)
  const players = bots.map((bot) => createPlayerBot({ url: app.localUrl(), code, problems, ...bot }))
  for (const player of players) await player.join()
  for (const { id: roundId } of await app.store.roundsOf(tournamentId)) {
    await host.must('round:start', { roundId })
    const until = performance.now() + ROUND_MINUTES * 60_000 - 2000
    await Promise.all(players.map((player) => player.play(roundId, until)))
    await host.send('round:stop', { roundId })
    await app.live.idle()
    await publish(host, tournamentId, roundId)
    await reveal(host, tournamentId, roundId)
    await sleep(BREAK_MS)
  }
  await host.must('tournament:finish', { tournamentId })
  await app.live.idle()
  await host.must('tournament:publish', { tournamentId })
  await reveal(host, tournamentId, null)
  for (const player of players) player.close()
}

async function reveal(host: Client, tournamentId: TournamentId, roundId: RoundId | null): Promise<void> {
  if (!(await host.send('ceremony:start', { tournamentId, roundId })).ok) return
  do await sleep(REVEAL_EVERY_MS)
  while ((await host.send('ceremony:reveal', { tournamentId })).ok)
}
