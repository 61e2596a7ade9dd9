import { describe, expect, it } from 'vitest'
import type { Observations } from '../../../server/improvement/observation.ts'
import type { PlayerOutcome, RoundOutcome, RoundToRate } from '../../../server/improvement/outcome.ts'
import { replay } from '../../../server/improvement/replay.ts'
import { rateSeason } from '../../../server/improvement/season.ts'
import { rateTournament } from '../../../server/improvement/tournament.ts'
import { mean, rankCorrelation, top } from './statistics.ts'
import type { World } from './world.ts'
import { playWorld } from './world.ts'

/** A club of 200 that meets every other week for one round; and evenings of three rounds for 30, six weeks apart. */
const SEASONS = Array.from({ length: 8 }, (_, i) => i + 1)
const EVENINGS = Array.from({ length: 240 }, (_, i) => 101 + i)
const season = (seed: number, hardness?: (round: number) => number) =>
  playWorld({
    seed,
    players: 200,
    tournaments: 10,
    roundsEach: 1,
    problemsEach: 6,
    attendance: 0.85,
    weeksBetween: 2,
    ...(hardness && { hardness }),
  })
const evenings = (seed: number, attendance = 0.85) =>
  playWorld({ seed, players: 30, tournaments: 4, roundsEach: 3, problemsEach: 6, attendance, weeksBetween: 6 })
const ROUNDS_AN_EVENING = 3

const rate = (rounds: RoundToRate[]): RoundOutcome[] => [...replay(rounds)]

/** True skills of one person in the rounds they played before this one. */
const skillsBefore = (world: World, player: string, round: number): number[] =>
  world.skills.slice(0, round).flatMap((skills) => skills.get(player) ?? [])

/** True skill after these rounds against the mean of the last evening the player came to; `null` if there was none. */
const trueChangeSinceLastTime = (world: World, player: string, from: number): number | null => {
  const now = world.skills.slice(from, from + ROUNDS_AN_EVENING).flatMap((skills) => skills.get(player) ?? [])
  const before = skillsBefore(world, player, from).slice(-ROUNDS_AN_EVENING)
  return now.length === 0 || before.length === 0 ? null : now.at(-1)! - mean(before)
}

const experienced = (outcome: RoundOutcome): [string, PlayerOutcome][] =>
  Object.entries(outcome.players).filter(([, { roundsBefore }]) => roundsBefore >= 3)

const solvedIn = (row: Observations): number => row.filter((observation) => observation?.solved).length

const thrown = (round: RoundToRate, player: string): RoundToRate => ({
  ...round,
  results: {
    ...round.results,
    [player]: round.results[player]!.map((_, i) => ({
      solved: false,
      minutes: null,
      pasted: false,
      order: i + 1,
      wrong: 0,
      hints: 0,
    })),
  },
})

/** The three whom a round's gain awards would go to, open flags left out. */
const topThreeOf = (outcome: RoundOutcome): string[] => {
  const gains = experienced(outcome).filter(([, { gain, flagged }]) => gain! > 0 && !flagged)
  return top(new Map(gains.map(([player, { gain }]) => [player, gain!])), 3)
}

const told: string[] = []
const tell = (what: string, value: number, wanted: string): number => {
  told.push(`${what.padEnd(74)} ${value.toFixed(3).padStart(7)}   ${wanted}`)
  return value
}
const show = () => console.log(told.splice(0).join('\n'))

const SLOW = { timeout: 60_000 }

describe('against true changes that the model was not built from', SLOW, () => {
  it('one round, and a season of ten', () => {
    const [round, best, raw, whole, tenth]: number[][] = [[], [], [], [], []]
    for (const seed of SEASONS) {
      const world = season(seed)
      const outcomes = rate(world.rounds)
      outcomes.forEach((outcome, k) => {
        const players = experienced(outcome)
        if (players.length < 30) return
        const change = (player: string) => world.skills[k]!.get(player)! - skillsBefore(world, player, k).at(-1)!
        const overBest = (player: string) => world.skills[k]!.get(player)! - Math.max(...skillsBefore(world, player, k))
        const solvedMore = (player: string) => {
          const last = world.rounds.slice(0, k).findLast(({ results }) => results[player] !== undefined)!
          return solvedIn(world.rounds[k]!.results[player]!) - solvedIn(last.results[player]!)
        }
        round!.push(rankCorrelation(players.map(([player, { gain }]) => [gain!, change(player)])))
        best!.push(rankCorrelation(players.map(([player, { gain }]) => [gain!, overBest(player)])))
        raw!.push(rankCorrelation(players.map(([player]) => [solvedMore(player), change(player)])))
        const trulyTop = top(new Map(players.map(([player]) => [player, change(player)])), players.length / 10)
        tenth!.push(mean(topThreeOf(outcome).map((player) => Number(trulyTop.includes(player)))))
      })
      const gains = Object.entries(rateSeason(outcomes))
      whole!.push(
        rankCorrelation(
          gains.map(([player, gain]) => {
            const skills = skillsBefore(world, player, world.rounds.length)
            return [gain, skills.at(-1)! - skills[0]!]
          }),
        ),
      )
    }
    const ofRound = tell('one round: gain and true change since the round before', mean(round!), '≥ .27')
    tell('one round: gain and true change over one’s true best', mean(best!), '')
    const ofRaw = tell('one round: puzzles solved more than last time, and the same true change', mean(raw!), 'less')
    tell('one round: share of the three largest gains truly in the top tenth', mean(tenth!), '')
    const ofSeason = tell('season: gain and true change from first round to last', mean(whole!), '≥ .60')
    show()
    expect(ofRound).toBeGreaterThanOrEqual(0.27)
    expect(ofRound).toBeGreaterThan(ofRaw)
    expect(ofSeason).toBeGreaterThanOrEqual(0.6)
  })

  it('since last time, evening against evening', () => {
    const [since, quarter]: number[][] = [[], []]
    for (const seed of EVENINGS) {
      const world = evenings(seed)
      const outcomes = rate(world.rounds)
      for (let from = ROUNDS_AN_EVENING; from < outcomes.length; from += ROUNDS_AN_EVENING) {
        const tournament = outcomes[from]!.tournament
        const { sinceLastTime } = rateTournament(tournament, outcomes.slice(from, from + ROUNDS_AN_EVENING))
        const truth = new Map(
          Object.keys(sinceLastTime).map((player) => [player, trueChangeSinceLastTime(world, player, from)!]),
        )
        const gains = new Map(Object.entries(sinceLastTime))
        since!.push(rankCorrelation([...gains].map(([player, gain]) => [gain, truth.get(player)!])))
        const winner = top(gains, 1)[0]!
        quarter!.push(Number(top(truth, truth.size / 4).includes(winner)))
      }
    }
    const ofEvening = tell('since last time: gain and true change since the last evening', mean(since!), '≥ .55')
    tell('since last time: share of winners truly in the top quarter', mean(quarter!), '')
    show()
    expect(ofEvening).toBeGreaterThanOrEqual(0.55)
  })
})

describe('who does not play fair gains nothing', SLOW, () => {
  it('throwing an earlier round gives no more than a tenth a place among a round’s first three', () => {
    const [before, after]: number[][] = [[], []]
    for (const seed of SEASONS.slice(0, 5)) {
      const { rounds } = season(seed)
      const honest = topThreeOf(rate(rounds.slice(0, 8)).at(-1)!)
      const both = Object.keys(rounds[6]!.results).filter((player) => player in rounds[7]!.results)
      const early = rounds.slice(0, 6)
      for (const player of both.filter((_, i) => i % 5 === 0)) {
        const outcomes = rate([...early, thrown(rounds[6]!, player), rounds[7]!])
        before!.push(Number(honest.includes(player)))
        after!.push(Number(topThreeOf(outcomes.at(-1)!).includes(player)))
      }
    }
    tell('throwing a round: chance of a place among the first three before', mean(before!), '')
    const chance = tell('throwing a round: the same after', mean(after!), '≤ .10')
    show()
    expect(chance).toBeLessThanOrEqual(0.1)
  })

  it('nor does throwing the first round of the last evening, or of tonight', () => {
    const [honest, last, tonightHonest, tonight]: number[][] = [[], [], [], []]
    for (const seed of EVENINGS.slice(0, 30)) {
      const { rounds } = evenings(seed, 1)
      const winners = (played: RoundToRate[]) => {
        const outcomes = rate(played)
        const tonight = outcomes.slice(6, 9)
        const figures = rateTournament(tonight[0]!.tournament, tonight)
        const unflagged = ([player]: [string, number]) => !tonight.some(({ players }) => players[player]?.flagged)
        const firstOf = (gains: Record<string, number>) => top(new Map(Object.entries(gains).filter(unflagged)), 1)[0]
        return { since: firstOf(figures.sinceLastTime), tonight: firstOf(figures.tonight) }
      }
      const fair = winners(rounds.slice(0, 9))
      for (const player of Object.keys(rounds[0]!.results).filter((_, i) => i % 3 === 0)) {
        const throwing = (i: number) => rounds.slice(0, 9).map((round, k) => (k === i ? thrown(round, player) : round))
        honest!.push(Number(fair.since === player))
        last!.push(Number(winners(throwing(3)).since === player))
        tonightHonest!.push(Number(fair.tonight === player))
        tonight!.push(Number(winners(throwing(6)).tonight === player))
      }
    }
    tell('since last time: chance to win before', mean(honest!), '')
    const ofLast = tell('since last time: after throwing the first round of the last evening', mean(last!), '≤ .10')
    tell('tonight: chance to win before', mean(tonightHonest!), '')
    const ofTonight = tell('tonight: after throwing its first round', mean(tonight!), '≤ .15')
    show()
    expect(ofLast).toBeLessThanOrEqual(0.1)
    expect(ofTonight).toBeLessThanOrEqual(0.15)
  })

  it('staying away wins no more often than the true change of those who stayed away earns', () => {
    let [wins, earned, played] = [0, 0, 0]
    for (const seed of EVENINGS) {
      const world = evenings(seed, 0.65)
      const outcomes = rate(world.rounds)
      for (let from = 2 * ROUNDS_AN_EVENING; from < outcomes.length; from += ROUNDS_AN_EVENING) {
        const rounds = outcomes.slice(from, from + ROUNDS_AN_EVENING)
        const { sinceLastTime } = rateTournament(rounds[0]!.tournament, rounds)
        const truth = new Map(
          Object.keys(sinceLastTime).map((player) => [player, trueChangeSinceLastTime(world, player, from)!]),
        )
        const away = (player: string) => Number(rounds[0]!.players[player]!.gap > 1)
        if (truth.size === 0) continue
        played++
        wins += away(top(new Map(Object.entries(sinceLastTime)), 1)[0]!)
        earned += away(top(truth, 1)[0]!)
      }
    }
    const share = tell(
      'staying away: share of evenings won by one who missed the last',
      wins / played,
      'no more than next',
    )
    const due = tell('staying away: share of evenings in which one of them had truly risen most', earned / played, '')
    show()
    // Two standard errors of the difference over so many evenings.
    expect(share).toBeLessThanOrEqual(due + 0.05)
  })
})

it('a gain barely depends on how hard the round was', () => {
  const [easy, hard]: number[][] = [[], []]
  for (const seed of SEASONS.slice(0, 4)) {
    const isHard = (round: number) => round % 2 === 1
    const { rounds } = season(seed, (round) => (isHard(round) ? 0.5 : -0.5))
    rate(rounds).forEach((outcome, k) => {
      const up = experienced(outcome).map(([, { gain }]) => Number(gain! > 0))
      if (up.length >= 30) (isHard(k) ? hard : easy)!.push(mean(up))
    })
  }
  const ofEasy = tell('share of players with a gain above zero after an easy round', mean(easy!), '')
  const ofHard = tell('the same after a hard round, a whole logit harder', mean(hard!), 'within .15')
  show()
  expect(Math.abs(ofEasy - ofHard)).toBeLessThanOrEqual(0.15)
})
