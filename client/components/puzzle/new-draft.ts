import { idFrom, functionNameFrom } from './suggested-names.ts'
import { emptyTest, withMode, type Mode } from './shape.ts'
import type { PuzzleDraft } from '../../../server/protocol/contributions.ts'

export const DEFAULT_LIMITS = { timeMs: 2000, memoryMb: 128, outputKb: 64 }
export const DEFAULT_LICENCE = 'CC-BY-4.0'

/** A puzzle that has nothing but a name: what can be known beforehand is filled in, the rest is empty. */
export function newDraft(name: string, mode: Mode, author: string): PuzzleDraft {
  const test = emptyTest('args', 1)
  const draft: PuzzleDraft = {
    problemId: idFrom(name),
    name,
    names: {},
    level: 1,
    minutes: 4,
    topics: [],
    languages: ['python', 'javascript', 'typescript'],
    kind: 'function',
    function: { name: functionNameFrom(name), params: [{ name: 'number', type: 'int' }], returns: 'int' },
    limits: DEFAULT_LIMITS,
    checker: 'exact',
    author,
    licence: DEFAULT_LICENCE,
    statement: { en: '' },
    hints: { en: [] },
    walkthrough: { en: '' },
    examples: [test, test],
    hidden: Array.from({ length: 8 }, () => test),
    skeletons: {},
    submissions: [],
    parsons: {},
  }
  return withMode(draft, mode)
}
