import type { AwardInShort, AwardView } from './awards.ts'
import type { ProblemId, RoundId, SeasonId, TournamentId } from './ids.ts'
import type { RoundStatus, TournamentStatus } from './round.ts'
import type { WalkThrough } from './walk-through.ts'

/**
 * What everybody in the room sees. Times are epoch milliseconds of the server's clock; `serverNow` lets a client find its
 * own offset. Puzzles are named in English: `ProblemView` has the asked locale, `PuzzleNames` has them all.
 */

/** What a round looks like to anybody in the room. */
export type BoardRound = {
  id: RoundId
  /** From 1. */
  position: number
  name: string
  status: RoundStatus
  limitMinutes: number
  /** When a countdown ends. */
  startsAt: number | null
  /** When the round ends, if it is running. */
  endsAt: number | null
  /** Time left while paused. */
  remainingMs: number | null
  /** Present once the round has started; `name` is the English one, `solvedBy` counts players. */
  problems: { id: ProblemId; name: string; level: number; minutes: number; solvedBy: number }[]
}

/** A kind event for the wall; never who failed at what. */
export type KindEvent = {
  id: string
  at: number
  code: 'first-star' | 'hardest-solved' | 'solved-after-tries' | 'all-solved' | 'stars-lit' | 'everyone-lit-one'
  params: Record<string, string | number>
}

export type CeremonyView = {
  /** A round's awards; null: the season's, or else the tournament's. */
  roundId: RoundId | null
  /** A season of the tournament's series, whose ceremony is held in this room. */
  season: { id: SeasonId; name: string } | null
  steps: number
  /** How many of the steps the host has revealed. */
  revealed: number
  /** The newest of them, in the light. */
  current: AwardView | null
  /** The few before it, oldest first, in short: a wall has room for no more, nor has a board. */
  before: AwardInShort[]
}

/** For the whole room, at most 4 KB, at most four times a second. */
export type BoardView = {
  tournamentId: TournamentId
  version: number
  serverNow: number
  code: string
  name: string
  status: TournamentStatus
  joiningOpen: boolean
  /** Players who joined, and those connected now. */
  joined: number
  present: number
  roundsPlanned: number
  /** The round that matters now: under way, else the next planned, else the last. */
  round: BoardRound | null
  /** Stars lit (puzzles solved) by the room in this round, and tonight. */
  starsLit: number
  starsTonight: number
  feed: KindEvent[]
  ceremony: CeremonyView | null
  /** What the host tells everybody, until it is replaced or withdrawn. */
  announcement: { text: string; at: number } | null
  /** When the break that is on is over; a page counts down to it and then shows none. */
  breakEndsAt: number | null
  /** Where others join: an address that phones can reach. */
  joinUrl: string
  /** A rehearsal is on, so that the wall shows what can be read from the last row. */
  testPicture: boolean
  /** After a round is published, and while none is under way. */
  walkThrough: WalkThrough | null
}
