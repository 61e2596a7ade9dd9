import { z } from 'zod'
import type { ImportReport } from '../../protocol/contributions.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import { fault, fieldText, type Fault } from '../fault.ts'
import type { PackageFiles } from '../files.ts'
import { Value, type TestCase } from '../problem.ts'
import { readYaml } from '../yaml.ts'
import { emptyReport, plainMarkdown, problemYaml, short, testsYaml, type Imported } from './imported.ts'
import { inferType } from './infer.ts'

// Canonical data of https://github.com/exercism/problem-specifications: canonical-data.json beside description.md (or
// instructions.md, with introduction.md before it) and metadata.toml.

const Case = z.object({
  uuid: z.string(),
  description: z.string(),
  property: z.string().regex(/^[A-Za-z_]\w*$/),
  input: z.record(z.string(), Value),
  expected: Value,
  scenarios: z.array(z.string()).optional(),
  reimplements: z.string().optional(),
})
type Case = z.infer<typeof Case>
type Tree = Case | { cases: Tree[] }
const Tree: z.ZodType<Tree> = z.lazy(() => z.union([z.object({ cases: z.array(Tree) }), Case]))
const CanonicalData = z.object({ exercise: z.string().min(1), cases: z.array(Tree) })

const DATA = 'canonical-data.json'
const MOST_PARAMS = 8
const EXAMPLES = 3
const MOST_TESTS = 200

/** Makes a function problem of an exercise. Its solutions are not part of that format: `report.toDo` asks for them. */
export function importExercism(source: PackageFiles): Result<Imported, Fault> {
  const report = emptyReport()
  const text = source.get(DATA)
  if (text === undefined) return refused(fault(DATA, '', 'missing'))
  // JSON is YAML, and this reader keeps whole numbers exact at any size.
  const raw = readYaml(text)
  if (!raw.ok) return refused({ file: DATA, field: '', ...raw.refusal })
  const parsed = CanonicalData.safeParse(raw.value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return refused(fault(DATA, fieldText(issue.path), 'canonical-shape'))
  }
  const description = ['introduction.md', 'description.md', 'instructions.md'].flatMap((file) => source.get(file) ?? [])
  if (description.length === 0) return refused(fault('description.md', '', 'missing'))

  const { property, cases } = oneProperty(current(flat(parsed.data.cases)), report)
  const names = Object.keys(cases[0]?.input ?? {})
  const usable = cases.filter((one) => fitsCall(one, names))
  if (usable.length < cases.length) {
    report.leftOut.push(
      `${cases.length - usable.length} cases that expect an error, or have other inputs than the rest`,
    )
  }
  if (usable.length < 2) return refused(fault(DATA, '', 'canonical-few'))
  if (names.length > MOST_PARAMS) return refused(fault(DATA, '', 'canonical-inputs', { count: names.length }))

  const tests = usable.slice(0, MOST_TESTS).map((one): TestCase => ({
    args: names.map((name) => one.input[name]!),
    returns: one.expected,
    note: short(one.description, 200),
  }))
  const examples = Math.min(EXAMPLES, tests.length - 1)
  const title = titleOf(source.get('metadata.toml')) ?? parsed.data.exercise
  const files: PackageFiles = new Map([
    [
      'problem.yaml',
      problemYaml({
        name: short(title, 80),
        level: 3,
        minutes: 10,
        topics: ['imported'],
        languages: ['python', 'javascript', 'typescript'],
        kind: 'function',
        function: {
          name: snake(property),
          params: names.map((name) => ({
            name: snake(name),
            type: inferType(usable.map(({ input }) => input[name]!)),
          })),
          returns: inferType(usable.map(({ expected }) => expected)),
        },
        author: 'Exercism',
        licence: 'MIT',
      }),
    ],
    ['statement.md', plainMarkdown(description.join('\n\n'), report)],
    ['tests.yaml', testsYaml(tests.slice(0, examples), tests.slice(examples))],
  ])
  report.taken.push(`the statement, ${examples} examples, ${tests.length - examples} hidden tests of ${property}`)
  report.changed.push('types were inferred from the cases: look at the signature')
  report.toDo.push(
    'write accepted solutions in Python and JavaScript, and wrong ones that people make',
    'level and minutes are a guess: set them in problem.yaml',
    'write walkthrough.md and hints.md',
  )
  return ok({ files, report })
}

const flat = (trees: Tree[]): Case[] => trees.flatMap((tree) => ('cases' in tree ? flat(tree.cases) : [tree]))

/** A case that another one reimplements is out of date. */
function current(cases: Case[]): Case[] {
  const replaced = new Set(cases.map(({ reimplements }) => reimplements))
  return cases.filter(({ uuid }) => !replaced.has(uuid))
}

/** A package has one function: the property with most cases. */
function oneProperty(cases: Case[], report: ImportReport): { property: string; cases: Case[] } {
  const groups = Map.groupBy(cases, ({ property }) => property)
  const [first, ...others] = [...groups].sort(([, a], [, b]) => b.length - a.length)
  for (const [property, group] of others)
    report.leftOut.push(`${group.length} cases of ${property}: a package has one function`)
  return { property: first?.[0] ?? '', cases: first?.[1] ?? [] }
}

function fitsCall({ input, expected }: Case, names: string[]): boolean {
  const isError = typeof expected === 'object' && expected !== null && !Array.isArray(expected) && 'error' in expected
  const own = Object.keys(input)
  return !isError && own.length === names.length && names.every((name) => Object.hasOwn(input, name))
}

/** `isLeapYear` and `LeapYear` as Python writes them. */
const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^(?=\d)/, 'n')

const titleOf = (toml: string | undefined): string | undefined => toml?.match(/^title\s*=\s*"([^"]+)"/m)?.[1]
