import { describe, expect, it } from 'vitest'
import { puzzlesIn, stepFrom } from '../../client/components/walk-through/steps.ts'
import type { ProblemId, RoundId } from '../../server/protocol/ids.ts'

const [r1, r2, r3] = ['r1', 'r2', 'r3'] as [RoundId, RoundId, RoundId]
const [a, b, c] = ['a', 'b', 'c'] as [ProblemId, ProblemId, ProblemId]
const rounds = [
  { id: r1, status: 'published', problemIds: [a, b] },
  { id: r2, status: 'ended', problemIds: [c] },
  { id: r3, status: 'published', problemIds: [c] },
]

describe('a walk-through', () => {
  it('goes through puzzles of published rounds, in the order they were played', () => {
    expect(puzzlesIn(rounds).map(({ problemId }) => problemId)).toEqual([a, b, c])
    expect(puzzlesIn(rounds)[2]!.roundId).toBe(r3)
  })
  it('leads from statement to idea to solution to the next puzzle, and back the same way', () => {
    const way = []
    let at = stepFrom(rounds, { roundId: r1, problemId: a, part: 'idea' }, -1)
    while (at) {
      way.push(`${at.problemId} ${at.part}`)
      at = stepFrom(rounds, at, 1)
    }
    expect(way).toHaveLength(9)
    expect(way.slice(0, 4)).toEqual(['a statement', 'a idea', 'a solution', 'b statement'])
    expect(stepFrom(rounds, { roundId: r3, problemId: c, part: 'solution' }, 1)).toBeNull()
    expect(stepFrom(rounds, { roundId: r1, problemId: a, part: 'statement' }, -1)).toBeNull()
    expect(stepFrom(rounds, { roundId: r3, problemId: c, part: 'statement' }, -1)).toMatchObject({
      problemId: b,
      part: 'solution',
    })
  })
})
