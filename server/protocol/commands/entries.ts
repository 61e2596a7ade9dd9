import { z } from 'zod'
import { EntryId, TournamentId } from '../ids.ts'
import { STARS } from '../round.ts'
import { PlayerName } from '../words.ts'
import { tournamentOnly } from './shapes.ts'

export const entryCommands = {
  'entry:rename-self': z.strictObject({ tournamentId: TournamentId, name: PlayerName, star: z.enum(STARS) }),
  'entry:approve': z.strictObject({ tournamentId: TournamentId, entryId: EntryId.optional() }),
  'entry:rename': z.strictObject({ entryId: EntryId, name: PlayerName }),
  'entry:remove': z.strictObject({ entryId: EntryId }),
  'entry:readmit': z.strictObject({ entryId: EntryId }),
  'entry:give-time': z.strictObject({ entryId: EntryId, factor: z.number().min(1).max(3) }),
  'entry:make-helper': z.strictObject({ entryId: EntryId, helper: z.boolean() }),
  /** A new link; the one before stops working. */
  'helper:invite': tournamentOnly,
  'helper:uninvite': tournamentOnly,
}

export type EntryReplies = {
  /** Goes into the join link as `?helper=<key>`. */
  'helper:invite': { key: string }
}
