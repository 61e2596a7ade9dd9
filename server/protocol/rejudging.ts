import type { AwardKind } from './awards.ts'
import type { EntryId, PlayerId, ProblemId, RejudgingId, RoundId, SubmissionId } from './ids.ts'
import type { Verdict } from './judgement.ts'

/**
 * What was submitted to a puzzle of a round is judged again.
 * `judging`: it is under way · `ready`: a host decides · `same`: nothing would change · `taken`: the new verdicts are those
 * of record · `left`: the earlier ones stand · `put-back`: it was taken, and the earlier ones are those of record again.
 */
export const REJUDGING_STATUSES = ['judging', 'ready', 'same', 'taken', 'left', 'put-back'] as const
export type RejudgingStatus = (typeof REJUDGING_STATUSES)[number]

/** A rejudging as the host's view has it. */
export type RejudgingRow = {
  id: RejudgingId
  roundId: RoundId
  problemId: ProblemId
  /** One player's submissions alone; null: everybody's. */
  entryId: EntryId | null
  status: RejudgingStatus
  /** Epoch milliseconds. */
  askedAt: number
  /** Submissions, and those of them that are judged. */
  total: number
  done: number
  /** It waits while a round is on. */
  paused: boolean
}

/** A submission whose verdict the rejudging changes, or has changed. */
export type ChangedVerdict = {
  submissionId: SubmissionId
  playerId: PlayerId
  /** Empty where they have left. */
  name: string
  receivedAt: number
  was: Verdict
  now: Verdict
}

type Somebody = { playerId: PlayerId; name: string }

/** An award that would be given otherwise if the rejudging were taken. */
export type AwardMove = {
  /** The tournament's name, with the round's; or the series' and the season's. */
  where: string[]
  kind: AwardKind
  /** It stays as it is, and a host sees that it would be given otherwise. */
  published: boolean
  added: { playerId: string; name: string }[]
  dropped: { playerId: string; name: string }[]
}

/** What would change, or has changed, for the host to read. */
export type RejudgingView = RejudgingRow & {
  /** In the order in which they were sent. */
  changed: ChangedVerdict[]
  /** Who has the puzzle's star by it, and who has not any more. */
  gained: Somebody[]
  lost: Somebody[]
  /** Could not be judged, by a fault of ours: their verdicts stay. */
  unjudged: number
  /** The bank's puzzle is another one by now than the one it was judged by. */
  outdated: boolean
}
