import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultText } from '../../server/bank/fault.ts'
import { nameInLocale, noteInLocale } from '../../server/bank/in-locale.ts'
import { loadBank, loadProblem } from '../../server/bank/load.ts'
import { changed, DOUBLE, emptyFolder, packageIn, type Files } from './packages.ts'

const load = (changes: Files = {}) => loadProblem(packageIn(emptyFolder(), 'twice', changes))

async function loaded(changes: Files = {}) {
  const result = await load(changes)
  if (!result.ok) throw new Error(result.refusal.map(faultText).join('\n'))
  return result.value
}

async function faultsOf(changes: Files): Promise<string[]> {
  const result = await load(changes)
  return result.ok ? [] : result.refusal.map(faultText)
}

const withYaml = (was: string, is: string): Files => changed('problem.yaml', was, is)
const withTests = (was: string, is: string): Files => changed('tests.yaml', was, is)

describe('a package that is right', () => {
  it('has everything its files say', async () => {
    const problem = await loaded()
    expect(problem).toMatchObject({
      id: 'twice',
      name: 'Twice',
      limits: { timeMs: 2000, memoryMb: 128, outputKb: 64 },
      checker: 'exact',
      statement: { en: 'Give back the number twice.' },
      hints: { en: ['What is twice three?', 'Use `*`.'] },
      walkthrough: { en: 'Multiply by two.' },
    })
    expect(problem.examples).toHaveLength(2)
    expect(problem.hidden).toHaveLength(8)
    expect(problem.submissions.map(({ folder, file, language }) => [folder, file, language])).toEqual([
      ['accepted', 'times.js', 'javascript'],
      ['accepted', 'times.py', 'python'],
      ['wrong_answer', 'squares.py', 'python'],
    ])
  })

  it('has texts in other languages beside English', async () => {
    const problem = await loaded({ 'statement.es.md': 'El doble.', 'hints.es.md': 'Uno\n---\nDos' })
    expect(problem.statement).toEqual({ en: 'Give back the number twice.', es: 'El doble.' })
    expect(problem.hints.es).toEqual(['Uno', 'Dos'])
  })

  it('has its name and its notes in other languages too, and English where one is missing', async () => {
    const { name, names, examples } = await loaded({
      ...withYaml('name: Twice', 'name: Twice\nnames: { es: El doble }'),
      ...withTests('note: nothing', 'note: { en: nothing, es: nada }'),
    })
    expect(['en', 'es', 'fr'].map((locale) => nameInLocale({ name, names }, locale))).toEqual([
      'Twice',
      'El doble',
      'Twice',
    ])
    const { note } = examples[1]!
    expect(['en', 'es', 'fr'].map((locale) => noteInLocale(note!, locale))).toEqual(['nothing', 'nada', 'nothing'])
    expect((await loaded()).names).toEqual({})
  })

  it('gets a skeleton of its signature, or brings its own', async () => {
    const problem = await loaded({ 'skeleton.js': '// mine\n' })
    expect(problem.skeletons.javascript).toBe('// mine\n')
    expect(problem.skeletons.python).toContain('def twice_of(number):')
    expect(problem.skeletons.typescript).toContain('function twiceOf(number: number): number {')
  })

  it('keeps whole numbers of any size exact', async () => {
    const problem = await loaded(
      withTests('{ args: [2], returns: 4 }', '{ args: [9007199254740993], returns: -12345678901234567890 }'),
    )
    expect(problem.examples[0]).toEqual({ args: [9007199254740993n], returns: -12345678901234567890n })
  })

  it('may have code with angle brackets in its statement', async () => {
    const problem = await loaded({ 'statement.md': 'If `a<b>c`, then 1 < 2 and a <b.\n\n```\n<script>\n```\n' })
    expect(problem.statement.en).toContain('<script>')
  })

  it('may have been written on Windows, or hold hidden files of an editor', async () => {
    expect((await loaded({ 'hints.md': 'One\r\n---\r\nTwo\r\n', '.DS_Store': 'x' })).hints.en).toEqual(['One', 'Two'])
  })
})

describe('a broken package is refused with file, field and fault', () => {
  const cases: [why: string, changes: Files, fault: RegExp][] = [
    ['a missing problem.yaml', { 'problem.yaml': undefined }, /^twice\/problem\.yaml: is missing/],
    ['an empty problem.yaml', { 'problem.yaml': '' }, /^twice\/problem\.yaml: is empty/],
    ['YAML that cannot be read', { 'problem.yaml': 'name: [a' }, /^twice\/problem\.yaml: line 1, column 9/],
    ['a doubled key', withYaml('level: 1', 'level: 1\nlevel: 2'), /^twice\/problem\.yaml: line 4.*unique/],
    ['an alias bomb', { 'tests.yaml': bomb() }, /^twice\/tests\.yaml: .*alias/],
    ['a missing key', withYaml('author: Outdo\n', ''), /^twice\/problem\.yaml: author: is missing/],
    [
      'an unknown key',
      withYaml('author:', 'autor: x\nauthor:'),
      /^twice\/problem\.yaml: there is no such key here: autor/,
    ],
    ['a level that is none', withYaml('level: 1', 'level: 7'), /^twice\/problem\.yaml: level: must be at most 6/],
    [
      'a language that is not there',
      withYaml('[python, ', '[ruby, '),
      /problem\.yaml: languages\[0\]: must be one of python/,
    ],
    [
      'a language named twice',
      withYaml('[python, ', '[python, python, '),
      /problem\.yaml: languages: python is named twice/,
    ],
    ['a type that is none', withYaml('type: int', 'type: number'), /function\.params\[0\]\.type: a type is int/],
    [
      'a checker that is not known',
      withYaml('author:', 'checker: close\nauthor:'),
      /problem\.yaml: checker: is exact, unordered/,
    ],
    [
      'a tolerance without floats',
      withYaml('author:', 'checker: { float: 0.1 }\nauthor:'),
      /checker: a tolerance is for floats/,
    ],
    [
      'unordered without a list',
      withYaml('author:', 'checker: unordered\nauthor:'),
      /checker: unordered compares lists/,
    ],
    [
      'a parameter named twice',
      withYaml('type: int }]', 'type: int }, { name: number, type: int }]'),
      /number is named twice/,
    ],
    [
      'a missing function',
      withYaml(/function: \{.*\n/.exec(DOUBLE['problem.yaml'] as string)![0], ''),
      /problem\.yaml: function: is missing: the tests have args/,
    ],
    [
      'a language that is not one',
      withYaml('name: Twice', 'name: Twice\nnames: { español: El doble }'),
      /problem\.yaml: names: names are by language, two letters each/,
    ],
    [
      'an English name in two places',
      withYaml('name: Twice', 'name: Twice\nnames: { en: Double }'),
      /problem\.yaml: names: .*the English one is `name`/,
    ],
    [
      'an empty name in another language',
      withYaml('name: Twice', "name: Twice\nnames: { es: ' ' }"),
      /problem\.yaml: names\.es: is empty/,
    ],
    [
      'a note without English',
      withTests('note: nothing', 'note: { es: nada }'),
      /examples\[1\]\.note: a note is a text of at most 200 characters, or one for each language/,
    ],
    ['a note that is a number', withTests('note: nothing', 'note: 7'), /examples\[1\]\.note: a note is a text/],
    ['no tests.yaml', { 'tests.yaml': undefined }, /^twice\/tests\.yaml: is missing/],
    [
      'an argument too many',
      withTests('args: [2]', 'args: [2, 3]'),
      /tests\.yaml: examples\[0\]\.args: 2 given, but twice_of takes 1/,
    ],
    [
      'an argument of another type',
      withTests('args: [3]', 'args: ["3"]'),
      /tests\.yaml: hidden\[1\]\.args\[0\]: "3" is not of the type int/,
    ],
    [
      'a returned value of another type',
      withTests('returns: 6', 'returns: 6.5'),
      /hidden\[1\]\.returns: 6\.5 is not of the type int/,
    ],
    ['a number that is not finite', withTests('args: [3]', 'args: [.inf]'), /hidden\[1\]\.args\[0\]: a value is/],
    [
      'a test of no kind',
      withTests('{ args: [3], returns: 6 }', '{ arg: 3, returns: 6 }'),
      /hidden\[1\]: a test has args and returns/,
    ],
    [
      'a test with a misspelt key',
      withTests('note: nothing', 'nota: nothing'),
      /examples\[1\]: there is no such key here: nota/,
    ],
    [
      'a test that expects nothing',
      withTests('{ args: [3], returns: 6 }', '{ args: [3] }'),
      /hidden\[1\]\.returns: is missing/,
    ],
    [
      'standard input for a function',
      withTests('{ args: [3], returns: 6 }', '{ stdin: "", stdout: "" }'),
      /stdin and stdout belong to `kind: script`/,
    ],
    [
      'output without input',
      withTests('{ args: [3], returns: 6 }', '{ stdout: "6" }'),
      /hidden\[1\]\.stdin: is missing/,
    ],
    [
      'eleven examples',
      withTests('examples:\n', `examples:\n${'  - { args: [2], returns: 4 }\n'.repeat(9)}`),
      /examples: has more than 10 items/,
    ],
    ['an empty statement', { 'statement.md': ' \n' }, /^twice\/statement\.md: is empty/],
    [
      'no English statement',
      { 'statement.md': undefined, 'statement.es.md': 'Hola' },
      /^twice\/statement\.md: is missing/,
    ],
    [
      'a script in the statement',
      { 'statement.md': 'Hi <script>alert(1)</script>' },
      /statement\.md: holds HTML, "<script>"/,
    ],
    ['HTML in a hint', { 'hints.md': 'a\n---\n<img src=x onerror=alert(1)>' }, /hints\.md: holds HTML/],
    ['a link that runs something', { 'walkthrough.md': '[x](javascript:alert(1))' }, /walkthrough\.md: holds a link/],
    ['a link into the server', { 'statement.md': '[here](/host)' }, /statement\.md: holds a link to "\/host"/],
    [
      'a link that runs something, by reference',
      { 'walkthrough.md': '[x][1]\n\n[1]: javascript:alert(1)' },
      /walkthrough\.md: holds a link/,
    ],
    ['a picture', { 'statement.md': '![a cat](https://example.org/cat.png)' }, /statement\.md: holds a picture/],
    ['four hints', { 'hints.md': 'a\n---\nb\n---\nc\n---\nd' }, /hints\.md: has 4 hints; at most 3/],
    ['hints that differ in number', { 'hints.es.md': 'uno' }, /hints\.es\.md: has 1 hints, hints\.md has 2/],
    [
      'a language without a solution',
      { 'submissions/accepted/times.py': undefined },
      /submissions\/accepted: holds no solution in python/,
    ],
    ['a misspelt file', { 'hint.md': 'x' }, /^twice\/hint\.md: is not a file that a package has/],
    ['a misspelt folder', { 'submissions/acepted/a.py': 'x' }, /^twice\/submissions\/acepted\/a\.py: is not a file/],
    [
      'a language the judge has not',
      { 'submissions/accepted/a.rb': 'x' },
      /^twice\/submissions\/accepted\/a\.rb: is not a file/,
    ],
    [
      'a file that is too large',
      { 'statement.md': 'x'.repeat(20_481) },
      /statement\.md: is larger than the 20480 bytes/,
    ],
    ['a file that is no text', { 'statement.md': new Uint8Array([0xff, 0xfe]) }, /statement\.md: is not text in UTF-8/],
    ['parsons lines without the kind', { 'parsons.yaml': 'python: {}' }, /parsons\.yaml: is for `kind: parsons`/],
  ]
  it.each(cases)('%s', async (_, changes, fault) => {
    expect(await faultsOf(changes)).toContainEqual(expect.stringMatching(fault))
  })

  it('a submission in a language that the problem does not offer', async () => {
    const faults = await faultsOf(withYaml('[python, javascript, typescript]', '[python]'))
    expect(faults).toEqual(['twice/submissions/accepted/times.js: is in javascript, which problem.yaml does not offer'])
  })

  it('says all faults at once', async () => {
    expect(
      await faultsOf({ ...withYaml('level: 1', 'level: 0'), 'statement.md': undefined, 'tests.yaml': 'hidden: []' }),
    ).toHaveLength(4)
  })

  it('a link to a file elsewhere is not followed', async () => {
    const folder = packageIn(emptyFolder(), 'twice', { 'walkthrough.md': undefined })
    symlinkSync('/etc/passwd', join(folder, 'walkthrough.md'))
    expect(await loadProblem(folder)).toMatchObject({
      ok: false,
      refusal: [{ file: 'twice/walkthrough.md', message: expect.stringMatching(/link/) }],
    })
  })

  it('a folder whose name is no id is refused', async () => {
    const result = await loadProblem(packageIn(emptyFolder(), 'Twice it'))
    expect(result).toMatchObject({ ok: false, refusal: [{ file: 'Twice it' }] })
  })

  it('a folder that is not there is a fault', async () => {
    expect(await loadProblem('/nowhere/twice')).toMatchObject({ ok: false })
  })
})

describe('kinds', () => {
  const noFunction = (kind: string): Files => ({
    'problem.yaml': (DOUBLE['problem.yaml'] as string)
      .replace(/function: \{.*\n/, '')
      .replace('kind: function', `kind: ${kind}`),
  })
  const twelve = (test: string): string => `examples:\n  - ${test}\n  - ${test}\nhidden:\n${`  - ${test}\n`.repeat(8)}`

  it('a first step reads a variable, and the skeleton says which', async () => {
    const problem = await loaded({ ...noFunction('function'), 'tests.yaml': twelve('{ value: my_age, returns: 5 }') })
    expect(problem.skeletons.python).toContain('my_age')
    expect(problem.skeletons.typescript).toContain('myAge')
  })

  it('a script reads standard input', async () => {
    const problem = await loaded({ ...noFunction('script'), 'tests.yaml': twelve('{ stdin: "3\\n", stdout: "6\\n" }') })
    expect(problem.hidden[0]).toEqual({ stdin: '3\n', stdout: '6\n' })
    expect(problem.skeletons.python).toContain('input()')
  })

  it('a script is not called', async () => {
    expect(await faultsOf({ ...noFunction('script') })).toContainEqual(
      expect.stringMatching(/args belong to `kind: function`/),
    )
  })

  it('a function that no test calls is a fault', async () => {
    const faults = await faultsOf({ 'tests.yaml': twelve('{ value: age, returns: 5 }') })
    expect(faults).toContainEqual(expect.stringMatching(/function: is never called/))
  })

  it('standard input and calls do not mix', async () => {
    const mixed = twelve('{ stdin: "", stdout: "" }') + '  - { value: a, returns: 1 }\n'
    expect(await faultsOf({ ...noFunction('script'), 'tests.yaml': mixed })).toContainEqual(
      expect.stringMatching(/one or the other/),
    )
  })
})

describe('the bank', () => {
  it('leaves out what is broken and has the rest', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    packageIn(folder, 'thrice', { 'statement.md': undefined })
    packageIn(folder, 'kits', { 'problem.yaml': undefined })
    writeFileSync(join(folder, 'README.md'), 'not a package')
    const bank = await loadBank(folder)
    expect([...bank.problems.keys()]).toEqual(['twice'])
    expect(bank.faults.map(faultText)).toEqual(['thrice/statement.md: is missing'])
  })

  it('is the same when it is loaded by way of the cache, and a changed file is read anew', async () => {
    const folder = emptyFolder()
    const cacheFile = join(emptyFolder(), 'sub', 'bank')
    packageIn(folder, 'twice')
    const first = await loadBank(folder, { cacheFile })
    expect(existsSync(cacheFile)).toBe(true)
    expect(await loadBank(folder, { cacheFile })).toEqual(first)
    packageIn(folder, 'twice', changed('problem.yaml', 'level: 1', 'level: 2'))
    expect([...(await loadBank(folder, { cacheFile })).problems.values()][0]?.level).toBe(2)
  })

  it('a cache that is damaged, or cannot be written, does not matter', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    const cacheFile = join(emptyFolder(), 'bank')
    writeFileSync(cacheFile, 'nonsense')
    expect((await loadBank(folder, { cacheFile })).problems.size).toBe(1)
    expect((await loadBank(folder, { cacheFile: join(cacheFile, 'below-a-file') })).problems.size).toBe(1)
  })

  it('a folder that is not there is a fault, not an exception', async () => {
    expect(await loadBank('/nowhere')).toMatchObject({ faults: [{ file: '/nowhere' }] })
  })
})

function bomb(): string {
  const level = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`
  return 'a: &a [1]\n' + ['b', 'c', 'd', 'e', 'f', 'g'].map((name, i) => level(name, `*${'abcdef'[i]}`)).join('')
}
