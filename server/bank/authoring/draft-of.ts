import { PuzzleDraft, type DraftTest, type PackageFault } from '../../protocol/contributions.ts'
import { INDENT_UNIT } from '../../protocol/parsons.ts'
import type { ProblemId } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/judgement.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import { faultsOf, type Fault } from '../fault.ts'
import type { PackageFiles } from '../files.ts'
import { defaultSkeleton, packagedSubmissions, readRaw, readShape } from '../package.ts'
import {
  ParsonsFile,
  ProblemFile,
  type Note,
  type Parsons,
  type ParsonsLine,
  type Problem,
  type TestCase,
} from '../problem.ts'
import { parseTests } from '../tests-file.ts'
import { splitHints } from '../text.ts'
import { readYaml } from '../yaml.ts'
import { cellText } from './cells.ts'

const NO_FUNCTION: PuzzleDraft['function'] = { name: '', params: [], returns: '' }
const LANGUAGE: Record<string, Language> = { py: 'python', js: 'javascript', ts: 'typescript' }

/**
 * The draft that a package's files make. Refused where problem.yaml, tests.yaml or parsons.yaml cannot be read as what
 * they are; what else is wrong with a package can be mended in the draft.
 */
export function draftOfFiles(id: ProblemId, files: PackageFiles): Result<PuzzleDraft, PackageFault[]> {
  const from = { id, files, read: readYaml }
  const about = readShape(ProblemFile, from, 'problem.yaml')
  const raw = readRaw(from, 'tests.yaml')
  const tests = raw.ok ? parseTests(raw.value, `${id}/tests.yaml`) : raw
  const parsons = files.has('parsons.yaml') ? readShape(ParsonsFile, from, 'parsons.yaml') : ok({})
  const faults = [about, tests, parsons].flatMap((read) => (read.ok ? [] : read.refusal))
  if (!about.ok || !tests.ok || !parsons.ok) return refused(faults.map((fault) => insideOf(id, fault)))

  const texts = { statement: {}, hints: {}, walkthrough: {} } as Pick<
    PuzzleDraft,
    'statement' | 'hints' | 'walkthrough'
  >
  const skeletons: PuzzleDraft['skeletons'] = {}
  for (const [path, text] of files) {
    const [, noun, locale = 'en'] = /^(statement|hints|walkthrough)(?:\.([a-z]{2}))?\.md$/.exec(path) ?? []
    if (noun === 'hints') texts.hints[locale] = splitHints(text)
    else if (noun === 'statement' || noun === 'walkthrough') texts[noun][locale] = text.trim()
    const extension = /^skeleton\.(py|js|ts)$/.exec(path)?.[1]
    if (extension !== undefined) skeletons[LANGUAGE[extension]!] = text
  }
  return checked({
    ...fieldsOf(id, about.value, tests.value),
    ...{ ...texts, skeletons, submissions: packagedSubmissions(files), parsons: parsons.value },
  })
}

/** A draft that starts as a puzzle of the bank, under another id. */
export function draftOfProblem(problem: Problem, id: string): Result<PuzzleDraft, PackageFault[]> {
  const { statement, hints, walkthrough, parsons = {} } = problem
  const own = (Object.entries(problem.skeletons) as [Language, string][]).filter(
    ([language, text]) => text !== defaultSkeleton(problem, language),
  )
  return checked({
    ...fieldsOf(id, problem, problem),
    ...{ statement, hints, walkthrough, skeletons: Object.fromEntries(own) },
    // The lines in the right order are an accepted solution by themselves.
    submissions: problem.submissions.filter(
      ({ folder, file, language }) => !(folder === 'accepted' && file.startsWith('parsons.') && parsons[language]),
    ),
    parsons: Object.fromEntries(
      (Object.entries(parsons) as [Language, Parsons][]).map(([language, one]) => [language, parsonsOf(one, language)]),
    ),
  })
}

function fieldsOf(problemId: string, about: ProblemFile, tests: { examples: TestCase[]; hidden: TestCase[] }) {
  const { name, level, minutes, topics, languages, kind, limits, checker, author, licence } = about
  return {
    ...{ problemId, name, level, minutes, topics, languages, kind, limits, checker, author, licence },
    names: about.names,
    function: about.function ?? NO_FUNCTION,
    examples: tests.examples.map(draftTest),
    hidden: tests.hidden.map(draftTest),
  }
}

function draftTest(test: TestCase): DraftTest {
  const note = notesOf(test.note)
  if ('stdin' in test) return { stdin: test.stdin, expected: test.stdout, ...note }
  const expected = cellText(test.returns)
  return 'value' in test
    ? { value: test.value, expected, ...note }
    : { args: test.args.map(cellText), expected, ...note }
}

function notesOf(note: Note = ''): Pick<DraftTest, 'note' | 'notes'> {
  if (typeof note === 'string') return { note, notes: {} }
  const { en = '', ...notes } = note
  return { note: en, notes }
}

function parsonsOf({ lines, distractors, indentation }: Parsons, language: Language) {
  const text = ({ text, indent }: ParsonsLine): string => INDENT_UNIT[language].repeat(indent) + text
  return { solution: lines.map(text).join('\n'), distractors: distractors.map(text), indentation }
}

/** More than a draft can hold (an argument of a megabyte, say) is refused with its place. */
function checked(draft: unknown): Result<PuzzleDraft, PackageFault[]> {
  const parsed = PuzzleDraft.safeParse(draft, { reportInput: true })
  if (parsed.success) return ok(parsed.data)
  return refused(faultsOf(parsed.error, ''))
}

/** A fault's place inside its package. */
export const insideOf = (id: string, { file, ...rest }: Fault): PackageFault => ({
  file: file.startsWith(`${id}/`) ? file.slice(id.length + 1) : file === id ? '' : file,
  ...rest,
})
