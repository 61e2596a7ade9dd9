import type { AuditAction, AuditRole } from '../protocol/audit.ts'
import type { AwardKind } from '../protocol/awards.ts'
import type { ContributionStatus, PuzzleDraft, TrialReport } from '../protocol/contributions.ts'
import type {
  ContributionId,
  EntryId,
  PlayerId,
  ProblemId,
  RejudgingId,
  RoundId,
  SeasonId,
  SeriesId,
  SubmissionId,
  TournamentId,
} from '../protocol/ids.ts'
import type { Judgement, Language, Verdict } from '../protocol/judgement.ts'
import type { KindEvent } from '../protocol/board.ts'
import type { WalkThrough } from '../protocol/walk-through.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { RejudgingStatus } from '../protocol/rejudging.ts'
import type { RoundStatus, Star, TournamentStatus } from '../protocol/round.ts'

/**
 * The rows the store keeps, one type per table. Times are epoch milliseconds. better-auth's own tables (user, session,
 * account, verification) are the store's too, but only its adapter reads them.
 */
export type Player = {
  id: PlayerId
  /** better-auth's user; null once the account was deleted: results stay, the person is gone. */
  userId: string | null
  name: string
  star: Star
  /** Unique; set by "Keep my progress". */
  accountName: string | null
  createdAt: number
}

export type Tournament = {
  id: TournamentId
  /** As shown, `KITE42`; unique. */
  code: string
  name: string
  /** The user who made it. */
  hostUserId: string
  status: TournamentStatus
  approveNames: boolean
  joiningOpen: boolean
  /** Which ceremony is on (a season's, a round's, or where neither is named the tournament's) and how far it has come. */
  ceremony: { roundId: RoundId | null; seasonId?: SeasonId; revealed: number } | null
  createdAt: number
  endedAt: number | null
  publishedAt: number | null
  revision: number
  /** What stands on the wall until it is replaced or withdrawn. */
  announcement: { text: string; at: number } | null
  breakEndsAt: number | null
  /** The puzzle that a host walks the room through. */
  walkThrough: WalkThrough | null
  /** What no name may contain, in the host's words; null: the list of the house. */
  blockedWords: string[] | null
  /** Whoever joins with it is a helper; null: nobody is invited. */
  helperKey: string | null
  /** The series it belongs to. */
  seriesId: SeriesId | null
}

/** Tournaments that belong together. What is in one is only shown together: there is one timeline for all. */
export type Series = { id: SeriesId; name: string; hostUserId: string; createdAt: number; revision: number }

/** A series between two days, the last one included, as days are counted in the host's time zone. */
export type Season = {
  id: SeasonId
  seriesId: SeriesId
  name: string
  /** `2026-09-01`. */
  firstDay: string
  lastDay: string
  /** `Europe/Madrid`. */
  timeZone: string
  createdAt: number
  /** When its award was published, and the season closed with it; null before. */
  publishedAt: number | null
  revision: number
}

export type Round = {
  id: RoundId
  tournamentId: TournamentId
  /** From 1, without gaps. */
  position: number
  name: string
  status: RoundStatus
  limitMinutes: number
  problemIds: ProblemId[]
  startsAt: number | null
  startedAt: number | null
  endsAt: number | null
  /** Closed pauses, and the open one last with `to: null`. */
  pauses: { from: number; to: number | null }[]
  endedAt: number | null
  publishedAt: number | null
  /** When the model ran over it; null before. */
  ratedAt: number | null
  revision: number
  /** Extra time as it was when the round ended, of those who had some; null before. */
  timeFactors: Record<EntryId, number> | null
  /** Minutes it was given while under way and still has; null: none. */
  extensions: { id: string; minutes: number }[] | null
}

export type Entry = {
  id: EntryId
  tournamentId: TournamentId
  playerId: PlayerId
  /** Unique within the tournament, compared without case. */
  name: string
  star: Star
  nameApproved: boolean
  /** Extra time: 1 is none, 1.5 half as much again. */
  timeFactor: number
  removed: boolean
  joinedAt: number
  revision: number
  /** Sees and answers in this tournament what hosts do; starts nothing. */
  helper: boolean
  /** The round for which this player, who has finished it, offers to help others. */
  mentorRoundId: RoundId | null
}

/** A puzzle was opened; the next opening of another one closes it. */
export type Opening = { id: string; roundId: RoundId; entryId: EntryId; problemId: ProblemId; at: number }

export type HintTaken = {
  id: string
  roundId: RoundId
  entryId: EntryId
  problemId: ProblemId
  index: number
  at: number
}

/** Id is `${roundId}:${entryId}:${problemId}:${language}`. */
export type Draft = {
  id: string
  roundId: RoundId
  entryId: EntryId
  problemId: ProblemId
  language: Language
  source: string
  savedAt: number
}

export type Submission = {
  id: SubmissionId
  roundId: RoundId
  entryId: EntryId
  problemId: ProblemId
  language: Language
  source: string
  pasted: boolean
  receivedAt: number
  /** Both null while pending. */
  verdict: Verdict | null
  judgement: Judgement | null
  judgedAt: number | null
}

/** What was submitted to a puzzle of a round is judged again, so that a host can decide about the new verdicts. */
export type Rejudging = {
  id: RejudgingId
  tournamentId: TournamentId
  roundId: RoundId
  problemId: ProblemId
  /** One player's alone; null: everybody's. */
  entryId: EntryId | null
  status: RejudgingStatus
  hostUserId: string
  askedAt: number
  /** When it was decided, or needed no decision; null while it is open. */
  closedAt: number | null
  /** Stands for the puzzle by which it is judged: another one begins anew. */
  packageKey: string
  /** Submissions in it. */
  total: number
  revision: number
}

/**
 * A submission in a rejudging. Once that is closed, only those whose verdicts of record it has changed stay. Id is
 * `${rejudgingId}:${submissionId}`.
 */
export type Rejudgement = {
  id: string
  rejudgingId: RejudgingId
  submissionId: SubmissionId
  /** The judgement that stood before, once the new one was taken. */
  was: Judgement | null
  /** The new one; null until it is there. */
  now: Judgement | null
}

/** Work that a commit left to be done: done afterwards, tried again at start, idempotent. */
export type Effect = {
  id: string
  kind: string
  payload: Record<string, unknown>
  createdAt: number
  attempts: number
  lastError: string | null
  doneAt: number | null
}

/** What one player did at one round, as the model sees it, and what the model made of it. Id is `${roundId}:${playerId}`. */
export type RoundResult = {
  id: string
  roundId: RoundId
  tournamentId: TournamentId
  playerId: PlayerId
  /** Aligned with the round's problems. */
  observations: unknown
  /** The model's outcome for this player. */
  outcome: unknown
  flagged: boolean
  /** `open` until a host has looked. */
  flagState: 'none' | 'open' | 'cleared' | 'struck'
}

/** The model's state (players, puzzles, levels) after a round; the newest row is the present. Id is the round's. */
export type ModelSnapshot = { id: RoundId; position: number; state: unknown; problems: unknown; at: number }

/** An award of a round, of a tournament (`roundId` null), or of a season (no tournament either). */
export type Award = {
  id: string
  tournamentId: TournamentId | null
  roundId: RoundId | null
  seasonId: SeasonId | null
  kind: AwardKind
  headline: boolean
  /** In the order of the ceremony: the headline last. */
  position: number
  /** Best first; `reason` is a `Sentence`. */
  winners: { playerId: PlayerId; reason: unknown; figures: Record<string, number> }[]
  publishedAt: number | null
  /** When a ceremony first showed it to the room. */
  revealedAt: number | null
}

/** Asked by a player, in a round or outside of one. */
export type Question = {
  id: string
  tournamentId: TournamentId
  entryId: EntryId
  problemId: ProblemId | null
  text: string
  askedAt: number
  /** Null while it waits; empty where somebody went there and answered in person. */
  answer: string | null
  answeredAt: number | null
  /** The answer is for everybody. */
  toAll: boolean
}

/** Somebody asks for help where they sit. An entry has at most one that is not closed. */
export type HelpCall = {
  id: string
  tournamentId: TournamentId
  entryId: EntryId
  problemId: ProblemId | null
  /** Where they sit, in their words; may be empty. */
  place: string
  askedAt: number
  takenBy: { by: 'host'; userId: string; name: string } | { by: 'helper' | 'mentor'; entryId: EntryId } | null
  takenAt: number | null
  closedAt: number | null
  outcome: 'done' | 'cancelled' | null
}

/** A puzzle solved in practice, which never moves the mark. Id is `${playerId}:${problemId}`. */
export type PracticeSolve = { id: string; playerId: PlayerId; problemId: ProblemId; at: number }

/** A kind event of a round, for the wall. */
export type Happening = {
  id: string
  tournamentId: TournamentId
  roundId: RoundId
  code: KindEvent['code']
  params: Record<string, string | number>
  at: number
}

/**
 * A badge somebody earned: a signed Open Badges credential. `jws` is null once its owner deleted it; the row stays, so
 * that nothing gives it a second time and its place in the status list is nobody else's.
 */
export type Badge = {
  /** Random: the last part of the credential's address. */
  id: string
  /** What it is given for, unique: `award:<award>:<player>`, `first-mark:<player>`. */
  source: string
  /** One of the product's achievements, or a host-made one's id. */
  achievementId: string
  playerId: PlayerId
  tournamentId: TournamentId | null
  roundId: RoundId | null
  seasonId: SeasonId | null
  /** The award's `Sentence`; null where the achievement says it all. */
  reason: unknown
  /** Over all status lists, from 0; unique. */
  statusIndex: number
  jws: string | null
  issuedAt: number
  revokedAt: number | null
  /** In the host's words. */
  revokedReason: string | null
  /** When its owner had seen it, on whichever device; null while it is new to them. */
  seenAt: number | null
}

/** An achievement that a host made: a name and a sentence that says what it is for. */
export type HostAchievement = {
  id: string
  tournamentId: TournamentId
  name: string
  sentence: string
  hostUserId: string
  createdAt: number
}

/**
 * A host has said that two players are one person: everything of `id` is `into`'s from then on. What was moved is kept,
 * so that it can be moved back.
 */
export type Link = {
  /** The player who was linked. */
  id: PlayerId
  /** The one who stays. */
  into: PlayerId
  moved: {
    /** Entries that are the other's now. */
    entries: EntryId[]
    /** Where both had an entry: the rounds that went over to the one that stays. */
    merged: { from: EntryId; into: EntryId; roundIds: RoundId[] }[]
    /** Results of rounds that both have played: the other's counts. */
    parked: RoundResult[]
    badgeIds: string[]
    awardIds: string[]
  }
  hostUserId: string
  at: number
}

/** A puzzle on its way into the bank, in it, or taken out of it. */
export type Contribution = {
  id: ContributionId
  /** As the draft has them: for lists, which leave the draft out. */
  problemId: string
  name: string
  level: number
  draft: PuzzleDraft
  /** How often the draft has been saved. */
  edition: number
  status: ContributionStatus
  /** When the status began. */
  since: number
  /** When it was handed in: its place in the queue; null while it is at no step of it. */
  queuedAt: number | null
  authorUserId: string
  authorName: string
  createdAt: number
  /** Of the last trial. */
  report: TrialReport | null
  /** What a host said when sending or taking it back. */
  reason: string | null
  /** Every status it came into, when, and through whom; null: the queue. The newest last, at most fifty. */
  history: { status: ContributionStatus; at: number; by: string | null }[]
  revision: number
  /** Takes the place of this one, which has its id, when it lands. */
  mends: ContributionId | null
}

/**
 * What a host, a helper or the owner did, or was refused. Refers to nothing: what it tells of may be gone. Never holds a
 * source, a password, a token, or what a player wrote; players stand in it by their ids, so that their names go with them.
 */
export type AuditRow = {
  id: string
  at: number
  /** better-auth's user; null: nobody who is known. */
  userId: string | null
  /** The name at that time. */
  who: string
  role: AuditRole | null
  action: AuditAction
  outcome: 'ok' | RefusalCode
  tournamentId: TournamentId | null
  roundId: RoundId | null
  entryId: EntryId | null
  playerId: PlayerId | null
  /** Names of the tournament, the round, the puzzle at that time, and the number that the action's sentence counts. */
  params: { tournament?: string; round?: string; puzzle?: string; host?: string; count?: number }
}

/** Settings and secrets of the installation by name: the one-time host link's hash, the auth secret. */
export type Setting = { id: string; value: unknown }

/** Table name → row type. */
export type Tables = {
  players: Player
  series: Series
  seasons: Season
  tournaments: Tournament
  rounds: Round
  entries: Entry
  openings: Opening
  hintsTaken: HintTaken
  drafts: Draft
  submissions: Submission
  rejudgings: Rejudging
  rejudgements: Rejudgement
  effects: Effect
  roundResults: RoundResult
  modelSnapshots: ModelSnapshot
  awards: Award
  happenings: Happening
  practiceSolves: PracticeSolve
  questions: Question
  helpCalls: HelpCall
  badges: Badge
  achievements: HostAchievement
  links: Link
  contributions: Contribution
  audit: AuditRow
  settings: Setting
}
export type TableName = keyof Tables
