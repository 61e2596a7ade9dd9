import type { z } from 'zod'
import type { ProblemId } from '../protocol/ids.ts'
import type { Language } from '../protocol/judgement.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import { skeleton } from '../protocol/signature.ts'
import { crossFaults } from './checks.ts'
import { fault, faultsOf, type Fault } from './fault.ts'
import type { PackageFiles } from './files.ts'
import { parsonsOf, parsonsSolution } from './parsons.ts'
import { EXPECTED_VERDICT, ParsonsFile, ProblemFile } from './problem.ts'
import type { PackagedSubmission, Parsons, Problem, SubmissionFolder } from './problem.ts'
import { parseTests } from './tests-file.ts'
import { splitHints, textFault } from './text.ts'
import type { ReadYaml } from './yaml-cache.ts'
import { readYaml } from './yaml.ts'

const MAX_HINTS = 3
const LANGUAGE_OF: Record<string, Language> = { py: 'python', js: 'javascript', ts: 'typescript' }
const EXTENSION_OF: Record<Language, string> = { python: 'py', javascript: 'js', typescript: 'ts' }

/** Makes a problem of a package's files, wherever they come from, or says everything that is wrong with them. */
export async function problemOf(
  id: ProblemId,
  files: PackageFiles,
  read: ReadYaml = readYaml,
): Promise<Result<Problem, Fault[]>> {
  const from: Source = { id, files, read }
  const faults: Fault[] = []
  const accept = <T>(result: Result<T, Fault[]>): T | undefined => {
    if (result.ok) return result.value
    faults.push(...result.refusal)
    return undefined
  }
  const problemFile = accept(readShape(ProblemFile, from, 'problem.yaml'))
  const rawTests = accept(readRaw(from, 'tests.yaml'))
  const tests = rawTests === undefined ? undefined : accept(parseTests(rawTests, `${id}/tests.yaml`))
  const texts = accept(await readTexts(from))
  const wantsParsons = problemFile?.kind === 'parsons'
  const parsons = wantsParsons ? accept(readParsons(from, problemFile.languages)) : undefined
  if (problemFile !== undefined && !wantsParsons && files.has('parsons.yaml')) {
    faults.push(fault(`${id}/parsons.yaml`, '', 'parsons-elsewhere'))
  }
  if (problemFile === undefined || tests === undefined || texts === undefined || faults.length > 0)
    return refused(faults)

  const problem: Problem = {
    id,
    ...problemFile,
    ...texts,
    ...tests,
    skeletons: {},
    submissions: [...packagedSubmissions(files), ...parsonsSubmissions(parsons)],
  }
  if (parsons !== undefined) problem.parsons = parsons
  for (const language of problem.languages) {
    problem.skeletons[language] = files.get(`skeleton.${EXTENSION_OF[language]}`) ?? defaultSkeleton(problem, language)
  }
  const cross = crossFaults(problem)
  return cross.length > 0 ? refused(cross) : ok(problem)
}

/** What the editor starts with where the package brings nothing of its own. */
export function defaultSkeleton(
  { kind, function: signature, examples, hidden }: Pick<Problem, 'kind' | 'function' | 'examples' | 'hidden'>,
  language: Language,
): string {
  if (kind === 'parsons') return ''
  const variables = [...examples, ...hidden].flatMap((test) => ('value' in test ? [test.value] : []))
  return skeleton(signature, variables, language)
}

type Source = { id: ProblemId; files: PackageFiles; read: ReadYaml }

/** A YAML file's content, whatever it is. */
export function readRaw({ id, files, read }: Source, file: string): Result<unknown, Fault[]> {
  const path = `${id}/${file}`
  const text = files.get(file)
  if (text === undefined) return refused([fault(path, '', 'missing')])
  const raw = read(text)
  if (!raw.ok) return refused([{ file: path, field: '', ...raw.refusal }])
  return typeof raw.value === 'object' && raw.value !== null ? raw : refused([fault(path, '', 'no-keys')])
}

/** A YAML file's content in its shape. */
export function readShape<T>(schema: z.ZodType<T>, from: Source, file: string): Result<T, Fault[]> {
  const raw = readRaw(from, file)
  if (!raw.ok) return raw
  const parsed = schema.safeParse(raw.value, { reportInput: true })
  return parsed.success ? ok(parsed.data) : refused(faultsOf(parsed.error, `${from.id}/${file}`))
}

type Texts = Pick<Problem, 'statement' | 'hints' | 'walkthrough'>

async function readTexts({ id, files }: Source): Promise<Result<Texts, Fault[]>> {
  const texts: Texts = { statement: {}, hints: {}, walkthrough: {} }
  const faults: Fault[] = []
  for (const [path, text] of files) {
    const [noun, locale] = path.match(/^(statement|hints|walkthrough)(?:\.([a-z]{2}))?\.md$/)?.slice(1) ?? []
    if (noun === undefined) continue
    const words = await textFault(text)
    if (words !== undefined) faults.push({ file: `${id}/${path}`, field: '', ...words })
    if (noun === 'hints') texts.hints[locale ?? 'en'] = splitHints(text)
    else texts[noun === 'statement' ? 'statement' : 'walkthrough'][locale ?? 'en'] = text.trim()
  }
  if (texts.statement.en === undefined) faults.push(fault(`${id}/statement.md`, '', 'missing'))
  faults.push(...hintFaults(id, texts.hints))
  return faults.length === 0 ? ok(texts) : refused(faults)
}

/** Each language has as many hints as English, and none too many. */
function hintFaults(id: string, byLocale: Texts['hints']): Fault[] {
  const count = byLocale.en?.length ?? 0
  return Object.entries(byLocale).flatMap(([locale, { length }]) => {
    const file = locale === 'en' ? `${id}/hints.md` : `${id}/hints.${locale}.md`
    if (length > MAX_HINTS) return [fault(file, '', 'hints-many', { count: length, most: MAX_HINTS })]
    return length === count ? [] : [fault(file, '', 'hints-differ', { count: length, english: count })]
  })
}

function readParsons(from: Source, languages: Language[]): Result<Partial<Record<Language, Parsons>>, Fault[]> {
  const shape = readShape(ParsonsFile, from, 'parsons.yaml')
  if (!shape.ok) return shape
  const { id } = from
  const parsons: Partial<Record<Language, Parsons>> = {}
  const faults: Fault[] = []
  for (const language of languages) {
    const source = shape.value[language] ?? (language === 'typescript' ? shape.value.javascript : undefined)
    const read = source && parsonsOf(source, language)
    if (read === undefined) {
      faults.push(fault(`${id}/parsons.yaml`, language, 'missing'))
    } else if (read.ok) {
      parsons[language] = read.value
    } else {
      const { field, ...words } = read.refusal
      faults.push({ file: `${id}/parsons.yaml`, field: `${language}.${field}`, ...words })
    }
  }
  return faults.length === 0 ? ok(parsons) : refused(faults)
}

/** The submissions among the files, sorted by folder and name. */
export function packagedSubmissions(files: PackageFiles): PackagedSubmission[] {
  return [...files]
    .flatMap(([path, source]): PackagedSubmission[] => {
      const [, folder, file] = path.match(/^submissions\/([a-z_]+)\/(.+)$/) ?? []
      if (file === undefined || !isFolder(folder)) return []
      return [{ folder, file, language: LANGUAGE_OF[file.slice(file.lastIndexOf('.') + 1)]!, source }]
    })
    .sort((a, b) => (a.folder === b.folder ? compare(a.file, b.file) : compare(a.folder, b.folder)))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isFolder = (folder: string | undefined): folder is SubmissionFolder =>
  folder !== undefined && Object.hasOwn(EXPECTED_VERDICT, folder)

/** The lines in the right order are an accepted solution: nobody has to write it twice. */
const parsonsSubmissions = (parsons: Partial<Record<Language, Parsons>> | undefined): PackagedSubmission[] =>
  (Object.entries(parsons ?? {}) as [Language, Parsons][]).map(([language, lines]) => ({
    folder: 'accepted',
    file: `parsons.${EXTENSION_OF[language]}`,
    language,
    source: parsonsSolution(lines, language),
  }))
