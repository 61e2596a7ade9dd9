import { describe, expect, it } from 'vitest'
import { awardsOnce, awardsToTell, headlineOf } from '../../client/own-result.ts'
import type { Sentence } from '../../server/protocol/sentences.ts'
import type { MyResult } from '../../server/protocol/me.ts'

const below: Sentence = { code: 'below-mark', params: { mark: 504, performance: 480 } }
const rounds = (count: number): Sentence => ({ code: 'rounds-played', params: { count } })
const moment = (reason: Sentence): MyResult['awards'][number] => ({ kind: 'your-moment', headline: false, reason })
const playedRounds = (count: number) => moment({ code: 'moment-rounds-played', params: { count } })
const hardest = moment({ code: 'moment-hardest-solve', params: { problem: 'leap-year' } })
const problem = (solved: boolean) => ({ solved }) as MyResult['problems'][number]

describe('what stands over one’s own result', () => {
  it('names what was done where the mark was missed, never the miss', () => {
    expect(headlineOf({ sentences: [below], problems: [problem(true), problem(false)] })).toBe('lit')
    expect(headlineOf({ sentences: [below], problems: [problem(false)] })).toBe('tried')
  })
  it('goes with the sentence otherwise, wherever that stands', () => {
    const first: Sentence = { code: 'first-mark', params: { mark: 504 } }
    expect(headlineOf({ sentences: [rounds(1), first], problems: [problem(false)] })).toBe('first')
    expect(headlineOf({ sentences: [rounds(1)], problems: [] })).toBeNull()
  })
})

describe('what one’s own pages say once', () => {
  it('rounds played are a first or a moment, not both', () => {
    expect(awardsToTell({ sentences: [below, rounds(3)], awards: [playedRounds(3), hardest] })).toEqual([hardest])
    expect(awardsToTell({ sentences: [below], awards: [playedRounds(3)] })).toEqual([playedRounds(3)])
  })
  it('of rounds counted again and again the last count stays', () => {
    expect(awardsOnce([playedRounds(1), hardest, playedRounds(2), playedRounds(3)])).toEqual([hardest, playedRounds(3)])
    expect(awardsOnce([])).toEqual([])
  })
})
