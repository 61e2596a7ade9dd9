import type { PuzzleDraft } from '../../protocol/contributions.ts'
import type { ProblemId } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/judgement.ts'
import { LANGUAGES } from '../../protocol/judgement.ts'
import { defaultSkeleton } from '../package.ts'
import { parsonsOf, parsonsSolution } from '../parsons.ts'
import { Checker, FunctionSignature, Limits, ParsonsSource } from '../problem.ts'
import type { PackagedSubmission, Parsons, Problem, TestCase } from '../problem.ts'
import { testOf } from './draft-files.ts'

/** A test that can be read, and where it stands in the draft's table. */
export type SketchedTest = { list: 'examples' | 'hidden'; index: number; test: TestCase }

/**
 * A problem of what there is so far of a draft, for looking at and for trying code: tests that cannot be read are left
 * out, and whether the parts belong together is nobody's question yet. Nothing of it goes into the bank.
 */
export function sketchOf(draft: PuzzleDraft): { problem: Problem; tests: SketchedTest[] } {
  const tests = (['examples', 'hidden'] as const).flatMap((list) =>
    draft[list].flatMap((one, index): SketchedTest[] => {
      const { test, faults } = testOf(one)
      return faults.length === 0 ? [{ list, index, test }] : []
    }),
  )
  const signature = FunctionSignature.safeParse(draft.function)
  const parsons = draft.kind === 'parsons' ? readableParsons(draft) : undefined
  const problem: Problem = {
    id: (draft.problemId || 'draft') as ProblemId,
    ...{
      name: draft.name,
      names: draft.names,
      level: draft.level,
      minutes: draft.minutes,
      topics: draft.topics,
      kind: draft.kind,
    },
    ...{ author: draft.author, licence: draft.licence },
    languages: draft.languages.length > 0 ? draft.languages : [...LANGUAGES],
    ...(draft.kind !== 'script' && signature.success ? { function: signature.data } : {}),
    limits: Limits.safeParse(draft.limits).data ?? Limits.parse({}),
    checker: Checker.safeParse(draft.checker).data ?? 'exact',
    ...{ statement: draft.statement, hints: draft.hints, walkthrough: draft.walkthrough },
    examples: tests.flatMap(({ list, test }) => (list === 'examples' ? [test] : [])),
    hidden: tests.flatMap(({ list, test }) => (list === 'hidden' ? [test] : [])),
    skeletons: {},
    submissions: [...draft.submissions, ...parsonsSubmissions(parsons)],
    ...(parsons === undefined ? {} : { parsons }),
  }
  for (const language of problem.languages) {
    problem.skeletons[language] = draft.skeletons[language] ?? defaultSkeleton(problem, language)
  }
  return { problem, tests }
}

function readableParsons(draft: PuzzleDraft): Partial<Record<Language, Parsons>> {
  const parsons: Partial<Record<Language, Parsons>> = {}
  for (const language of draft.languages) {
    const written = draft.parsons[language] ?? (language === 'typescript' ? draft.parsons.javascript : undefined)
    const source = ParsonsSource.safeParse(written)
    const read = source.success ? parsonsOf(source.data, language) : undefined
    if (read?.ok) parsons[language] = read.value
  }
  return parsons
}

const parsonsSubmissions = (parsons: Partial<Record<Language, Parsons>> = {}): PackagedSubmission[] =>
  (Object.entries(parsons) as [Language, Parsons][]).map(([language, lines]) => ({
    ...{ folder: 'accepted', file: 'parsons', language },
    source: parsonsSolution(lines, language),
  }))
