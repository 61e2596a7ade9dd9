import type { PlayerId, RoundId, SeasonId, SeriesId, TournamentId } from './ids.ts'
import type { Refusal } from './refusals.ts'
import type { SeasonSentence } from './sentences.ts'
import type { AwardView, RecentAwards } from './awards.ts'
import type { TournamentRow } from './host.ts'

/** A series in a list. */
export type SeriesRow = { id: SeriesId; name: string; tournaments: number; seasons: number }

/** Days are `2026-09-01`, the last one included, in the season's own time zone: shown as they are, whoever looks. */
export type SeasonOutline = {
  id: SeasonId
  name: string
  firstDay: string
  lastDay: string
  /** When its award was published; null before. */
  publishedAt: number | null
}

/** A series for hosts: its seasons, the latest first, and its tournaments, the newest first. */
export type SeriesView = {
  id: SeriesId
  name: string
  seasons: SeasonOutline[]
  tournaments: TournamentRow[]
}

/** A season for hosts: the whole ranking by improvement, and its award as it stands or would be given. */
export type SeasonView = SeasonOutline & {
  seriesId: SeriesId
  /** Whether its days are over. */
  over: boolean
  tournaments: number
  rounds: number
  /** Best first; then, without a gain, who has played fewer than four rounds. */
  ranking: SeasonRow[]
  award: AwardView | null
  /** Why it cannot be published now; null where it can, or is. */
  hindrance: Refusal | null
}
export type SeasonRow = {
  playerId: PlayerId
  name: string
  rounds: number
  /** On the displayed scale, with one decimal. */
  gain: number | null
  /** A flag stands open on one of the rounds. */
  flagged: boolean
}

/** The public page of a series: published evenings, by season; `evenings` are those of no season. Newest first. */
export type SeriesPage = {
  id: SeriesId
  name: string
  seasons: (SeasonOutline & { award: AwardView | null; evenings: RecentAwards[] })[]
  evenings: RecentAwards[]
}

/** A series one has played in, for one's own page. */
export type OwnSeries = {
  id: SeriesId
  name: string
  tournamentIds: TournamentId[]
  seasons: OwnSeason[]
}
export type OwnSeason = Omit<SeasonOutline, 'publishedAt'> & {
  /** One's own published rounds in it. */
  roundIds: RoundId[]
  sentence: SeasonSentence
}
