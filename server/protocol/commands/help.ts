import { z } from 'zod'
import { EntryId, ProblemId, TournamentId } from '../ids.ts'
import { PlayerWords } from '../words.ts'
import { RowId, tournamentOnly } from './shapes.ts'

const MAX_PLACE_CHARACTERS = 80
const callOnly = z.strictObject({ callId: RowId })

export const helpCommands = {
  /** Asking again changes place and puzzle of the call that is open. */
  'help:ask': z.strictObject({
    tournamentId: TournamentId,
    problemId: ProblemId.nullable().default(null),
    place: PlayerWords.pipe(z.string().max(MAX_PLACE_CHARACTERS)).default(''),
  }),
  'help:cancel': tournamentOnly,
  'help:take': callOnly,
  'help:release': callOnly,
  'help:done': callOnly,
  'mentor:offer': tournamentOnly,
  'mentor:withdraw': tournamentOnly,
  'mentor:match': z.strictObject({ callId: RowId, entryId: EntryId }),
}

export type HelpReplies = {
  'help:ask': { callId: string }
}
