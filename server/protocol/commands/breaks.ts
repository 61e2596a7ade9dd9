import { z } from 'zod'
import { TournamentId } from '../ids.ts'
import { PublicWords } from '../words.ts'
import { tournamentOnly } from './shapes.ts'

const MAX_ANNOUNCEMENT_CHARACTERS = 200

export const breakCommands = {
  /** Null withdraws what stands on the wall. */
  'tournament:announce': z.strictObject({
    tournamentId: TournamentId,
    text: PublicWords.max(MAX_ANNOUNCEMENT_CHARACTERS).nullable(),
  }),
  'break:start': z.strictObject({ tournamentId: TournamentId, minutes: z.number().min(1).max(180) }),
  'break:end': tournamentOnly,
}
