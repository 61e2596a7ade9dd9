import type { Trial } from '../../bank/verify.ts'
import type { Parts } from '../parts.ts'

/** Judges for whoever writes puzzles, behind everything that players send. */
export const trialOf =
  ({ judge, newId }: Pick<Parts, 'judge' | 'newId'>, player: string): Trial =>
  (problem, language, source) =>
    judge.judge({ id: newId(), problem, language, source, player: `bank:${player}`, purpose: 'trial' })
