import type { EntryId, ProblemId, TournamentId } from './ids.ts'
import type { Star } from './round.ts'

/** What hosts and helpers see of those who ask for help. */

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
