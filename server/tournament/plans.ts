import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus } from '../protocol/round.ts'

type Planned = { name: string; limitMinutes: number; problemIds: readonly string[] }

/** [T4] The rounds of a tournament as a plan to play once more, in their order. */
export const planOf = <R extends Planned>(rounds: readonly R[]): Pick<R, 'name' | 'limitMinutes' | 'problemIds'>[] =>
  rounds.map(({ name, limitMinutes, problemIds }) => ({ name, limitMinutes, problemIds }))

/** [T5] Whether a tournament can be removed: nothing of anybody would go with it. */
export function mayRemove(rounds: readonly { status: RoundStatus }[], everJoined: number): Result<null, Refusal> {
  if (everJoined > 0) return refused(refusal('tournament-joined'))
  return rounds.every(({ status }) => status === 'planned') ? ok(null) : refused(refusal('tournament-joined'))
}
