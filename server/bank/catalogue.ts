import type { ProblemId } from '../protocol/ids.ts'
import type { Language } from '../protocol/judgement.ts'
import type { KitView } from '../protocol/kits.ts'
import { callText, literal, nameIn } from '../protocol/literal.ts'
import { signatureText } from '../protocol/signature.ts'
import type { ProblemView } from '../protocol/problem.ts'
import type { Bank } from './bank.ts'
import { inLocale, nameInLocale, noteInLocale } from './in-locale.ts'
import { kitView, type Kit } from './kits.ts'
import type { Problem, TestCase } from './problem.ts'
import { WARM_UP_ID } from './warm-up.ts'

/** The bank as the live layer asks it: the folder's packages and what has landed since. */
export type Catalogue = Bank & {
  /** Ids of the folder's own. */
  ofFolder: ReadonlySet<ProblemId>
  /** Puzzles that can be picked, suggested and practised; `problems` has those that were taken back, too. */
  offered(): Problem[]
  isOffered(id: ProblemId): boolean
  /** In the bank from now on, or again. The folder's own puzzles are nobody else's to land or to take back. */
  land(problem: Problem): void
  /** Rounds that hold it keep it; nobody else finds it. */
  takeBack(id: ProblemId): void
  /** It was never here. */
  forget(id: ProblemId): void
  /** What a player may see of a puzzle; `published`: solutions and the walk-through too. Null where it is not there. */
  view(id: ProblemId, locale: string, published: boolean): ProblemView | null
  /** A small puzzle to try the editor on while waiting. */
  warmUp(): Problem | null
  /** Every puzzle's name, in the locale or else in English. */
  names(locale: string): Record<ProblemId, string>
  /** The ready evenings, in the order of level and time. */
  kits(locale: string): KitView[]
}

export function catalogueOf({ problems: folder, faults }: Bank, kits: readonly Kit[] = []): Catalogue {
  const problems = new Map(folder)
  const ofFolder = new Set(folder.keys())
  const takenBack = new Set<ProblemId>()
  const easiest = [...folder.values()]
    .filter((problem) => problem.kind === 'function')
    .sort((a, b) => a.level - b.level || a.minutes - b.minutes || (a.id < b.id ? -1 : 1))[0]
  return {
    ...{ problems, faults, ofFolder },
    offered: () => [...problems.values()].filter(({ id }) => !takenBack.has(id)),
    isOffered: (id) => problems.has(id) && !takenBack.has(id),
    land(problem) {
      if (ofFolder.has(problem.id)) return
      problems.set(problem.id, problem)
      takenBack.delete(problem.id)
    },
    takeBack(id) {
      if (!ofFolder.has(id)) takenBack.add(id)
    },
    forget(id) {
      if (ofFolder.has(id)) return
      problems.delete(id)
      takenBack.delete(id)
    },
    view(id, locale, published) {
      const problem = problems.get(id)
      return problem ? publicView(problem, locale, published) : null
    },
    kits: (locale) => kits.map((kit) => kitView(kit, locale, problems)),
    names: (locale) =>
      Object.fromEntries([...problems.values()].map((problem) => [problem.id, nameInLocale(problem, locale)])),
    warmUp: () => problems.get(WARM_UP_ID as ProblemId) ?? easiest ?? null,
  }
}

/** Lists what may be seen of a puzzle: nothing of the hidden tests, and how to solve it only once `published`. */
export function publicView(problem: Problem, locale: string, published: boolean): ProblemView {
  const { id, level, minutes, topics, kind, languages } = problem
  const byLanguage = (text: (language: Language) => string) =>
    Object.fromEntries(languages.map((language) => [language, text(language)]))
  const view: ProblemView = {
    ...{ id, name: nameInLocale(problem, locale), level, minutes, topics, kind, languages },
    script: kind === 'script' || problem.examples.every((test) => 'stdin' in test),
    statement: inLocale(problem.statement, locale) ?? '',
    signatures: problem.function ? byLanguage((language) => signatureText(problem.function!, language)) : {},
    examples: problem.examples.map((test) => ({
      call: byLanguage((language) => callOf(problem, test, language)),
      expected: byLanguage((language) => expectedOf(test, language)),
      ...(test.note === undefined ? {} : { note: noteInLocale(test.note, locale) }),
    })),
    skeletons: problem.skeletons,
    ...(problem.parsons === undefined ? {} : { parsons: parsonsView(problem.parsons) }),
    hintCount: inLocale(problem.hints, locale)?.length ?? 0,
  }
  if (!published) return view
  const walkthrough = inLocale(problem.walkthrough, locale)
  const accepted = problem.submissions.filter((submission) => submission.folder === 'accepted')
  const solutions = Object.fromEntries(accepted.toReversed().map(({ language, source }) => [language, source]))
  return { ...view, solutions, ...(walkthrough === undefined ? {} : { walkthrough }) }
}

/** Of lines and distractors only their mixture, which does not tell one from the other. */
const parsonsView = (parsons: NonNullable<Problem['parsons']>): ProblemView['parsons'] =>
  Object.fromEntries(
    Object.entries(parsons).map(([language, { pieces, indentation }]) => [language, { pieces, indentation }]),
  )

function callOf(problem: Problem, test: TestCase, language: Language): string {
  if ('args' in test) return callText(problem.function?.name ?? '', test.args, language)
  return 'value' in test ? nameIn(language, test.value) : test.stdin
}

const expectedOf = (test: TestCase, language: Language): string =>
  'stdout' in test ? test.stdout : literal(test.returns, language)
