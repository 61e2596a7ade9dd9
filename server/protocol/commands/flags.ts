import { z } from 'zod'
import type { SubmittedCode } from '../host.ts'
import { PlayerId, RoundId } from '../ids.ts'

const flagged = z.strictObject({ roundId: RoundId, playerId: PlayerId })

export const flagCommands = {
  /** The code behind a flagged result, for who decides about it. */
  'flag:read': flagged,
  'flag:clear': flagged,
  'flag:strike': flagged,
}

export type FlagReplies = {
  /** Oldest first. */
  'flag:read': { submissions: SubmittedCode[] }
}
