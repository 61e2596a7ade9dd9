import type { Observation, Observations } from '../../server/improvement/observation.ts'
import type { RoundToRate } from '../../server/improvement/outcome.ts'
import { openTimeline } from '../../server/improvement/replay.ts'
import { rateRound } from '../../server/improvement/round.ts'
import { emptyState } from '../../server/improvement/state.ts'
import { normalFrom, randomFrom } from '../support/random.ts'

/** Times in milliseconds, memory in megabytes. `ok` where every limit is kept. */
export type ImprovementFigures = {
  ok: boolean
  round: { players: number; problems: number; medianMs: number; worstMs: number; limitMs: number }
  replay: {
    players: number
    rounds: number
    playersARound: number
    seconds: number
    /** Processor time; less than `seconds` on a machine that has other things to do. */
    cpuSeconds: number
    limitSeconds: number
    peakMb: number
    limitMb: number
    /** Processor time of the second half of the rounds over the first's: about 1 where cost grows linearly. */
    secondHalfOverFirst: number
  }
}

const PROBLEMS = 6
const ROUND_LIMIT_MS = 15
const REPLAY_LIMIT_SECONDS = 20
const REPLAY_LIMIT_MB = 1000
/** Above this the second half of a replay costs more than its rounds alone explain. */
const LINEAR_WITHIN = 1.5

const observation = (random: () => number, x: number): Observation => {
  const solved = random() < 1 / (1 + Math.exp(-1.3 * x))
  const rest = {
    order: 1 + Math.floor(6 * random()),
    wrong: Math.floor(3 * random()),
    hints: 0,
    pasted: false as const,
  }
  const minutes = Math.min(20, 1 + 8 * random() * Math.exp(-0.5 * x))
  return solved ? { solved, minutes, ...rest } : { solved, minutes: null, ...rest }
}

const roundOf = (random: () => number, number: number, players: { id: string; skill: number }[]): RoundToRate => {
  const problems = Array.from({ length: PROBLEMS }, (_, i) => ({
    id: `problem-${number % 50}-${i}`,
    level: i + 1,
  }))
  const row = (skill: number): Observations =>
    problems.map(({ level }) => observation(random, skill - (level - 3.5) * 0.6))
  return {
    id: `round-${number}`,
    tournament: `tournament-${Math.floor(number / 3)}`,
    problems,
    results: Object.fromEntries(players.map(({ id, skill }) => [id, row(skill)])),
  }
}

const peopleOf = (random: () => number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `player-${String(i).padStart(5, '0')}`,
    skill: normalFrom(random),
  }))

const megabytes = (): number => process.memoryUsage().rss / 2 ** 20

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const measureRound = (): ImprovementFigures['round'] => {
  const random = randomFrom(1)
  const people = peopleOf(random, 300)
  let state = emptyState()
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const round = roundOf(random, i, people)
    const from = performance.now()
    state = rateRound(state, round).state
    times.push(performance.now() - from)
  }
  // The first rounds are also the compiler's.
  const warm = times.slice(10).toSorted((a, b) => a - b)
  return {
    players: people.length,
    problems: PROBLEMS,
    medianMs: warm[Math.floor(warm.length / 2)]!,
    worstMs: warm.at(-1)!,
    limitMs: ROUND_LIMIT_MS,
  }
}

const measureReplay = (): ImprovementFigures['replay'] => {
  const random = randomFrom(2)
  const people = peopleOf(random, 10_000)
  const [rounds, playersARound] = [1667, 300]
  const timeline = openTimeline()
  let [peakMb, seconds] = [megabytes(), 0]
  const halves = [0, 0]
  for (let number = 0; number < rounds; number++) {
    const from = (number * playersARound) % people.length
    // In turn, so that each player comes back fifty times.
    const present = Array.from({ length: playersARound }, (_, i) => people[(from + i) % people.length]!)
    const round = roundOf(random, number, present)
    const [start, cpuBefore] = [performance.now(), cpuSeconds()]
    timeline.rate(round)
    seconds += (performance.now() - start) / 1000
    halves[number < rounds / 2 ? 0 : 1]! += cpuSeconds() - cpuBefore
    peakMb = Math.max(peakMb, megabytes())
  }
  return {
    players: people.length,
    rounds,
    playersARound,
    seconds,
    cpuSeconds: halves[0]! + halves[1]!,
    limitSeconds: REPLAY_LIMIT_SECONDS,
    peakMb,
    limitMb: REPLAY_LIMIT_MB,
    secondHalfOverFirst: halves[1]! / halves[0]!,
  }
}

/** Rates one round of 300 many times, then replays a history of 10,000 players; made-up results, the same each time. */
export const benchImprovement = (): ImprovementFigures => {
  const round = measureRound()
  const replay = measureReplay()
  const ok =
    round.medianMs <= round.limitMs &&
    // Processor time: what others do on the machine is not the model's cost.
    replay.cpuSeconds <= replay.limitSeconds &&
    replay.peakMb <= replay.limitMb &&
    replay.secondHalfOverFirst <= LINEAR_WITHIN
  return { ok, round, replay }
}

/** The figures for people. */
export const describeImprovement = ({ round, replay }: ImprovementFigures): string =>
  [
    `round of ${round.players} players × ${round.problems} puzzles: ${round.medianMs.toFixed(1)} ms (worst ${round.worstMs.toFixed(1)}; limit ${round.limitMs})`,
    `replay of ${replay.players} players, ${replay.rounds} rounds of ${replay.playersARound}: ${replay.seconds.toFixed(1)} s (limit ${replay.limitSeconds}; ${replay.cpuSeconds.toFixed(1)} s of processor time), ` +
      `at most ${replay.peakMb.toFixed(0)} MB (limit ${replay.limitMb}), second half ${replay.secondHalfOverFirst.toFixed(2)} × the first`,
  ].join('\n')
