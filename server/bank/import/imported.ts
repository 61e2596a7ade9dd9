import { stringify } from 'yaml'
import type { PackageFiles } from '../files.ts'
import { cellText } from '../authoring/cells.ts'
import type { Checker, FunctionSignature, TestCase, Value } from '../problem.ts'
import type { ImportReport } from '../../protocol/contributions.ts'
import type { Language } from '../../protocol/judgement.ts'

/** A package made of another format, and what became of what was there, in sentences. */
export type Imported = { files: PackageFiles; report: ImportReport }

export const emptyReport = (): ImportReport => ({ taken: [], changed: [], leftOut: [], toDo: [] })

export type ProblemYaml = {
  name: string
  level: number
  minutes: number
  topics: string[]
  languages: Language[]
  kind: 'function' | 'script'
  function?: FunctionSignature
  limits?: { timeMs: number; memoryMb: number; outputKb: number }
  checker?: Checker
  author: string
  licence: string
}

/** What the two YAML files say, as text. Values of tests stand on one line each, as people write them. */
export const problemYaml = (problem: ProblemYaml): string => stringify(problem)

export function testsYaml(examples: TestCase[], hidden: TestCase[]): string {
  const lines = (tests: TestCase[]): string => tests.map((test) => `  - ${onOneLine(test)}\n`).join('')
  const list = (name: string, tests: TestCase[]): string =>
    tests.length === 0 ? `${name}: []\n` : `${name}:\n${lines(tests)}`
  return list('examples', examples) + list('hidden', hidden)
}

/** JSON's values are YAML's, on one line whatever is in them. */
const onOneLine = (test: TestCase): string =>
  `{ ${Object.entries(test)
    .map(([key, value]) => `${key}: ${cellText(value as Value)}`)
    .join(', ')} }`

const HTML = /<\/?[A-Za-z][^>]*>|<!--[^]*?-->/g
const PICTURE = /!\[[^\]]*\]\([^)]*\)|!\[[^\]]*\]\[[^\]]*\]/g

/** The text without HTML and pictures, which no statement here may have; code is left as it is. */
export function plainMarkdown(text: string, report: ImportReport): string {
  const parts = text.split(/(^```[^]*?^```[^\n]*$|`[^`\n]+`)/m)
  let removed = false
  const plain = parts.map((part, i) => {
    if (i % 2 === 1) return part
    const without = part.replace(HTML, '').replace(PICTURE, '')
    removed ||= without !== part
    return without
  })
  if (removed) report.leftOut.push('pictures and HTML in the statement: read whether it still says everything')
  return plain.join('').trim() + '\n'
}

/** A text cut to what a field of problem.yaml may hold. */
export const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`
