import type { ContributionStatus } from '../protocol/contributions.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'

/** What hosts do with a puzzle on its way into the bank. */
export type Move = 'mend' | 'save' | 'submit' | 'withdraw' | 'land' | 'return' | 'take-back' | 'remove'

/** [C1] From which status each is done. */
const FROM: Record<Move, readonly ContributionStatus[]> = {
  // [C6] A round that holds it keeps it meanwhile.
  mend: ['landed', 'taken-back'],
  save: ['draft', 'mend', 'returned'],
  submit: ['draft', 'mend', 'returned'],
  withdraw: ['waiting', 'trying', 'review', 'taken-back'],
  // [C4] What was taken back has passed its trial, and nobody has changed it since.
  land: ['review', 'taken-back'],
  return: ['review'],
  'take-back': ['landed'],
  remove: ['draft', 'waiting', 'mend', 'review', 'returned', 'taken-back'],
}

/** The status that a move leads to. */
export const LEADS_TO = {
  submit: 'waiting',
  withdraw: 'draft',
  land: 'landed',
  return: 'returned',
  'take-back': 'taken-back',
} as const satisfies Partial<Record<Move, ContributionStatus>>

/** [C2] A puzzle whose id nobody else may have: it is on its way through the queue, or rounds may hold it. */
export const HOLDS_ITS_ID: readonly ContributionStatus[] = ['waiting', 'trying', 'review', 'landed', 'taken-back']

/** [C1, C5] Whether the move can be made; `rounds` is how many hold the puzzle, played ones too. */
export function mayMove(move: Move, status: ContributionStatus, rounds: number): Result<null, Refusal> {
  if (!FROM[move].includes(status)) return refused(refusal('contribution-state'))
  const changesIt = status === 'taken-back' && (move === 'withdraw' || move === 'remove')
  return changesIt && rounds > 0 ? refused(refusal('contribution-held')) : ok(null)
}
