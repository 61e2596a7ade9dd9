import type { AwardKind } from './awards.ts'
import type { EntryId, PlayerId, ProblemId, RoundId, SeasonId, SeriesId, SubmissionId, TournamentId } from './ids.ts'
import type { Judgement, Language, Verdict } from './judgement.ts'
import type { ParsonsView } from './parsons.ts'
import type { RehearsalView } from './rehearsal.ts'
import type { Role, RoundStatus, Star, TournamentStatus } from './round.ts'
import type { Sentence } from './sentences.ts'
import type { OwnSeries } from './series.ts'

/**
 * What each kind of viewer gets to see. Times are epoch milliseconds of the server's clock; `serverNow` lets a client
 * find its own offset. Levels, marks and performances are shown as `round(500 + 100 θ)`. Puzzles are named in English,
 * in a `ProblemView` in the asked locale; `PuzzleNames` has them all.
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
}

export type CeremonyView = {
  /** A round's awards, or the tournament's when null. */
  roundId: RoundId | null
  steps: number
  /** How many of the steps the host has revealed. */
  revealed: number
  /** The newest of them, in the light. */
  current: AwardView | null
  /** The few before it, oldest first, in short: a wall has room for no more, nor has a board. */
  before: AwardInShort[]
}
/** A name is empty where no host has approved it yet. */
export type AwardInShort = { id: string; kind: AwardKind; winners: { name: string }[] }

export const WALK_PARTS = ['statement', 'idea', 'solution'] as const
export type WalkPart = (typeof WALK_PARTS)[number]
/** The puzzle that the host walks the room through, and which part of it; pages fetch its words themselves. */
export type WalkThrough = {
  roundId: RoundId
  problemId: ProblemId
  part: WalkPart
  language: Language
  /** From 0: what does not fit the wall goes on, on a further page; past the last one the last one stands. */
  page: number
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
    /** Solved before the round, so that it measured nothing. */
    known: boolean
    minutes: number | null
    wrong: number
    hints: number
  }[]
  awards: { kind: AwardKind; headline: boolean; reason: Sentence }[]
}

/** A question of one's own. */
export type MyQuestion = {
  id: string
  problemId: ProblemId | null
  text: string
  askedAt: number
  /** Null while it waits; with an empty text where somebody came by and answered. */
  answer: { text: string; at: number; toAll: boolean } | null
}

/** Somebody else's question that was answered to all; nobody is named. */
export type AnswerToAll = { id: string; problemId: ProblemId | null; question: string; answer: string; at: number }

/** One's own call for help, while it is open. */
export type MyCall = {
  id: string
  problemId: ProblemId | null
  place: string
  askedAt: number
  /** Who is coming; `name` may be empty, and of a mentor is the first name. */
  taken: { by: 'host' | 'helper' | 'mentor'; name: string; at: number } | null
}

export type MyMentoring = {
  /** Every puzzle of the round under way is solved. */
  mayOffer: boolean
  offered: boolean
  /** Whom a host asks one to help: their first name, where they sit, the puzzle. */
  match: { callId: string; name: string; star: Star; place: string; problemId: ProblemId | null; since: number } | null
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
  /** Extra time: 1 is none. */
  timeFactor: number
  /** Sees and answers what hosts do, in this tournament: may watch as a helper. */
  helper: boolean
  /** One's own, oldest first. */
  questions: MyQuestion[]
  /** Of others; oldest first. */
  answers: AnswerToAll[]
  help: MyCall | null
  mentoring: MyMentoring
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

/** Somebody who asks for help, as hosts and helpers see it. */
export type CallView = {
  id: string
  entryId: EntryId
  name: string
  star: Star
  connected: boolean
  /** Where they sit, in their words; may be empty. */
  place: string
  problem: { id: ProblemId; name: string } | null
  since: number
  /** Who goes there; `entryId` is null for a host. */
  takenBy: { by: 'host' | 'helper' | 'mentor'; entryId: EntryId | null; name: string; at: number } | null
}

export type QuestionView = {
  id: string
  entryId: EntryId
  name: string
  star: Star
  problem: { id: ProblemId; name: string } | null
  text: string
  askedAt: number
  answer: { text: string; at: number; toAll: boolean } | null
}

/** Somebody who has finished the round and offers to help. */
export type MentorView = {
  entryId: EntryId
  name: string
  star: Star
  connected: boolean
  /** The call they are with now. */
  callId: string | null
}

/** What people in the room ask for, longest waiting first. */
export type Room = {
  calls: CallView[]
  /** Those that wait for an answer. */
  questions: QuestionView[]
  /** The last ones answered, newest first: an answer can be given anew. */
  answered: QuestionView[]
  mentors: MentorView[]
  /** Calls that ended with help, in the whole tournament. */
  helped: number
}

/** For the helpers of a tournament. */
export type RoomView = Room & { tournamentId: TournamentId; version: number; serverNow: number }

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
  /** Whole rankings by improvement, best first: tonight and since last time. */
  tonight: { playerId: PlayerId; name: string; gain: number }[]
  sinceLastTime: { playerId: PlayerId; name: string; gain: number }[]
  /** Awards as they would be revealed, the next ones included. */
  awards: AwardView[]
  /** Whether the tournament's own figures and awards are made; they are once it is finished, a moment later. */
  awardsReady: boolean
  /** Badges of this tournament that their owners have not deleted. */
  badges: { issued: number; revoked: number }
  judge: { queued: number; workers: number; workersUp: number }
  /** While a rehearsal is on. */
  rehearsal: RehearsalView | null
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
  seriesId: SeriesId | null
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
