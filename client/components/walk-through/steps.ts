import type { ProblemId, RoundId } from '../../../server/protocol/ids.ts'
import type { WalkPart, WalkThrough } from '../../../server/protocol/walk-through.ts'

export const PARTS: readonly WalkPart[] = ['statement', 'idea', 'solution']

type Rounds = readonly { id: RoundId; status: string; problemIds: readonly ProblemId[] }[]
type Place = Pick<WalkThrough, 'roundId' | 'problemId' | 'part'>

/** Every puzzle that may be walked through, in the order that it was played. */
export const puzzlesIn = (rounds: Rounds): { roundId: RoundId; problemId: ProblemId }[] =>
  rounds
    .filter(({ status }) => status === 'published')
    .flatMap(({ id, problemIds }) => problemIds.map((problemId) => ({ roundId: id, problemId })))

/** One step on or back: statement, idea, solution, and then the next puzzle's statement. Null past either end. */
export function stepFrom(rounds: Rounds, { roundId, problemId, part }: Place, by: 1 | -1): Place | null {
  const puzzles = puzzlesIn(rounds)
  const at = puzzles.findIndex((one) => one.roundId === roundId && one.problemId === problemId)
  if (at < 0) return null
  const to = at * PARTS.length + PARTS.indexOf(part) + by
  const puzzle = puzzles[Math.floor(to / PARTS.length)]
  return to < 0 || !puzzle ? null : { ...puzzle, part: PARTS[to % PARTS.length]! }
}
