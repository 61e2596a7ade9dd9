import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import spanish from '../../client/messages/phrases/es.json' with { type: 'json' }
import { fromPhrases } from '../../client/phrases.ts'
import { faultText, type Fault } from '../../server/bank/fault.ts'
import { importExercism } from '../../server/bank/import/exercism.ts'
import { importKattis } from '../../server/bank/import/kattis.ts'
import { readSource } from '../../server/bank/import/source.ts'
import { problemOf } from '../../server/bank/package.ts'
import { writeZip } from '../../server/bank/zip.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import type { Result } from '../../server/protocol/result.ts'
import type { Imported } from '../../server/bank/import/imported.ts'
import { emptyFolder } from './packages.ts'

type Texts = Record<string, string | undefined>
const filesOf = (texts: Texts) =>
  new Map(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined))

const SUM: Texts = {
  'problem.yaml':
    'name: Sum of Two\nauthor: Ada\nlicense: cc by-sa\nvalidator_flags: case_sensitive float_tolerance 1e-4\nkeywords: sums io\n',
  'problem_statement/problem.en.tex':
    '\\problemname{Sum}\nAdd $a$ and $b$, $0 \\leq a<10$. % a remark\n\\begin{itemize}\n\\item \\textbf{two} numbers\n\\end{itemize}\n',
  'data/sample/1.in': '1 2\n',
  'data/sample/1.ans': '3\n',
  'data/secret/group1/b.in': '5 6\n',
  'data/secret/group1/b.ans': '11\n',
  'data/secret/a.in': '3 4\n',
  'data/secret/a.ans': '7\n',
  'data/secret/c.in': '3 4\n',
  'submissions/accepted/sum.py': 'a, b = map(int, input().split())\nprint(a + b)\n',
  'submissions/accepted/Sum.java': 'class Sum {}',
  'submissions/accepted/big/main.py': 'x',
  'submissions/wrong_answer/minus.py': 'a, b = map(int, input().split())\nprint(a - b)\n',
  'submissions/wrong_answer/minus.js': 'console.log(1)',
  'submissions/time_limit_exceeded/slow.py': 'while True: pass\n',
  '.timelimit': '3\n',
}

const LEAP: Texts = {
  'canonical-data.json': JSON.stringify({
    exercise: 'leap',
    cases: [
      {
        description: 'group',
        cases: [
          one('a', 'isLeapYear', { theYear: 2015 }, false),
          one('b', 'isLeapYear', { theYear: 1996 }, true),
          one('b2', 'isLeapYear', { theYear: 2000 }, true, { reimplements: 'b' }),
        ],
      },
      one('c', 'isLeapYear', { theYear: -1 }, { error: 'no such year' }),
      one('d', 'isLeapYear', { theYear: 1900 }, false),
      one('e', 'other', { theYear: 1 }, 1),
    ],
  }),
  'description.md': 'Is it <b>leap</b>? ![cat](cat.png) `a<b>c`\n',
  'metadata.toml': 'title = "Leap"\nblurb = "x"\n',
}

function one(uuid: string, property: string, input: object, expected: unknown, more: object = {}) {
  return { uuid, description: `case ${uuid}`, property, input, expected, ...more }
}

const value = (imported: Result<Imported, Fault>): Imported => {
  if (!imported.ok) throw new Error(faultText(imported.refusal))
  // A page in Spanish says what became of it in Spanish.
  for (const line of Object.values(imported.value.report).flat())
    expect([line, fromPhrases(spanish, line)]).not.toContain(null)
  return imported.value
}

async function problem(files: Imported['files']) {
  const result = await problemOf('imported' as ProblemId, files)
  if (!result.ok) throw new Error(result.refusal.map(faultText).join('\n'))
  return result.value
}

describe("Kattis's format", () => {
  it('becomes a script problem that loads', async () => {
    const { files } = value(importKattis(filesOf(SUM)))
    expect(await problem(files)).toMatchObject({
      name: 'Sum of Two',
      kind: 'script',
      languages: ['python'],
      topics: ['sums', 'io'],
      checker: { float: 1e-4 },
      limits: { timeMs: 3000 },
      author: 'Ada',
      licence: 'cc by-sa',
      statement: { en: '# Sum\n\nAdd a and b, 0 ≤ a < 10. \n\n- **two** numbers' },
      examples: [{ stdin: '1 2\n', stdout: '3\n', note: '1' }],
      hidden: [
        { stdin: '3 4\n', stdout: '7\n', note: 'a' },
        { stdin: '5 6\n', stdout: '11\n', note: 'group1/b' },
      ],
    })
    expect((await problem(files)).submissions.map(({ folder, file }) => `${folder}/${file}`)).toEqual([
      'accepted/sum.py',
      'time_limit/slow.py',
      'wrong_answer/minus.py',
    ])
  })

  it('says what was changed and left out', () => {
    const { report } = value(importKattis(filesOf(SUM)))
    expect(report.leftOut).toEqual([
      '1 tests of data/secret/ without an answer',
      'submissions in other languages, of several files or for other verdicts: accepted/Sum.java, accepted/big',
    ])
    expect(report.changed.join('\n')).toMatch(/LaTeX[^]*white space/)
    expect(report.changed.join('\n')).not.toMatch(/capital and small/)
  })

  it('of 2023-07 too', async () => {
    const { files, report } = value(
      importKattis(
        filesOf({
          ...SUM,
          'problem.yaml':
            'problem_format_version: 2023-07-draft\ntype: pass-fail\nname: { sv: Summa, en: The Sum }\ncredits: { authors: [{ name: Bo }] }\nlimits: { time_limit: 1.5 }\nuuid: 5\n',
          'problem_statement/problem.en.tex': undefined,
          'statement/problem.en.md': 'Add them.\n\n![picture](a.png)\n',
          'data/secret/test_group.yaml': 'output_validator_args: [float_absolute_tolerance, "0.01"]\n',
        }),
      ),
    )
    expect(await problem(files)).toMatchObject({
      name: 'The Sum',
      author: 'Bo',
      limits: { timeMs: 1500 },
      checker: { float: 0.01 },
      statement: { en: 'Add them.' },
    })
    expect(report.leftOut).toContainEqual(expect.stringMatching(/pictures/))
  })

  it.each<[string, Texts, RegExp]>([
    ['interactive', { 'problem.yaml': 'type: interactive' }, /interactive problems cannot be judged here/],
    ['checked by a program', { 'problem.yaml': 'name: a\nvalidation: custom' }, /checked by a program of its own/],
    ['checked by a program that lies there', { 'output_validators/check.py': '' }, /checked by a program of its own/],
    ['without samples', { 'data/sample/1.ans': undefined }, /data\/sample: there is no pair/],
    ['without a statement', { 'problem_statement/problem.en.tex': undefined }, /no statement in English/],
    [
      'without a solution we can run',
      { 'submissions/accepted/sum.py': undefined },
      /submissions\/accepted: there is none/,
    ],
    ['with YAML that cannot be read', { 'problem.yaml': 'a: [' }, /^problem\.yaml: line 1/],
  ])('%s is refused', (_, changes, reason) => {
    const imported = importKattis(filesOf({ ...SUM, ...changes }))
    expect(imported.ok ? 'taken' : faultText(imported.refusal)).toMatch(reason)
  })
})

describe("Exercism's canonical data", () => {
  it('becomes a function problem, which wants solutions', async () => {
    const { files, report } = value(importExercism(filesOf(LEAP)))
    expect(report.toDo[0]).toMatch(/write accepted solutions/)
    files.set('submissions/accepted/a.py', 'x').set('submissions/accepted/a.js', 'x')
    expect(await problem(files)).toMatchObject({
      name: 'Leap',
      function: { name: 'is_leap_year', params: [{ name: 'the_year', type: 'int' }], returns: 'bool' },
      statement: { en: 'Is it leap?  `a<b>c`' },
      examples: [
        { args: [2015], returns: false, note: 'case a' },
        { args: [2000], returns: true },
      ],
      hidden: [{ args: [1900], returns: false }],
    })
  })

  it('says what was left out', () => {
    expect(value(importExercism(filesOf(LEAP))).report.leftOut).toEqual([
      '1 cases of other: a package has one function',
      '1 cases that expect an error, or have other inputs than the rest',
      'pictures and HTML in the statement: read whether it still says everything',
    ])
  })

  it('keeps whole numbers of any size exact, and infers types', async () => {
    const cases = [
      '{"uuid":"a","description":"","property":"f","input":{"x":[1,2.5],"o":{"k":null}},"expected":12345678901234567890}',
      '{"uuid":"b","description":"","property":"f","input":{"x":[],"o":{"k":"v"}},"expected":null}',
    ]
    const data = `{"exercise":"big","cases":[${cases.join(',')}]}`
    const { files } = value(importExercism(filesOf({ ...LEAP, 'canonical-data.json': data })))
    files.set('submissions/accepted/a.py', 'x').set('submissions/accepted/a.js', 'x')
    const { function: signature, examples } = await problem(files)
    expect(signature?.params.map(({ type }) => type)).toEqual(['list[float]', 'dict[str,optional[str]]'])
    expect(signature?.returns).toBe('optional[int]')
    expect(examples[0]).toMatchObject({ returns: 12345678901234567890n })
  })

  it.each<[string, Texts, RegExp]>([
    ['without data', { 'canonical-data.json': undefined }, /canonical-data\.json: is missing/],
    [
      'of another shape',
      { 'canonical-data.json': '{"exercise":"a","cases":[{"uuid":1}]}' },
      /cases\[0\]: does not have the shape/,
    ],
    ['without a description', { 'description.md': undefined }, /description\.md: is missing/],
    ['of no cases', { 'canonical-data.json': '{"exercise":"a","cases":[]}' }, /too few cases/],
  ])('%s is refused', (_, changes, reason) => {
    const imported = importExercism(filesOf({ ...LEAP, ...changes }))
    expect(imported.ok ? 'taken' : faultText(imported.refusal)).toMatch(reason)
  })
})

describe('where it comes from', () => {
  it('a folder and a zip of it are the same', () => {
    const folder = join(emptyFolder(), 'sum')
    for (const [path, text] of filesOf(SUM)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const zip = join(emptyFolder(), 'sum.zip')
    writeFileSync(zip, writeZip(new Map([...filesOf(SUM)].map(([path, text]) => [`sum/${path}`, text]))))
    const [a, b] = [readSource(folder), readSource(zip)]
    expect(a.ok && [...a.value].toSorted()).toEqual(b.ok && [...b.value].toSorted())
    expect(a.ok && a.value.size).toBe(filesOf(SUM).size)
  })
})
