import { describe, expect, it } from 'vitest'
import type { PlayerOutcome } from '../../server/improvement/outcome.ts'
import { displayed } from '../../server/improvement/display.ts'
import { rateSeason } from '../../server/improvement/season.ts'
import { seasonSentence, sentencesOf } from '../../server/improvement/sentences.ts'
import { play, round, withFigures } from './builders.ts'

const someone = (figures: Partial<PlayerOutcome>): PlayerOutcome =>
  withFigures(play(round('t1', 'p1:1', { ada: '5' }))[0]!, { ada: figures }).outcome.players.ada!

it('a first round sets the first mark', () => {
  const [first] = play(round('t1', 'p1:2 p2:4 p3:6', { a: '6, 14+1w, –+2w', b: '12+1w, –, –', c: '3, 5, 15' }))
  expect(sentencesOf(first!.outcome.players.a!)[0]).toEqual({ code: 'first-mark', params: { mark: 504 } })
})

it('the mark of 504, a performance of 571 and a new mark of 548', () => {
  const [, second] = play(
    round('t1', 'p1:2 p2:4 p3:6', { a: '6, 14+1w, –+2w', b: '12+1w, –, –', c: '3, 5, 15' }),
    round('t1', 'p2b:4 p4:3 p3:6', { a: '8, 6, 18+1w', b: '16+2w+1h, 10, –', c: '6, 4, 12' }),
  )
  expect(sentencesOf(second!.outcome.players.a!)[0]).toEqual({
    code: 'beat-mark',
    params: { mark: 504, performance: 571, newMark: 548 },
  })
})

it('a day below the mark is always followed by something never done before', () => {
  const firsts: PlayerOutcome['firsts'] = [{ code: 'rounds-played', params: { count: 5 } }]
  expect(sentencesOf(someone({ mark: 0.04, performance: -0.2, best: 0.04, firsts }))).toEqual([
    { code: 'below-mark', params: { mark: 504, performance: 480 } },
    { code: 'rounds-played', params: { count: 5 } },
  ])
})

it('a day at the mark that does not raise it says so, without a new mark that is none', () => {
  expect(sentencesOf(someone({ mark: 0.5, performance: 0.56, best: 0.47 }))[0]).toEqual({
    code: 'met-mark',
    params: { mark: 550, performance: 556 },
  })
})

it('a round in which everything had been solved before measured nothing', () => {
  expect(sentencesOf(someone({ observed: 0 }))[0].code).toBe('nothing-new')
})

it('tells at most three things', () => {
  const [first] = play(round('t1', 'p1:1 p2:2 p3:3 p4:4 p5:5', { ada: '3, 4, 5, 6, 7' }))
  expect(sentencesOf(first!.outcome.players.ada!)).toHaveLength(4)
})

describe('a season tells', () => {
  const evenings = (...texts: string[]) =>
    play(...texts.map((ada, i) => round(`t${i}`, `a${i}:2 b${i}:3 c${i}:4`, { ada, ben: '9, 12, –' })))
  const steps = (rounds: ReturnType<typeof evenings>, counts = (_: number) => true) =>
    rounds.map(({ outcome }, i) => ({ outcome: outcome.players.ada!, counts: counts(i) }))

  it('how far one climbed, in the numbers of the award that the same rounds would give', () => {
    const rounds = evenings('15, –, –', '12, –, –', '9, 14, –', '6, 9, 15', '4, 6, 9')
    const gain = rateSeason(rounds.map(({ outcome }) => outcome)).ada!
    const sentence = seasonSentence(steps(rounds))
    expect(sentence).toMatchObject({ code: 'season-climbed', params: { count: 5 } })
    const { from, to } = sentence!.params as { from: number; to: number }
    expect(Math.abs(to - from - 100 * gain)).toBeLessThanOrEqual(1)
  })
  it('nobody of a fall: the mark that stays', () => {
    const rounds = evenings('4, 6, 9', '5, 7, 9', '9, –, –', '15, –, –')
    const best = rounds.at(-1)!.outcome.players.ada!.best
    expect(seasonSentence(steps(rounds))).toEqual({ code: 'season-held', params: { count: 4, mark: displayed(best) } })
  })
  it('nothing yet of fewer than four rounds, those of others in between not counted', () => {
    const rounds = evenings('15, –, –', '12, –, –', '9, 14, –', '6, 9, 15')
    expect(seasonSentence(steps(rounds, (i) => i !== 1))).toEqual({
      code: 'season-begun',
      params: { count: 3, needed: 4 },
    })
    expect(seasonSentence(steps(rounds, () => false))).toBeNull()
    expect(seasonSentence([])).toBeNull()
  })
})
