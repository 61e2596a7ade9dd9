import { z } from 'zod'
import { PlayerId, RoundId, type ProblemId, type SubmissionId } from '../ids.ts'
import type { Language, Verdict } from '../judgement.ts'

const flagged = z.strictObject({ roundId: RoundId, playerId: PlayerId })

export const flagCommands = {
  /** The code behind a flagged result, for who decides about it. */
  'flag:read': flagged,
  'flag:clear': flagged,
  'flag:strike': flagged,
}

/** Something that a player has submitted, as a host reads it before deciding about a flag. */
export type SubmittedCode = {
  id: SubmissionId
  problemId: ProblemId
  /** Milliseconds into the round when it was received, pauses taken out. */
  atMs: number
  language: Language
  verdict: Verdict | null
  /** Most of it arrived in one paste. */
  pasted: boolean
  source: string
}

export type FlagReplies = {
  /** Oldest first. */
  'flag:read': { submissions: SubmittedCode[] }
}
