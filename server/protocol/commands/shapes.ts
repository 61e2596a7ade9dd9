import { z } from 'zod'
import { RoundId, TournamentId } from '../ids.ts'

/** Payloads, and parts of them, that commands of several nouns have. */
export const nothing = z.strictObject({})
export const roundOnly = z.strictObject({ roundId: RoundId })
export const tournamentOnly = z.strictObject({ tournamentId: TournamentId })
/** The id of a question, of a call for help, or of a badge. */
export const RowId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
