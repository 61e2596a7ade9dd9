import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus } from '../protocol/round.ts'
import { MINUTE_MS } from './clock.ts'
import { isUnderWay } from './round.ts'

/** [B1] When a break that starts now is over. */
export function startBreak(
  rounds: readonly { status: RoundStatus }[],
  minutes: number,
  now: number,
): Result<number, Refusal> {
  return rounds.some(isUnderWay) ? refused(refusal('round-under-way')) : ok(now + Math.round(minutes * MINUTE_MS))
}

/** [B2] The end of the break that is on; null where there is none. */
export const breakOn = (endsAt: number | null, now: number): number | null =>
  endsAt !== null && endsAt > now ? endsAt : null
