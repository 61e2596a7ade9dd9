import { describe, expect, it } from 'vitest'
import { play, round } from './builders.ts'

const firstsOf = (...results: string[]) => {
  const rounds = results.map((text, i) => round('t1', `a${i}:1 b${i}:2 c${i}:3 d${i}:4`, { ada: text }))
  return play(...rounds).at(-1)!.outcome.players.ada!.firsts
}
const codesOf = (...results: string[]) => firstsOf(...results).map(({ code }) => code)

describe('what one did that one had never done before', () => {
  it('the first solve of all, each level, the first with no wrong submission', () => {
    expect(firstsOf('5+1w, 8, –, –')).toEqual([
      { code: 'first-solve', params: { problem: 'a0' } },
      { code: 'first-at-level', params: { level: 2, problem: 'b0' } },
      { code: 'first-at-level', params: { level: 1, problem: 'a0' } },
      { code: 'first-clean-solve', params: { problem: 'b0' } },
      { code: 'rounds-played', params: { count: 1 } },
    ])
  })

  it('a new level, the hardest so far, more solved than ever', () => {
    expect(codesOf('5, 8, –, –', '5, 8, –, 19')).toEqual([
      'first-at-level',
      'hardest-solve',
      'longest-clean-run',
      'most-solved',
      'rounds-played',
    ])
  })

  it('a run of solves with no wrong submission goes on from one round to the next, and a wrong one ends it', () => {
    const run = (...results: string[]) => firstsOf(...results).find(({ code }) => code === 'longest-clean-run')?.params
    expect(run('5, 8, –, –', '5, 8, –, –')).toEqual({ count: 4 })
    expect(run('5, 8, –+1w, –', '5, 8, –, –')).toBeUndefined()
    expect(run('5, 8, 9, –', '5+1w, 8, 9, –')).toBeUndefined()
  })

  it('quicker at a level than ever', () => {
    expect(firstsOf('5, 8, –, –', '3, 9, –, –')).toContainEqual({
      code: 'fastest-at-level',
      params: { level: 1, problem: 'a1', minutes: 3 },
    })
  })

  it('solved after more wrong submissions than ever, from three on', () => {
    expect(codesOf('5+2w, –, –, –')).not.toContain('longest-persistence')
    expect(firstsOf('5+2w, –, –, –', '5, 14+3w, –, –')).toContainEqual({
      code: 'longest-persistence',
      params: { problem: 'b1', count: 3 },
    })
  })

  it('ten solved in all', () => {
    expect(firstsOf('5, 6, 7, 8', '5, 6, 7, 8', '5, 6, –, –')).toContainEqual({
      code: 'solved-in-all',
      params: { count: 10 },
    })
  })

  it('and on the emptiest day: another round played', () => {
    expect(firstsOf('5, 6, 7, 8', '–, –, –, –')).toEqual([{ code: 'rounds-played', params: { count: 2 } }])
  })
})
