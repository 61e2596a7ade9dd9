import type { ProblemId, RoundId } from './ids.ts'
import type { Language } from './judgement.ts'

export const WALK_PARTS = ['statement', 'idea', 'solution'] as const
export type WalkPart = (typeof WALK_PARTS)[number]

/** The puzzle that the host walks the room through, and which part of it; pages fetch its words themselves. */
export type WalkThrough = {
  roundId: RoundId
  problemId: ProblemId
  part: WalkPart
  language: Language
  /** From 0: what does not fit the wall goes on, on a further page; past the last one the last one stands. */
  page: number
}
