import { describe, expect, it } from 'vitest'
import { displayed } from '../../server/improvement/display.ts'
import { markBefore } from '../../server/improvement/mark.ts'
import { rateRound } from '../../server/improvement/round.ts'
import { difficultyOf, emptyState, levelMean } from '../../server/improvement/state.ts'
import { outcomesOf, play, round } from './builders.ts'

const plain = (tournament: string, n: number, results: Record<string, string>) =>
  round(tournament, `${tournament}a${n}:2 ${tournament}b${n}:3 ${tournament}c${n}:4`, results)
const steady = '6, 9, 15'

describe('the gap since one last played', () => {
  const outcomesWithGap = (between: number) => {
    const others = Array.from({ length: between }, (_, i) => plain(`t${i + 2}`, 1, { ben: steady }))
    return outcomesOf(play(plain('t1', 1, { ada: steady }), ...others, plain('last', 1, { ada: steady })))
  }
  const gapAfter = (between: number) => outcomesWithGap(between).at(-1)!.players.ada!

  it('is 1 within a tournament and from one to the next', () => {
    const [, second] = outcomesOf(play(plain('t1', 1, { ada: steady }), plain('t1', 2, { ada: steady })))
    expect(second!.players.ada!.gap).toBe(1)
    expect(gapAfter(0).gap).toBe(1)
  })

  it('counts the tournaments since then, up to four', () => {
    expect([1, 2, 3, 4, 9].map((between) => gapAfter(between).gap)).toEqual([2, 3, 4, 4, 4])
  })

  it('fades the best by 0.07 each, and makes us less sure', () => {
    const [near, far] = [gapAfter(0), gapAfter(2)]
    expect(far.priorVariance - near.priorVariance).toBeCloseTo(0.2)
    expect(near.bestBefore).toBe(far.bestBefore)
    expect(near.mark).toBe(near.levelBefore)
  })
})

describe('the mark', () => {
  const faded = play(
    plain('t1', 1, { ada: '3, 4, 6', ben: steady }),
    plain('t1', 2, { ada: '15, –, –', ben: steady }),
    plain('t1', 3, { ada: steady, ben: steady }),
  )

  it('is one’s best, a little faded, where the level has dropped below it', () => {
    const { mark, bestBefore, levelBefore } = faded[2]!.outcome.players.ada!
    expect(levelBefore).toBeLessThan(bestBefore! - 0.07)
    expect(mark).toBeCloseTo(bestBefore! - 0.07)
  })

  it('can be told before the round, and there is none for a newcomer', () => {
    let state = emptyState()
    for (const { round: one } of faded.slice(0, 2)) state = rateRound(state, one).state
    expect(markBefore(state, 'ada', 't1')).toBe(faded[2]!.outcome.players.ada!.mark)
    expect(markBefore(state, 'new', 't1')).toBeNull()
  })
})

describe('the review flag', () => {
  const slow = () => ({ ada: '19+3w, –, –', ben: steady, cem: steady, dot: steady })
  const history = [1, 2, 3, 4].map((n) => plain('t1', n, slow()))

  it('is raised when a player with history is suddenly another', () => {
    const [last] = outcomesOf(play(...history, plain('t1', 5, { ...slow(), ada: '0.4, 0.5, 0.8' }))).slice(-1)
    expect(last!.players.ada!.flagged).toBe(true)
    expect(last!.players.ben!.flagged).toBe(false)
  })

  it('is not raised on a good day, nor on a newcomer, nor on a bad day', () => {
    const next = plain('t1', 5, { ada: '9, 14, –', ben: '–, –, –', cem: steady, dot: steady, new: '0.4, 0.5, 0.8' })
    const [last] = outcomesOf(play(...history, next)).slice(-1)
    expect(Object.values(last!.players).some(({ flagged }) => flagged)).toBe(false)
  })
})

describe('puzzles', () => {
  it('a new one starts at the running mean of its level', () => {
    const state = emptyState()
    expect([1, 2, 3, 4, 5, 6].map((level) => levelMean(state.levels, level))).toEqual([-1.5, -0.9, -0.3, 0.3, 0.9, 1.5])
    const { state: after, outcome } = rateRound(state, plain('t1', 1, { ada: steady }))
    const seen = outcome.problems.t1a1!.difficulty
    expect(levelMean(after.levels, 2)).toBeCloseTo((4 * -0.9 + seen) / 5)
    expect(difficultyOf(after, { id: 'never-used', level: 2 })).toBe(levelMean(after.levels, 2))
  })

  it('one used before goes on from where it was, and moves its level no more', () => {
    const first = rateRound(emptyState(), plain('t1', 1, { ada: steady }))
    const again = rateRound(first.state, { ...plain('t1', 1, { ben: steady }), id: 'again' })
    expect(again.state.levels).toEqual(first.state.levels)
    expect(again.outcome.problems.t1a1!.sd).toBeLessThan(first.outcome.problems.t1a1!.sd)
  })

  it('one on which nobody was judged stays new', () => {
    const { state, outcome } = rateRound(emptyState(), plain('t1', 1, { ada: '6, null, 15' }))
    expect(outcome.problems.t1b1).toEqual({ difficulty: -0.3, sd: 0.6, level: 3 })
    expect(state.problems.t1b1).toBeUndefined()
    expect(state.levels[2]).toEqual({ sum: 0, count: 0 })
  })

  it('cannot be named twice, nor have a level that there is not', () => {
    expect(() => rateRound(emptyState(), round('t1', 'p:1 p:2', { ada: '1, 2' }))).toThrow(RangeError)
    expect(() => rateRound(emptyState(), round('t1', 'p:7', { ada: '1' }))).toThrow(RangeError)
  })
})

describe('a round in which everything had been solved before', () => {
  it('does not make a mark: the next round is still the newcomer’s first', () => {
    const [, second] = outcomesOf(play(plain('t1', 1, { ada: 'null, null, null' }), plain('t1', 2, { ada: steady })))
    expect(second!.players.ada).toMatchObject({ newcomer: true, mark: null, gain: null, roundsBefore: 0 })
  })

  it('does not count as a round played, and moves no level', () => {
    const [first, second, third] = outcomesOf(
      play(
        plain('t1', 1, { ada: steady }),
        plain('t1', 2, { ada: 'null, null, null' }),
        plain('t1', 3, { ada: steady }),
      ),
    )
    expect(second!.players.ada).toMatchObject({ observed: 0, flagged: false })
    expect(second!.players.ada!.level).toBeCloseTo(first!.players.ada!.level)
    expect(third!.players.ada!.roundsBefore).toBe(1)
  })
})

it('wrong submissions on a puzzle that stays unsolved cost nothing', () => {
  const level = (cell: string) => play(plain('t1', 1, { ada: `6, 9, ${cell}` }))[0]!.outcome.players.ada!.level
  expect(level('–+9w')).toBe(level('–'))
  expect(level('15+1w')).toBeLessThan(level('15'))
})

it('levels are shown as whole numbers around 500', () => {
  expect([0, 0.475, -0.9421, 1.2706].map(displayed)).toEqual([500, 548, 406, 627])
})
