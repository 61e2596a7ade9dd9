import type { AwardView } from './awards.ts'
import type { BoardRound } from './board.ts'
import type { EntryId, PlayerId, ProblemId, SeriesId, SubmissionId, TournamentId } from './ids.ts'
import type { Language, Verdict } from './judgement.ts'
import type { ProblemView } from './problem.ts'
import type { RehearsalView } from './rehearsal.ts'
import type { RejudgingRow } from './rejudging.ts'
import type { Room } from './room.ts'
import type { Star, TournamentStatus } from './round.ts'

/** What hosts see. */

/** Why somebody may want a visit: tries without success, has not been heard of, is not connected. */
export type Attention = 'stuck' | 'quiet' | 'away'

/** A player on the host's live monitor. */
export type MonitorRow = {
  entryId: EntryId
  playerId: PlayerId
  name: string
  star: Star
  nameApproved: boolean
  connected: boolean
  lastSeenAt: number
  solved: number
  /** How many of these arrived mostly in one paste: for hosts alone. */
  pasted: number
  /** The puzzle that is open now. */
  openProblem: ProblemId | null
  openedAt: number | null
  wrongInARow: number
  lastVerdict: Verdict | null
  lastSubmittedAt: number | null
  attention: Attention | null
  timeFactor: number
  helper: boolean
}

export type RankingRow = {
  playerId: PlayerId
  name: string
  gain: number | null
  performance: number
  level: number
  mark: number | null
  flagged: boolean
  flagCleared: boolean
  struck: boolean
}

export type HostRound = BoardRound & {
  problemIds: ProblemId[]
  /** Those of them that were taken back out of the bank since: the round keeps them, no other gets them. */
  takenBack: { id: ProblemId; name: string; level: number; minutes: number }[]
  submissions: number
  unjudged: number
  rated: boolean
  ranking: RankingRow[]
  openFlags: number
}

/** For the hosts of a tournament. */
export type HostView = {
  tournamentId: TournamentId
  version: number
  approveNames: boolean
  /** The series it belongs to. */
  series: { id: SeriesId; name: string } | null
  /** Makes a helper of whoever joins with it (`?helper=<key>` in the join link); null: nobody is invited. */
  helperKey: string | null
  room: Room
  rounds: HostRound[]
  monitor: MonitorRow[]
  /** Who was taken off the list and can be let back in. */
  removed: { entryId: EntryId; name: string }[]
  /** Whole rankings by improvement, best first: tonight and since last time. */
  tonight: { playerId: PlayerId; name: string; gain: number }[]
  sinceLastTime: { playerId: PlayerId; name: string; gain: number }[]
  /** Awards as they would be revealed, the next ones included. */
  awards: AwardView[]
  /** What a season's ceremony in this room reveals, the next ones included; empty where none is on. */
  seasonAwards: AwardView[]
  /** Whether the tournament's own figures and awards are made; they are once it is finished, a moment later. */
  awardsReady: boolean
  /** What was judged again, and what is being; the newest first. */
  rejudgings: RejudgingRow[]
  /** Badges of this tournament that their owners have not deleted. */
  badges: { issued: number; revoked: number }
  judge: { queued: number; workers: number; workersUp: number }
  /** While a rehearsal is on. */
  rehearsal: RehearsalView | null
}

/** Something that a player has submitted, as a host reads it before deciding about a flag. */
export type SubmittedCode = {
  id: SubmissionId
  problemId: ProblemId
  /** Milliseconds into the round when it was received, pauses taken out. */
  atMs: number
  language: Language
  verdict: Verdict | null
  /** Most of it arrived in one paste. */
  pasted: boolean
  source: string
}

/** A puzzle in the host's list. */
export type BankRow = {
  id: ProblemId
  name: string
  level: number
  minutes: number
  topics: string[]
  kind: ProblemView['kind']
  languages: Language[]
  /** How many solved it before, of so many who are expected: who has joined, and before it begins who came last time. */
  solvedBefore: number
  expected: number
  /** Rounds it was judged in. */
  playedRounds: number
}

export type TournamentRow = {
  id: TournamentId
  code: string
  name: string
  status: TournamentStatus
  createdAt: number
  players: number
  rounds: number
  seriesId: SeriesId | null
}
