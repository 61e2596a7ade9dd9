import { describe, expect, it } from 'vitest'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { happeningOf, type Solve } from '../../server/tournament/happenings.ts'

const solve: Solve = {
  problemId: 'knots' as ProblemId,
  wrongBefore: 0,
  solvedByPlayer: 1,
  problems: 6,
  hardest: 'ferry' as ProblemId,
  solvedProblem: 4,
  starsLit: 7,
  playing: 9,
  withStar: 5,
}
const told = (changes: Partial<Solve>) => happeningOf({ ...solve, ...changes })?.code ?? null

describe('what the wall tells of a solve', () => {
  it('tells nothing of an ordinary one', () => expect(told({})).toBeNull())
  it('tells of the first star', () => expect(told({ starsLit: 1 })).toBe('first-star'))
  it('tells of every twenty-fifth star', () => expect(told({ starsLit: 50 })).toBe('stars-lit'))
  it('tells of the hardest one, the first time it is solved', () => {
    expect(told({ problemId: solve.hardest, solvedProblem: 1 })).toBe('hardest-solved')
    expect(told({ problemId: solve.hardest, solvedProblem: 2 })).toBeNull()
  })
  it('tells of persistence from three wrong submissions on', () => {
    expect(told({ wrongBefore: 2 })).toBeNull()
    expect(told({ wrongBefore: 3 })).toBe('solved-after-tries')
  })
  it('tells of somebody who has them all', () => expect(told({ solvedByPlayer: 6 })).toBe('all-solved'))
  it('tells when everybody has lit one, in a room of four or more', () => {
    expect(told({ withStar: 9 })).toBe('everyone-lit-one')
    expect(told({ withStar: 3, playing: 3 })).toBeNull()
  })
})
