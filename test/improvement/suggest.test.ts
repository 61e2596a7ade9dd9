import { describe, expect, it } from 'vitest'
import { rateRound } from '../../server/improvement/round.ts'
import { emptyState } from '../../server/improvement/state.ts'
import { suggestNext, suggestRound } from '../../server/improvement/suggest.ts'
import { round } from './builders.ts'

const bank = [1, 2, 3, 4, 5, 6].flatMap((level) =>
  ['a', 'b', 'c'].map((name) => ({ id: `${name}${level}`, level, minutes: 3 * level })),
)
const nobody = { player: 'new', solved: new Set<string>() }
const judged = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b2']
const { state } = rateRound(
  emptyState(),
  round('t1', judged.map((id) => `${id}:${id.slice(1)}`).join(' '), { ada: '2, 3, 5, 8, 12, 16, 3' }),
)

describe('puzzles for a round', () => {
  it('are spread from easy to hard, each once', () => {
    const ids = suggestRound({ state: emptyState(), bank, expected: [nobody], limitMinutes: 30 })
    expect(new Set(ids).size).toBe(6)
    const levels = ids.map((id) => Number(id.slice(1)))
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
    expect(levels[0]).toBeLessThan(levels.at(-1)!)
  })

  it('stay around the level that the host has in mind', () => {
    const levelsAround = (around: number) =>
      suggestRound({ state: emptyState(), bank, expected: [nobody], limitMinutes: 30, count: 3, around }).map((id) =>
        Number(id.slice(1)),
      )
    expect(levelsAround(1)).toEqual([1, 1, 2])
    expect(levelsAround(5)).toEqual([4, 5, 6])
  })

  it('leave out what expected players have solved', () => {
    const solved = new Set(['a1', 'b2', 'c3', 'a4'])
    const ids = suggestRound({ state, bank, expected: [nobody, { player: 'ada', solved }], limitMinutes: 30 })
    expect(ids.filter((id) => solved.has(id))).toEqual([])
  })

  it('use for at least four of six some that others have been judged on', () => {
    const ids = suggestRound({ state, bank, expected: [nobody], limitMinutes: 30 })
    expect(ids.filter((id) => judged.includes(id)).length).toBeGreaterThanOrEqual(4)
    const few = suggestRound({
      state,
      bank,
      expected: [{ player: 'ada', solved: new Set(judged.slice(2)) }],
      limitMinutes: 30,
    })
    expect(few.filter((id) => judged.slice(0, 2).includes(id))).toEqual(['a1', 'a2'])
  })

  it('fit into the time, and are fewer where the bank has no more', () => {
    const ids = suggestRound({ state, bank, expected: [nobody], limitMinutes: 5 })
    expect(ids.toSorted()).toEqual(['a1', 'b1', 'c1'])
  })

  it('take those solved by the fewest where there is nothing new left', () => {
    const all = new Set(bank.map(({ id }) => id))
    const expected = [
      { player: 'ada', solved: all },
      { player: 'ben', solved: new Set([...all].slice(6)) },
    ]
    const ids = suggestRound({ state, bank, expected, limitMinutes: 30 })
    expect(ids.toSorted()).toEqual([...all].slice(0, 6).toSorted())
  })
})

describe('what to try next', () => {
  it('is two puzzles slightly above one’s level that one has not solved', () => {
    expect(suggestNext(emptyState(), 'new', bank, new Set())).toEqual(['a4', 'b4'])
    expect(suggestNext(emptyState(), 'new', bank, new Set(['a4']))).toEqual(['b4', 'c4'])
  })

  it('is the hardest ones left where none is above, and nothing where nothing is left', () => {
    expect(suggestNext(emptyState(), 'new', bank.slice(0, 6), new Set())).toEqual(['a2', 'b2'])
    expect(suggestNext(emptyState(), 'new', bank, new Set(bank.map(({ id }) => id)))).toEqual([])
  })
})
