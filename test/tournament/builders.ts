import type { Refusal } from '../../server/protocol/refusals.ts'
import type { Result } from '../../server/protocol/result.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import type { RoundState } from '../../server/tournament/round-state.ts'

/** Noon: rounds in these tests begin then. */
export const NOON = Date.UTC(2026, 10, 21, 12)
export const minutes = (count: number): number => count * MINUTE_MS

const planned: RoundState = {
  status: 'planned',
  limitMinutes: 20,
  problemIds: ['knots', 'ferry'],
  startsAt: null,
  startedAt: null,
  endsAt: null,
  pauses: [],
  extensions: null,
  endedAt: null,
  publishedAt: null,
}

export const plannedRound = (changes: Partial<RoundState> = {}): RoundState => ({ ...planned, ...changes })
/** Began at noon and lasts twenty minutes. */
export const runningRound = (changes: Partial<RoundState> = {}): RoundState => ({
  ...planned,
  status: 'running',
  startedAt: NOON,
  endsAt: NOON + minutes(20),
  ...changes,
})

/** The value of a rule that allowed it; throws with the refusal's code otherwise. */
export function allowed<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value
}
/** The code of a rule that refused; null where it allowed. */
export const refusalOf = (result: Result<unknown, Refusal>) => (result.ok ? null : result.refusal.code)
