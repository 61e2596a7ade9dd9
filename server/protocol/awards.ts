import type { RoundId, SeriesId, TournamentId } from './ids.ts'
import type { ProblemView } from './problem.ts'
import type { Star } from './round.ts'
import type { Sentence } from './sentences.ts'

/** The awards of the ranking model; who gets which is decided in `improvement/awards.ts`. */
export const AWARD_KINDS = [
  'improved-since-last-time',
  'improved-tonight',
  'improved-season',
  'best-round',
  'new-climber',
  'personal-best',
  'comeback',
  'steepest-climb',
  'most-persistent',
  'cleanest-solve',
  'first-of-level',
  'your-moment',
] as const
export type AwardKind = (typeof AWARD_KINDS)[number]

/** One award as shown: at most three names on a wall. */
export type AwardView = {
  id: string
  kind: AwardKind
  scope: 'round' | 'tournament' | 'season'
  roundId: RoundId | null
  headline: boolean
  winners: { name: string; star: Star; reason: Sentence }[]
  /** Winners beyond the names shown. */
  more: number
  /** In a season's ceremony, the evening that it was given on. */
  evening?: string
}

/** A name is empty where no host has approved it yet. */
export type AwardInShort = { id: string; kind: AwardKind; winners: { name: string }[]; evening?: string }

/** The public awards page of a published tournament. */
export type AwardsPage = {
  tournamentId: TournamentId
  name: string
  series: { id: SeriesId; name: string } | null
  endedAt: number
  players: number
  stars: number
  headline: AwardView | null
  awards: AwardView[]
  rounds: { id: RoundId; name: string; awards: AwardView[]; problems: ProblemView[] }[]
}

/** A published tournament as the first page lists it; `GET /api/awards` answers with the newest ten. */
export type RecentAwards = {
  code: string
  name: string
  endedAt: number
  headline: { kind: AwardKind; names: string[] } | null
}
