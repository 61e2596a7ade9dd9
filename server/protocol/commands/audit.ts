import { z } from 'zod'
import type { AuditPage } from '../audit.ts'
import { TournamentId } from '../ids.ts'

export const auditCommands = {
  /** A page of what hosts and helpers did, for the owner. */
  'audit:list': z.strictObject({
    /** The last line that is known: the page after it. */
    before: z.string().min(1).max(64).optional(),
    /** A name as it stands in the trail. */
    who: z.string().max(60).optional(),
    tournamentId: TournamentId.optional(),
    /** Epoch milliseconds, the end not included: a day is the asker's own. */
    from: z.number().int().min(0).optional(),
    to: z.number().int().min(0).optional(),
  }),
}

export type AuditReplies = {
  'audit:list': AuditPage
}
