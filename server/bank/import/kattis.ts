import type { ImportReport } from '../../protocol/contributions.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import { LANGUAGES, type Language } from '../../protocol/judgement.ts'
import { fault, type Fault } from '../fault.ts'
import type { PackageFiles } from '../files.ts'
import type { Checker, SubmissionFolder, TestCase } from '../problem.ts'
import { readYaml } from '../yaml.ts'
import { emptyReport, plainMarkdown, problemYaml, short, testsYaml, type Imported } from './imported.ts'
import { markdownOfLatex } from './latex.ts'

// The problem package format, legacy and 2023-07: https://www.kattis.com/problem-package-format/

const EXTENSION: Record<string, Language> = { py: 'python', py3: 'python', js: 'javascript', ts: 'typescript' }
const FOLDERS: Record<string, SubmissionFolder> = {
  accepted: 'accepted',
  wrong_answer: 'wrong_answer',
  time_limit_exceeded: 'time_limit',
  run_time_error: 'run_time_error',
}
const MOST_EXAMPLES = 10
const MOST_HIDDEN = 200
const MOST_CASE = 100_000
const MOST_TESTS = 900_000

/** Makes a script problem of a package of this format: its files as text, by path. The refusal says why it cannot be one. */
export function importKattis(source: PackageFiles): Result<Imported, Fault> {
  const report = emptyReport()
  const raw = readYaml(source.get('problem.yaml') ?? '')
  if (!raw.ok) return refused({ file: 'problem.yaml', field: '', ...raw.refusal })
  const about = record(raw.value)
  const unfit = whyUnfit(about, source)
  if (unfit !== undefined) return refused(unfit)

  const examples = cases(source, 'data/sample/', MOST_EXAMPLES, report)
  const hidden = cases(source, 'data/secret/', MOST_HIDDEN, report)
  if (examples.length === 0) return refused(fault('data/sample', '', 'kattis-pairs'))
  if (hidden.length === 0) return refused(fault('data/secret', '', 'kattis-pairs'))
  const statement = statementOf(source, report)
  if (statement === undefined) return refused(fault('', '', 'kattis-statement'))
  const submissions = submissionsOf(source, report)
  const languages = LANGUAGES.filter((language) =>
    submissions.some((one) => one.folder === 'accepted' && one.language === language),
  )
  if (languages.length === 0) return refused(fault('submissions/accepted', '', 'kattis-languages'))
  const offered = submissions.filter(({ language }) => languages.includes(language))

  const files: PackageFiles = new Map([
    [
      'problem.yaml',
      problemYaml({
        name: short(nameOf(about.name) ?? 'Imported problem', 80),
        level: 3,
        minutes: 10,
        topics: topicsOf(about.keywords),
        languages,
        kind: 'script',
        limits: { timeMs: timeMs(about, source, report), memoryMb: 128, outputKb: 64 },
        checker: checkerOf(flags(about, source), report),
        author: short(authorOf(about), 80),
        licence: short(typeof about.license === 'string' ? about.license : 'unknown', 40),
      }),
    ],
    ['statement.md', statement],
    ['tests.yaml', testsYaml(examples, hidden)],
    ...offered.map(({ folder, file, text }): [string, string] => [`submissions/${folder}/${file}`, text]),
  ])
  report.taken.push(
    `the statement, ${examples.length} examples, ${hidden.length} hidden tests, ${offered.length} submissions`,
  )
  report.toDo.push('level and minutes are a guess: set them in problem.yaml', 'write walkthrough.md and hints.md')
  if (about.license === undefined) report.toDo.push('problem.yaml names no licence: find out whether it may be used')
  return ok({ files, report })
}

type Fields = Record<string, unknown>
const record = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

function whyUnfit(about: Fields, source: PackageFiles): Fault | undefined {
  const types = [about.type].flat().filter((type) => type !== undefined)
  const other = types.find((type) => type !== 'pass-fail')
  if (other !== undefined) return fault('problem.yaml', 'type', 'kattis-type', { type: String(other) })
  const custom = [...source.keys()].some((path) => /^output_validators?\//.test(path))
  const validation = typeof about.validation === 'string' ? about.validation.split(' ')[0] : undefined
  if (custom || (validation !== undefined && validation !== 'default')) {
    return fault('', '', 'kattis-validator')
  }
  return undefined
}

/** `.in` with its `.ans`, groups included, in the order of their names. */
function cases(source: PackageFiles, folder: string, most: number, report: ImportReport): TestCase[] {
  const tests: TestCase[] = []
  let bytes = 0
  const left = { large: 0, many: 0, incomplete: 0 }
  for (const path of [...source.keys()].filter((key) => key.startsWith(folder) && key.endsWith('.in')).sort()) {
    const stdin = source.get(path)!
    const stdout = source.get(path.replace(/\.in$/, '.ans'))
    const size = stdin.length + (stdout?.length ?? 0)
    if (stdout === undefined) left.incomplete += 1
    else if (size > MOST_CASE || bytes + size > MOST_TESTS) left.large += 1
    else if (tests.length >= most) left.many += 1
    else {
      bytes += size
      const note = path.slice(folder.length, -'.in'.length)
      tests.push({ stdin, stdout, ...(note.length <= 100 ? { note } : {}) })
    }
  }
  if (left.large > 0) report.leftOut.push(`${left.large} tests of ${folder} that are too large`)
  if (left.many > 0) report.leftOut.push(`${left.many} tests of ${folder}: ${most} are the most`)
  if (left.incomplete > 0) report.leftOut.push(`${left.incomplete} tests of ${folder} without an answer`)
  return tests
}

function statementOf(source: PackageFiles, report: ImportReport): string | undefined {
  for (const folder of ['statement', 'problem_statement']) {
    const markdown = source.get(`${folder}/problem.en.md`) ?? source.get(`${folder}/problem.md`)
    if (markdown !== undefined) return plainMarkdown(markdown, report)
    const latex = source.get(`${folder}/problem.en.tex`) ?? source.get(`${folder}/problem.tex`)
    if (latex !== undefined) {
      report.changed.push('the statement was LaTeX: read it, formulas above all')
      return plainMarkdown(markdownOfLatex(latex), report)
    }
  }
  return undefined
}

type Taken = { folder: SubmissionFolder; file: string; language: Language; text: string }

function submissionsOf(source: PackageFiles, report: ImportReport): Taken[] {
  const taken: Taken[] = []
  const left = new Set<string>()
  for (const [path, text] of source) {
    const [, group, rest] = path.match(/^submissions\/([^/]+)\/(.+)$/) ?? []
    if (group === undefined || rest === undefined) continue
    const folder = FOLDERS[group]
    const language = EXTENSION[rest.slice(rest.lastIndexOf('.') + 1)]
    if (folder === undefined || language === undefined || rest.includes('/')) {
      left.add(rest.includes('/') ? `${group}/${rest.split('/')[0]}` : `${group}/${rest}`)
      continue
    }
    const file = rest
      .replace(/\.py3$/, '.py')
      .replace(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
    taken.push({ folder, file, language, text })
  }
  if (left.size > 0)
    report.leftOut.push(
      `submissions in other languages, of several files or for other verdicts: ${[...left].join(', ')}`,
    )
  return taken
}

/** The default validator's flags: of problem.yaml (legacy), or of the groups' settings (2023-07). */
function flags(about: Fields, source: PackageFiles): string[] {
  const found = typeof about.validator_flags === 'string' ? about.validator_flags.split(/\s+/) : []
  for (const [path, text] of source) {
    if (!/^data\/(secret\/)?(testdata|test_group)\.yaml$/.test(path)) continue
    const settings = readYaml(text)
    const fields = settings.ok ? record(settings.value) : {}
    const value = fields.output_validator_args ?? fields.output_validator_flags
    if (typeof value === 'string') found.push(...value.split(/\s+/))
    if (Array.isArray(value)) found.push(...value.map(String))
  }
  return found.filter((flag) => flag !== '')
}

function checkerOf(given: string[], report: ImportReport): Checker {
  if (!given.includes('case_sensitive')) {
    report.changed.push('capital and small letters were the same in answers; here they differ')
  }
  if (!given.includes('space_change_sensitive')) {
    report.changed.push('all white space was the same in answers; here only that at the ends of lines is ignored')
  }
  const at = given.findIndex((flag) => /^float_(relative_|absolute_)?tolerance$/.test(flag))
  const tolerance = at === -1 ? Number.NaN : Number(given[at + 1])
  if (!(tolerance > 0)) return 'exact'
  if (given[at] !== 'float_tolerance')
    report.changed.push('the tolerance is absolute and relative here, whichever is kinder')
  return { float: tolerance }
}

function timeMs(about: Fields, source: PackageFiles, report: ImportReport): number {
  const given = record(about.limits).time_limit ?? source.get('.timelimit')?.trim()
  const seconds = Number(given)
  if (!(seconds > 0)) {
    report.changed.push('the time limit follows from reference solutions there; it is 2 s here')
    return 2000
  }
  return Math.round(Math.min(20_000, Math.max(50, seconds * 1000)))
}

/** A name may stand once, or by language. */
function nameOf(name: unknown): string | undefined {
  if (typeof name === 'string' && name !== '') return name
  const names = Object.values(record(name)).filter((value) => typeof value === 'string')
  const english = record(name).en
  return typeof english === 'string' ? english : names[0]
}

function authorOf(about: Fields): string {
  const people = [about.author, record(about.credits).authors, about.credits, about.source].flat()
  const names = people.map((one) => (typeof one === 'string' ? one : nameOf(record(one).name)))
  return names.find((name) => name !== undefined && name !== '') ?? 'unknown'
}

function topicsOf(keywords: unknown): string[] {
  const words = (typeof keywords === 'string' ? keywords.split(/[\s,]+/) : [keywords].flat()).filter(
    (word): word is string => typeof word === 'string' && word !== '',
  )
  return words.length === 0 ? ['imported'] : words.slice(0, 8).map((word) => short(word, 40))
}
