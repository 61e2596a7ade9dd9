import type { ProblemId } from '../../protocol/ids.ts'
import type { Sentence } from '../../protocol/sentences.ts'
import type { Parts } from '../parts.ts'

/** Where a puzzle's name is looked up. */
export type Names = Pick<Parts['bank'], 'problems'>

/** The sentence with the puzzle's name where the model wrote its id. */
export function named<S extends Sentence>(sentence: S, bank: Names): S {
  if (!('problem' in sentence.params)) return sentence
  const name = bank.problems.get(sentence.params.problem as ProblemId)?.name ?? sentence.params.problem
  return { ...sentence, params: { ...sentence.params, problem: name } }
}
