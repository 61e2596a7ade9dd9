import type { ProblemId } from '../protocol/ids.ts'
import type { KindEvent } from '../protocol/board.ts'

/** The state of a round after a puzzle was solved for the first time by a player. */
export type Solve = {
  problemId: ProblemId
  /** This player's wrong submissions on the puzzle before. */
  wrongBefore: number
  /** Puzzles this player has solved in the round, this one included, and how many there are. */
  solvedByPlayer: number
  problems: number
  hardest: ProblemId
  /** Players who have solved this puzzle, this one included. */
  solvedProblem: number
  /** Stars lit in the round by everybody, this one included. */
  starsLit: number
  /** Players who opened something, and those among them with a star. */
  playing: number
  withStar: number
}

/** Wrong submissions from which on a solve is told as persistence. */
const TRIES_WORTH_TELLING = 3
const STARS_MILESTONE = 25
/** Below this many players "everybody" would point at one. */
const ROOM_OF = 4

/** What the wall may tell of a solve, at most one thing, the rarest first. Nobody is named. */
export function happeningOf(solve: Solve): Pick<KindEvent, 'code' | 'params'> | null {
  if (solve.playing >= ROOM_OF && solve.withStar === solve.playing && solve.solvedByPlayer === 1)
    return { code: 'everyone-lit-one', params: { count: solve.playing } }
  if (solve.problems > 1 && solve.solvedByPlayer === solve.problems) return { code: 'all-solved', params: {} }
  if (solve.problemId === solve.hardest && solve.solvedProblem === 1)
    return { code: 'hardest-solved', params: { count: solve.wrongBefore + 1 } }
  if (solve.starsLit === 1) return { code: 'first-star', params: {} }
  if (solve.starsLit % STARS_MILESTONE === 0) return { code: 'stars-lit', params: { count: solve.starsLit } }
  if (solve.wrongBefore >= TRIES_WORTH_TELLING)
    return { code: 'solved-after-tries', params: { count: solve.wrongBefore + 1 } }
  return null
}
