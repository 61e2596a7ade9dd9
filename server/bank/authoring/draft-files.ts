import { Document, stringify } from 'yaml'
import type { DraftTest, PackageFault, PuzzleDraft } from '../../protocol/contributions.ts'
import { faultWords, type FaultCode, type FaultParams, type FaultWords } from '../../protocol/package-faults.ts'
import { fault, fieldText } from '../fault.ts'
import { isPackagePath, maxBytes, MAX_FILES, MAX_PACKAGE_BYTES, type PackageFiles } from '../files.ts'
import { testsYaml } from '../import/imported.ts'
import type { Note, TestCase, Value } from '../problem.ts'
import { cellValue } from './cells.ts'

const EXTENSION = { python: 'py', javascript: 'js', typescript: 'ts' } as const

/**
 * The files of the package that a draft makes, and what of it cannot stand in a file: cells that are no values, names
 * that no submission may have, more than fits. What the files then say is `problemOf`'s to judge.
 */
export function filesOfDraft(draft: PuzzleDraft): { files: PackageFiles; faults: PackageFault[] } {
  const faults: PackageFault[] = []
  const files: PackageFiles = new Map()
  const tests = (list: 'examples' | 'hidden'): TestCase[] =>
    draft[list].map((test, index) => {
      const read = testOf(test)
      for (const { field, ...words } of read.faults) {
        faults.push({ file: 'tests.yaml', field: `${fieldText([list, index])}.${field}`, ...words })
      }
      return read.test
    })
  files.set('problem.yaml', problemYaml(draft))
  files.set('tests.yaml', testsYaml(tests('examples'), tests('hidden')))
  texts(files, 'statement', draft.statement)
  texts(
    files,
    'hints',
    mapped(draft.hints, (hints) => hints.filter((hint) => hint.trim() !== '').join('\n---\n')),
  )
  texts(files, 'walkthrough', draft.walkthrough)
  for (const [language, text] of entriesOf(draft.skeletons)) files.set(`skeleton.${EXTENSION[language]}`, text)
  if (draft.kind === 'parsons') files.set('parsons.yaml', stringify(draft.parsons))
  for (const { folder, file, language, source } of draft.submissions) {
    const path = `submissions/${folder}/${file}`
    if (!isPackagePath(path) || !file.endsWith(`.${EXTENSION[language]}`)) {
      faults.push(fault(path, '', 'file-name', { language, extension: EXTENSION[language] }))
    } else if (files.has(path)) faults.push(fault(path, '', 'there-twice'))
    else files.set(path, source)
  }
  return { files, faults: [...faults, ...sizeFaults(files)] }
}

type CellFault = { field: string } & FaultWords

/** What of a test can be read, with `null` where a cell holds no value. */
export function testOf(test: DraftTest): { test: TestCase; faults: CellFault[] } {
  const faults: CellFault[] = []
  const value = (cell: string, field: string): Value => {
    const read = cellValue(cell)
    if (read !== undefined) return read
    const words = cell.trim() === '' ? faultWords('cell-empty') : faultWords('cell-no-value', { word: wordOf(cell) })
    faults.push({ field, ...words })
    return null
  }
  const note = noteOf(test)
  if (test.stdin !== undefined) return { test: { stdin: test.stdin, stdout: test.expected, ...note }, faults }
  const asked =
    test.value === undefined
      ? { args: (test.args ?? []).map((cell, i) => value(cell, `args[${i}]`)) }
      : { value: test.value }
  return { test: { ...asked, returns: value(test.expected, 'returns'), ...note }, faults }
}

function noteOf({ note, notes }: DraftTest): { note?: Note } {
  const others = Object.entries(notes).filter(([, text]) => text !== '')
  if (others.length > 0) return { note: { en: note, ...Object.fromEntries(others) } }
  return note === '' ? {} : { note }
}

const wordOf = (cell: string): string => cell.match(/\p{L}+/u)?.[0] ?? 'text'

function problemYaml(draft: PuzzleDraft): string {
  const { name, level, minutes, topics, languages, kind, limits, checker, author, licence } = draft
  const document = new Document({
    ...{ name, ...(Object.keys(draft.names).length === 0 ? {} : { names: draft.names }) },
    ...{ level, minutes, topics, languages, kind },
    ...(callsFunction(draft) ? { function: draft.function } : {}),
    ...{ limits, checker, author, licence },
  })
  for (const key of ['names', 'topics', 'languages', 'function', 'limits', 'checker']) {
    const node = document.get(key, true)
    if (typeof node === 'object' && node !== null && 'flow' in node) node.flow = true
  }
  return document.toString({ lineWidth: 0 })
}

/** A form keeps the function's fields also while nothing calls it: a script, or tests that read a variable. */
function callsFunction({ kind, function: { name, params, returns }, examples, hidden }: PuzzleDraft): boolean {
  const tests = [...examples, ...hidden]
  if (kind === 'script' || (name === '' && params.length === 0 && returns === '')) return false
  return tests.length === 0 || tests.some(({ stdin, value }) => stdin === undefined && value === undefined)
}

function texts(files: PackageFiles, noun: string, byLocale: Record<string, string>): void {
  for (const [locale, text] of Object.entries(byLocale)) {
    if (text.trim() !== '') files.set(locale === 'en' ? `${noun}.md` : `${noun}.${locale}.md`, `${text.trim()}\n`)
  }
}

function sizeFaults(files: PackageFiles): PackageFault[] {
  const faults: PackageFault[] = []
  let all = 0
  for (const [file, text] of files) {
    const bytes = Buffer.byteLength(text)
    all += bytes
    if (bytes > maxBytes(file)) {
      faults.push(fault(file, '', 'file-large', { most: maxBytes(file) }))
    }
  }
  const whole = (code: FaultCode, params?: FaultParams): void => void faults.push(fault('', '', code, params))
  if (files.size > MAX_FILES) whole('files-many', { most: MAX_FILES })
  if (all > MAX_PACKAGE_BYTES) whole('package-large')
  return faults
}

const mapped = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

const entriesOf = <K extends string, V>(record: Partial<Record<K, V>>): [K, V][] => Object.entries(record) as [K, V][]
