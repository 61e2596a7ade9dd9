import { z } from 'zod'
import { SeasonId, SeriesId, TournamentId } from '../ids.ts'
import type { SeasonView } from '../series.ts'
import { PublicWords } from '../words.ts'

/** A day of the calendar. */
const Day = z.iso.date()
const TimeZone = z.string().max(64).refine(isTimeZone, 'a time zone is one of the world’s list, like "Europe/Madrid"')
const SeasonPlan = z.strictObject({ name: PublicWords.max(40), firstDay: Day, lastDay: Day, timeZone: TimeZone })
const seasonOnly = z.strictObject({ seasonId: SeasonId })

export const seasonCommands = {
  'season:read': seasonOnly,
  'season:create': SeasonPlan.extend({ seriesId: SeriesId }),
  'season:update': SeasonPlan.partial().extend({ seasonId: SeasonId }),
  'season:remove': seasonOnly,
  /** `tournamentId`: in whose room its ceremony begins with it; without one the award is public at once. */
  'season:publish': seasonOnly.extend({ tournamentId: TournamentId.optional() }),
}

export type SeasonReplies = {
  'season:read': SeasonView
  'season:create': { seasonId: SeasonId }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
