import type { AwardKind } from './awards.ts'
import type { PlayerId, SeasonId, TournamentId } from './ids.ts'
import type { MyResult } from './me.ts'
import type { Star } from './round.ts'
import type { Sentence } from './sentences.ts'
import type { OwnSeries } from './series.ts'

/** One's own page. */
export type ProfileView = {
  playerId: PlayerId
  name: string
  star: Star
  kept: boolean
  playerName: string | null
  results: MyResult[]
  /** Series with published rounds of one's own, and their seasons. */
  series: OwnSeries[]
  awards: {
    /** Null for a season's. */
    tournamentId: TournamentId | null
    seasonId: SeasonId | null
    /** The tournament's, or the series’ and the season's. */
    where: string[]
    kind: AwardKind
    headline: boolean
    reason: Sentence
    at: number
  }[]
  level: number | null
  mark: number | null
}
