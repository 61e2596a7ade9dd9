import { expect, it } from 'vitest'
import { playAndCompare } from '../../server/cli/improvement-show.ts'
import { mean, placeOf, rankCorrelation } from '../../server/cli/season/compare.ts'
import { createStandingClock } from '../../server/cli/season/clock.ts'
import { makeBots, skillIn, wayThrough } from '../../server/cli/season/world.ts'
import { JUDGE_CACHE } from '../support/judge-cache.ts'

it(
  'a season of bots on a whole server, compared with what is known of them: the same each time',
  { timeout: 120_000 },
  async () => {
    const play = () => playAndCompare({ seed: 5, players: 6, rounds: 4, puzzles: 2, data: null }, JUDGE_CACHE)
    const shown = await play()
    expect(shown).toMatchObject({ seed: 5, players: 6, rounds: 4 })
    expect(shown.ranking).toHaveLength(6)
    const gains = shown.ranking.map(({ gain }) => gain)
    expect(gains).toEqual(gains.toSorted((a, b) => b - a))
    for (const value of Object.values(shown.correlations)) expect(Math.abs(value)).toBeLessThanOrEqual(1)
    expect(shown.winner).toMatchObject(shown.ranking[0]!)
    const bots = new Map(makeBots(5, 6).map((bot) => [bot.name, bot]))
    for (const { name, trueChange } of shown.ranking)
      expect(trueChange).toBeCloseTo(100 * (skillIn(bots.get(name)!, 3) - skillIn(bots.get(name)!, 0)), 0)
    expect(await play()).toEqual(shown)
  },
)

it('bots stay within a round, and open before they solve', () => {
  for (const bot of makeBots(1, 20)) {
    const acts = wayThrough(bot, 0, [-1, 0, 1, 2], 40)
    const solved = acts.filter(({ does }) => does === 'solve')
    expect(acts.every(({ minute }) => minute >= 0 && minute < 40)).toBe(true)
    expect(new Set(solved.map(({ puzzle }) => puzzle)).size).toBe(solved.length)
    for (const { puzzle, minute } of solved)
      expect(acts.find((act) => act.puzzle === puzzle && act.does === 'open')!.minute).toBeLessThan(minute)
  }
})

it('a standing clock wakes what is due, in its order, and nothing that was taken back', () => {
  const clock = createStandingClock(1000)
  const heard: string[] = []
  clock.at(1200, () => heard.push(`b at ${clock.now()}`))
  clock.at(1100, () => {
    heard.push(`a at ${clock.now()}`)
    clock.at(1150, () => heard.push(`a again at ${clock.now()}`))
  })
  clock.at(1300, () => heard.push('never'))()
  clock.moveTo(5000)
  expect(heard).toEqual(['a at 1100', 'a again at 1150', 'b at 1200'])
  expect(clock.now()).toBe(5000)
})

it('compares ranks', () => {
  expect(
    rankCorrelation([
      [1, 10],
      [2, 20],
      [3, 30],
    ]),
  ).toBe(1)
  expect(
    rankCorrelation([
      [1, 30],
      [2, 20],
      [3, 10],
    ]),
  ).toBe(-1)
  expect(
    rankCorrelation([
      [1, 1],
      [1, 2],
      [2, 3],
    ]),
  ).toBeCloseTo(0.866, 3)
  expect([mean([1, 2, 6]), placeOf(2, [1, 2, 3])]).toEqual([3, 2])
})
