import { readCell } from './cell-text.ts'
import { modeOf, shapeOf } from './shape.ts'
import type { DraftTest, PuzzleDraft } from '../../../server/protocol/contributions.ts'
import type { ProblemId } from '../../../server/protocol/ids.ts'
import type { Language } from '../../../server/protocol/judgement.ts'
import { callText, literal, nameIn } from '../../../server/protocol/literal.ts'
import { signatureText, skeleton } from '../../../server/protocol/signature.ts'
import type { ProblemView } from '../../../server/protocol/problem.ts'

/**
 * The puzzle as players see it, as far as it is written: for the preview beside the words, which follows each key. Cells
 * that cannot be read yet stand there as they are.
 */
export function previewOf(draft: PuzzleDraft, locale: string): ProblemView {
  const languages = draft.languages.length > 0 ? draft.languages : (['python'] as const).slice()
  const byLanguage = <T>(of: (language: Language) => T): Partial<Record<Language, T>> =>
    Object.fromEntries(languages.map((language) => [language, of(language)]))
  const script = shapeOf(draft) === 'stdin'
  return {
    id: draft.problemId as ProblemId,
    name: draft.names[locale] || draft.name,
    level: draft.level,
    minutes: draft.minutes,
    topics: draft.topics,
    kind: draft.kind,
    script,
    languages,
    statement: draft.statement[locale] || (draft.statement.en ?? ''),
    signatures: modeOf(draft) === 'function' ? byLanguage((language) => signatureText(draft.function, language)) : {},
    examples: draft.examples
      .filter((test) => test.expected !== '' || inputsOf(test).some((cell) => cell !== ''))
      .map((test) => ({
        call: byLanguage((language) => callOf(draft, test, language)),
        expected: byLanguage((language) => (script ? test.expected : valueText(test.expected, language))),
        ...noteOf(test, locale),
      })),
    skeletons: byLanguage((language) => skeletonOf(draft, language)),
    hintCount: (draft.hints[locale] ?? draft.hints.en ?? []).length,
  }
}

/** What the editor begins with in a language: the author's own, or that of the signature. */
export const skeletonOf = (draft: PuzzleDraft, language: Language): string =>
  draft.skeletons[language] ?? madeSkeleton(draft, language)

export function madeSkeleton(draft: PuzzleDraft, language: Language): string {
  if (draft.kind === 'parsons') return ''
  const called = shapeOf(draft) === 'args'
  const variables = [...draft.examples, ...draft.hidden].flatMap(({ value }) => (value ? [value] : []))
  return skeleton(called ? draft.function : undefined, variables, language)
}

const inputsOf = (test: DraftTest): string[] => test.args ?? [test.stdin ?? test.value ?? '']

function noteOf(test: DraftTest, locale: string): { note?: string } {
  const note = test.notes[locale] || test.note
  return note === '' ? {} : { note }
}

function callOf(draft: PuzzleDraft, test: DraftTest, language: Language): string {
  if (test.stdin !== undefined) return test.stdin
  if (test.value !== undefined) return nameIn(language, test.value)
  const args = (test.args ?? []).map(readCell)
  if (args.every((value) => value !== undefined)) return callText(draft.function.name, args, language)
  return `${nameIn(language, draft.function.name)}(${(test.args ?? []).join(', ')})`
}

function valueText(cell: string, language: Language): string {
  const value = readCell(cell)
  return value === undefined ? cell : literal(value, language)
}
