import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'

/** Who goes to somebody who asked for help. */
export type TakenBy = { by: 'host'; userId: string } | { by: 'helper' | 'mentor'; entryId: string }

/** What the rules need to know of a call for help. Times are epoch milliseconds. */
export type CallState = {
  entryId: string
  askedAt: number
  takenBy: TakenBy | null
  takenAt: number | null
  closedAt: number | null
  outcome: 'done' | 'cancelled' | null
}
type Ruling<C> = Result<C, Refusal>
type Taker<C extends CallState> = NonNullable<C['takenBy']>

const over = refused(refusal('help-over'))
const isSame = (a: TakenBy, b: TakenBy): boolean =>
  a.by === 'host' ? b.by === 'host' && a.userId === b.userId : b.by !== 'host' && a.entryId === b.entryId

/** [H2] Somebody goes there. The same person saying so again changes nothing. */
export function takeCall<C extends CallState>(call: C, who: Taker<C>, now: number): Ruling<C> {
  if (call.closedAt !== null) return over
  if (call.takenBy === null) return ok({ ...call, takenBy: who, takenAt: now })
  return isSame(call.takenBy, who) ? ok(call) : refused(refusal('help-taken'))
}

/** [H3] The call waits again, as long as it had waited. */
export function releaseCall<C extends CallState>(call: C): Ruling<C> {
  return call.closedAt === null ? ok({ ...call, takenBy: null, takenAt: null }) : over
}

/** [H4] [H5] The call is over: somebody has helped, or its caller needs no help any more. */
export function closeCall<C extends CallState>(call: C, outcome: 'done' | 'cancelled', now: number): Ruling<C> {
  return call.closedAt === null ? ok({ ...call, closedAt: now, outcome }) : over
}

/** [H5] A player who is not a helper says only of a call that they were brought together with that it is done. */
export const isMentorOf = (call: CallState, entryId: string): boolean =>
  call.closedAt === null && call.takenBy?.by === 'mentor' && call.takenBy.entryId === entryId

type RoundOutline = { id: string; status: string }
const goesOn = (round: Pick<RoundOutline, 'status'>): boolean => round.status === 'running' || round.status === 'paused'

/** [M1] An offer is for the round under way; it is over when that is. */
export const isOffering = (
  entry: { mentorRoundId: string | null; removed: boolean } | null,
  round: RoundOutline | null,
): boolean => Boolean(entry && round && !entry.removed && entry.mentorRoundId === round.id && goesOn(round))

/** [M1] Whether a player who has solved this many puzzles of the round under way may offer to help others with it. */
export function mayMentor(round: { status: string; problemIds: readonly string[] } | null, solved: number) {
  return round && goesOn(round) && solved >= round.problemIds.length
    ? ok(null)
    : refused(refusal('mentor-not-finished'))
}

/** [M2] A host brings two people together. `free`: whether the mentor offers to help now and is with nobody else. */
export function matchMentor<C extends CallState>(
  call: C,
  mentor: Taker<C> & { by: 'mentor'; entryId: string },
  free: boolean,
  now: number,
): Ruling<C> {
  if (!free || mentor.entryId === call.entryId) return refused(refusal('mentor-not-free'))
  return takeCall(call, mentor, now)
}

/** [M3] All that players brought together learn of each other; nothing of a name that no host has approved. */
export const firstName = ({ name, nameApproved }: { name: string; nameApproved: boolean }): string =>
  nameApproved ? (name.trim().split(/\s+/)[0] ?? '') : ''
