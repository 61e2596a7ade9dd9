import type { AwardKind } from './awards.ts'
import type { EntryId, PlayerId, ProblemId, RoundId, SubmissionId, TournamentId } from './ids.ts'
import type { Judgement, Language } from './judgement.ts'
import type { Star } from './round.ts'
import type { Sentence } from './sentences.ts'

/** What one player alone sees. Levels, marks and performances are shown as `round(500 + 100 θ)`. */

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
    /** It was judged again since, and is solved by that, or not any more. */
    again: 'gained' | 'lost' | null
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

export type DraftView = { problemId: ProblemId; language: Language; source: string; savedAt: number }
