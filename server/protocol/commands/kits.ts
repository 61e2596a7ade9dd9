import { z } from 'zod'
import { TournamentId } from '../ids.ts'
import type { KitView } from '../kits.ts'
import { Locale } from '../words.ts'

export const kitCommands = {
  /** With a tournament: only the kit, and of it the meeting, that its rounds were taken from. */
  'kit:list': z.strictObject({ tournamentId: TournamentId.optional(), locale: Locale }),
}

export type KitReplies = {
  'kit:list': { kits: KitView[] }
}
