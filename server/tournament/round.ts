import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus } from '../protocol/round.ts'
import { closesAt, MINUTE_MS, remainingMs } from './clock.ts'
import type { Extension, RoundState } from './round-state.ts'

/** How late a countdown may be noticed and still have run from its announced moment. */
const COUNTDOWN_GRACE_MS = 10_000

const UNDER_WAY: readonly RoundStatus[] = ['countdown', 'running', 'paused']
export const isUnderWay = (round: { status: RoundStatus }): boolean => UNDER_WAY.includes(round.status)

type Ruling<R> = Result<R, Refusal>
const wrongState = (round: RoundState) => refused(refusal('round-state', { status: round.status }))

function run<R extends RoundState>(round: R, startedAt: number): R {
  return { ...round, status: 'running', startsAt: null, startedAt, endsAt: startedAt + round.limitMinutes * MINUTE_MS }
}

/** [R1] [R2] Starts a round now, or its countdown where `inMs` is above zero. `others` are the tournament's other rounds. */
export function startRound<R extends RoundState>(
  round: R,
  others: readonly { status: RoundStatus }[],
  now: number,
  inMs: number,
): Ruling<R> {
  if (round.status !== 'planned' && round.status !== 'countdown') return wrongState(round)
  if (round.problemIds.length === 0) return refused(refusal('round-empty'))
  if (others.some(isUnderWay)) return refused(refusal('round-running'))
  return ok(inMs > 0 ? { ...round, status: 'countdown', startsAt: now + inMs } : run(round, now))
}

/** [R3] */
export function callOffRound<R extends RoundState>(round: R): Ruling<R> {
  if (round.status !== 'countdown') return wrongState(round)
  return ok({ ...round, status: 'planned', startsAt: null })
}

/** [R5] */
export function pauseRound<R extends RoundState>(round: R, now: number): Ruling<R> {
  if (round.status !== 'running') return wrongState(round)
  return ok({ ...round, status: 'paused', pauses: [...round.pauses, { from: now, to: null }] })
}

/** [R5] */
export function resumeRound<R extends RoundState>(round: R, now: number): Ruling<R> {
  const pause = round.pauses.at(-1)
  if (round.status !== 'paused' || !pause || round.endsAt === null) return wrongState(round)
  const pauses = [...round.pauses.slice(0, -1), { from: pause.from, to: now }]
  return ok({ ...round, status: 'running', pauses, endsAt: round.endsAt + (now - pause.from) })
}

/** [R6] */
export function extendRound<R extends RoundState>(round: R, extension: Extension): Ruling<R> {
  if ((round.status !== 'running' && round.status !== 'paused') || round.endsAt === null) return wrongState(round)
  return ok({ ...longer(round, round.endsAt, extension.minutes), extensions: [...(round.extensions ?? []), extension] })
}

/** With less than this left nobody could send what they have written. */
const LEAST_LEFT_MS = 10_000

/** [R15] What was taken back already stays so. */
export function takeBackTime<R extends RoundState>(round: R, extensionId: string, now: number): Ruling<R> {
  const extension = round.extensions?.find(({ id }) => id === extensionId)
  if (!extension) return ok(round)
  const leftMs = remainingMs(round, now)
  if (leftMs === null || round.endsAt === null) return wrongState(round)
  if (leftMs - extension.minutes * MINUTE_MS < LEAST_LEFT_MS) return refused(refusal('extension-spent'))
  const extensions = (round.extensions ?? []).filter((one) => one !== extension)
  return ok({ ...longer(round, round.endsAt, -extension.minutes), extensions })
}

const longer = <R extends RoundState>(round: R, endsAt: number, minutes: number): R => ({
  ...round,
  endsAt: endsAt + minutes * MINUTE_MS,
  limitMinutes: round.limitMinutes + minutes,
})

/** [R8] */
export function stopRound<R extends RoundState>(round: R, now: number): Ruling<R> {
  if (round.status !== 'running' && round.status !== 'paused') return wrongState(round)
  const pauses = round.pauses.map((pause) => (pause.to === null ? { ...pause, to: now } : pause))
  return ok({ ...round, status: 'ended', pauses, endedAt: now })
}

/**
 * [R4] [R7] What the clock does to a round: the round as it is at `now`; the same object where nothing is due.
 * `maxTimeFactor` is the largest extra-time factor among the round's players (1 is none).
 */
export function tickRound<R extends RoundState>(round: R, now: number, maxTimeFactor: number): R {
  if (round.status === 'countdown' && round.startsAt !== null && now >= round.startsAt) {
    const noticedLate = now - round.startsAt > COUNTDOWN_GRACE_MS
    return run(round, noticedLate ? now : round.startsAt)
  }
  const end = closesAt(round, maxTimeFactor)
  if (round.status === 'running' && end !== null && now >= end) return { ...round, status: 'ended', endedAt: end }
  return round
}

/** When the clock has something to do next; null where it has not. */
export function nextMoment(round: RoundState, maxTimeFactor: number): number | null {
  if (round.status === 'countdown') return round.startsAt
  if (round.status === 'running') return closesAt(round, maxTimeFactor)
  return null
}

/** [R10] */
export function mayChangePlan(round: RoundState): Ruling<null> {
  return round.status === 'planned' ? ok(null) : wrongState(round)
}

/** [R13] */
export const mayLookAtFlags = (round: RoundState): Ruling<null> =>
  round.status === 'ended' || round.status === 'published' ? ok(null) : wrongState(round)

/** [R11] */
export function publishRound<R extends RoundState & { ratedAt: number | null }>(
  round: R,
  open: { unjudged: number; flags: number },
  now: number,
): Ruling<R> {
  if (round.status !== 'ended') return wrongState(round)
  if (open.unjudged > 0 || round.ratedAt === null) return refused(refusal('round-unjudged'))
  if (open.flags > 0) return refused(refusal('flags-open'))
  return ok({ ...round, status: 'published', publishedAt: now })
}
