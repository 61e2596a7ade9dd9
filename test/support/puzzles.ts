import { join } from 'node:path'
import { loadBank } from '../../server/bank/load.ts'
import type { Problem } from '../../server/bank/problem.ts'
import type { Language } from '../../server/protocol/judgement.ts'

/** The bank of the repository, as the tests use it. */
const bank = await loadBank(join(import.meta.dirname, '../../problems'))

const byLevel = (a: Problem, b: Problem) => a.level - b.level || (a.id < b.id ? -1 : 1)
/** Every puzzle, easiest first, and those among them that ask for a function. */
export const puzzles = [...bank.problems.values()].sort(byLevel)
export const functionPuzzles = puzzles.filter(({ kind, function: signature }) => kind === 'function' && signature)

const sourceIn = (id: string, language: Language, folder: 'accepted' | 'wrong_answer'): string => {
  const problem = functionPuzzles.find((puzzle) => puzzle.id === id)
  const found = problem?.submissions.find((one) => one.language === language && one.folder === folder)
  if (!found) throw new Error(`${id} has no ${folder} submission in ${language}`)
  return found.source
}

export const acceptedIn = (id: string, language: Language): string => sourceIn(id, language, 'accepted')
/** A wrong Python answer that any puzzle understands: it gives nothing back. */
export const wrongIn = (id: string): string => {
  const name = functionPuzzles.find((puzzle) => puzzle.id === id)?.function?.name ?? 'solve'
  return `def ${name}(*anything):\n    return None\n`
}
