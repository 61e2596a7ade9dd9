import type { AwardKind } from './awards.ts'
import type { EntryId, PlayerId, ProblemId, RoundId, SubmissionId, TournamentId } from './ids.ts'
import type { Judgement, Language, Verdict } from './judgement.ts'
import type { ParsonsView } from './parsons.ts'
import type { Role, RoundStatus, Star, TournamentStatus } from './round.ts'
import type { Sentence } from './sentences.ts'

/**
 * What each kind of viewer gets to see. Times are epoch milliseconds of the server's clock; `serverNow` lets a client
 * find its own offset. Levels, marks and performances are shown as `round(500 + 100 θ)`.
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
  /** Present once the round has started; `solvedBy` counts players. */
  problems: { id: ProblemId; name: string; level: number; minutes: number; solvedBy: number }[]
}

/** A kind event for the wall; never who failed at what. */
export type KindEvent = {
  id: string
  at: number
  code: 'first-star' | 'hardest-solved' | 'solved-after-tries' | 'all-solved' | 'stars-lit' | 'everyone-lit-one'
  params: Record<string, string | number>
}

/** One award as shown: at most three names on a wall. */
export type AwardView = {
  id: string
  kind: AwardKind
  scope: 'round' | 'tournament'
  roundId: RoundId | null
  headline: boolean
  winners: { name: string; star: Star; reason: Sentence }[]
  /** Winners beyond the names shown. */
  more: number
}

export type CeremonyView = {
  /** A round's awards, or the tournament's when null. */
  roundId: RoundId | null
  steps: number
  /** Those the host has revealed, in order; the last one is in the light. */
  revealed: AwardView[]
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
  /** Where others join: an address that phones can reach. */
  joinUrl: string
}

export type MySubmission = {
  id: SubmissionId
  language: Language
  receivedAt: number
  /** Pending is the absence of a judgement. */
  judgement: Judgement | null
}

export type MyProblem = {
  problemId: ProblemId
  opened: boolean
  solved: boolean
  wrong: number
  hints: string[]
  /** Newest last; only the newest carries runs. */
  submissions: MySubmission[]
}

export type MyRound = {
  roundId: RoundId
  /** The player's own end where extra time was given. */
  endsAt: number | null
  problems: MyProblem[]
  /** Expected number of solved puzzles of one's usual self at each full minute; null for a newcomer. */
  pace: number[] | null
}

/** One's own result of a published round. */
export type MyResult = {
  roundId: RoundId
  tournamentId: TournamentId
  tournamentName: string
  roundName: string
  endedAt: number
  performance: number
  level: number
  sd: number
  /** What one had to beat; null in a first round. */
  mark: number | null
  newMark: number
  /** Only when above zero: one's own place in the ranking by improvement. */
  place: { place: number; of: number } | null
  sentences: Sentence[]
  problems: {
    id: ProblemId
    name: string
    level: number
    solved: boolean
    minutes: number | null
    wrong: number
    hints: number
  }[]
  awards: { kind: AwardKind; headline: boolean; reason: Sentence }[]
}

/** For one player alone. */
export type MeView = {
  tournamentId: TournamentId
  version: number
  entryId: EntryId
  playerId: PlayerId
  name: string
  star: Star
  /** False while a host has not yet let the name stand on the wall. */
  nameApproved: boolean
  /** True when the progress can be found again from another device. */
  kept: boolean
  round: MyRound | null
  /** Published rounds of this tournament, oldest first. */
  results: MyResult[]
  /** Awards of the tournament that are this player's, once revealed. */
  awards: { kind: AwardKind; headline: boolean; reason: Sentence }[]
}

/** A puzzle as a player sees it: nothing of the hidden tests. */
export type ProblemView = {
  id: ProblemId
  name: string
  level: number
  minutes: number
  topics: string[]
  kind: 'function' | 'script' | 'parsons'
  /** Examples are input and output, not a call and what it returns. */
  script: boolean
  languages: Language[]
  /** Markdown, in the asked locale or English. */
  statement: string
  /** `is_leap_year(year: int) -> bool`, as each language writes it. */
  signatures: Partial<Record<Language, string>>
  examples: { call: Partial<Record<Language, string>>; expected: Partial<Record<Language, string>>; note?: string }[]
  skeletons: Partial<Record<Language, string>>
  /** For `kind: parsons`. */
  parsons?: Partial<Record<Language, ParsonsView>>
  hintCount: number
  /** After publishing only. */
  walkthrough?: string
  solutions?: Partial<Record<Language, string>>
}

export type DraftView = { problemId: ProblemId; language: Language; source: string; savedAt: number }

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
  /** The puzzle that is open now. */
  openProblem: ProblemId | null
  openedAt: number | null
  wrongInARow: number
  lastVerdict: Verdict | null
  lastSubmittedAt: number | null
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
  rounds: HostRound[]
  monitor: MonitorRow[]
  /** Whole rankings by improvement, best first: tonight and since last time. */
  tonight: { playerId: PlayerId; name: string; gain: number }[]
  sinceLastTime: { playerId: PlayerId; name: string; gain: number }[]
  /** Awards as they would be revealed, the next ones included. */
  awards: AwardView[]
  /** Whether the tournament's own figures and awards are made; they are once it is finished, a moment later. */
  awardsReady: boolean
  judge: { queued: number; workers: number; workersUp: number }
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
  /** How many of the tournament's players solved it before. */
  solvedBefore: number
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
}

/** Who this device is. */
export type SessionView = {
  /** A player known on this device. */
  player: { id: PlayerId; name: string; star: Star; kept: boolean } | null
  host: { name: string; role: Extract<Role, 'owner' | 'host'> } | null
}

/** One's own page. */
export type ProfileView = {
  playerId: PlayerId
  name: string
  star: Star
  kept: boolean
  playerName: string | null
  results: MyResult[]
  awards: {
    tournamentId: TournamentId
    tournamentName: string
    kind: AwardKind
    headline: boolean
    reason: Sentence
    at: number
  }[]
  level: number | null
  mark: number | null
}

/** The public awards page of a published tournament. */
export type AwardsPage = {
  tournamentId: TournamentId
  name: string
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
