import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { double, functionProblem, scriptProblem, valueProblem } from './support/problems.ts'

let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge()
}, 60_000)
afterAll(() => judge.close())

const TWICE = {
  python: 'def double_it(n):\n    return n * 2',
  javascript: 'const doubleIt = (n) => n * 2',
  typescript: 'function doubleIt(n: number): number {\n  return n * 2\n}',
} as const
const languages = ['python', 'javascript', 'typescript'] as const

describe('a function problem', () => {
  it.each(languages)('accepts a right answer in %s, examples first, then hidden tests', async (language) => {
    const judgement = await judge[language](double, TWICE[language])
    expect(judgement).toMatchObject({ verdict: 'AC', passed: 5, total: 5 })
    expect(judgement.runs.map((run) => run.name)).toEqual([
      'example 1',
      'example 2',
      'hidden 1',
      'hidden 2',
      'hidden 3',
    ])
  })

  it('shows call, expected and received of an example, in the language of the player', async () => {
    const problem = functionProblem('is_even', '(n: int) -> bool', {
      examples: [{ args: [1], returns: false }],
      hidden: [{ args: [2], returns: true }],
    })
    const python = await judge.python(problem, 'def is_even(n):\n    return True')
    expect(python.runs[0]).toMatchObject({ verdict: 'WA', call: 'is_even(1)', expected: 'False', received: 'True' })
    const javascript = await judge.javascript(problem, 'function isEven(n) { return true }')
    expect(javascript.runs[0]).toMatchObject({ verdict: 'WA', call: 'isEven(1)', expected: 'false', received: 'true' })
  })

  it('shows of a hidden test its name, verdict and time, and of an error kind and line', async () => {
    const judgement = await judge.python(
      double,
      'def double_it(n):\n    print("spy", n)\n    if n == 0:\n        raise ValueError(n)\n    return 1',
    )
    const [zero, minus] = judgement.runs.filter((run) => run.kind === 'hidden')
    expect(zero).toEqual({
      name: 'hidden 1',
      kind: 'hidden',
      verdict: 'RTE',
      timeMs: expect.any(Number),
      error: { kind: 'ValueError', text: '', line: 4 },
    })
    expect(minus).toEqual({ name: 'hidden 2', kind: 'hidden', verdict: 'WA', timeMs: expect.any(Number) })
  })

  it('takes the first run that is not AC as the verdict', async () => {
    const judgement = await judge.python(double, 'def double_it(n):\n    return n * 2 if n < 9 else 1 / 0')
    expect(judgement).toMatchObject({ verdict: 'RTE', passed: 4 })
  })

  it.each(languages)('stops at the first test that is too slow, in %s', async (language) => {
    const problem = functionProblem('double_it', '(n: int) -> int', {
      limits: { timeMs: 200 },
      examples: [{ args: [1], returns: 2 }],
      hidden: [
        { args: [2], returns: 4 },
        { args: [3], returns: 6 },
        { args: [4], returns: 8 },
      ],
    })
    const source =
      language === 'python'
        ? 'def double_it(n):\n    while n == 3: pass\n    return n * 2'
        : 'function doubleIt(n) { while (n === 3); return n * 2 }'
    const judgement = await judge[language](problem, source)
    expect(judgement).toMatchObject({ verdict: 'TLE', passed: 2, total: 4 })
    expect(judgement.runs.map((run) => run.verdict)).toEqual(['AC', 'AC', 'TLE'])
  })
})

describe('types of the signature', () => {
  it('makes floats and tuples of what JSON cannot tell apart', async () => {
    const problem = functionProblem('kinds', '(x: float, p: tuple[int,str], l: list[tuple[int,float]]) -> str', {
      examples: [{ args: [2, [1, 'a'], [[1, 2]]], returns: "(2.0, (1, 'a'), [(1, 2.0)])" }],
      hidden: [{ args: [0.5, [1, 'a'], []], returns: "(0.5, (1, 'a'), [])" }],
    })
    const judgement = await judge.python(problem, 'def kinds(x, p, l):\n    return repr((x, p, l))')
    expect(judgement.verdict).toBe('AC')
    expect(judgement.runs[0]!.call).toBe("kinds(2.0, (1, 'a'), [(1, 2.0)])")
  })

  it.each(languages)('keeps integers exact at any size in %s', async (language) => {
    const huge = 2n ** 200n
    const problem = functionProblem('double_it', '(n: int) -> int', {
      examples: [{ args: [huge], returns: huge * 2n }],
      hidden: [{ args: [3], returns: 6 }],
    })
    const source =
      language === 'python' ? TWICE.python : 'function doubleIt(n) { return typeof n === "bigint" ? n * 2n : n * 2 }'
    expect((await judge[language](problem, source)).verdict).toBe('AC')
    const offByOne = source
      .replace('n * 2', language === 'python' ? 'n * 2 + 1' : 'n * 2')
      .replace('n * 2n', 'n * 2n + 1n')
    expect((await judge[language](problem, offByOne)).runs[0]!.verdict).toBe('WA')
  })
})

describe('a value problem', () => {
  const problem = valueProblem('my-age', {
    examples: [{ value: 'my_age', returns: 5 }],
    hidden: [{ value: 'next_age', returns: 6 }],
  })

  it('reads the variables that the code leaves behind', async () => {
    expect((await judge.python(problem, 'my_age = 5\nnext_age = my_age + 1')).verdict).toBe('AC')
    expect((await judge.javascript(problem, 'let myAge = 5\nconst nextAge = myAge + 1')).verdict).toBe('AC')
    expect((await judge.typescript(problem, 'let myAge: number = 5\nconst nextAge = myAge + 1')).verdict).toBe('AC')
  })
})

describe('a script problem', () => {
  const problem = scriptProblem('adder', {
    examples: [{ stdin: '3\n4\n', stdout: '7\n' }],
    hidden: [{ stdin: '30\n4\n', stdout: '34' }],
  })

  it('runs the script afresh for every test', async () => {
    expect((await judge.python(problem, 'a = int(input())\nb = int(input())\nprint(a + b)')).verdict).toBe('AC')
    const js = 'const [a, b] = require("fs").readFileSync(0, "utf8").split("\\n").map(Number)\nconsole.log(a + b)'
    expect((await judge.javascript(problem, js)).verdict).toBe('AC')
    expect(
      (await judge.typescript(problem, 'const a: number = Number(prompt()), b = Number(prompt())\nconsole.log(a + b)'))
        .verdict,
    ).toBe('AC')
  })

  it('does not mind white space at the end', async () => {
    expect((await judge.python(problem, 'print(int(input()) + int(input()), end="  \\n\\n")')).verdict).toBe('AC')
  })

  it('reads input by lines, by words and all at once', async () => {
    expect((await judge.python(problem, 'import sys\nprint(sum(int(line) for line in sys.stdin))')).verdict).toBe('AC')
    expect((await judge.python(problem, 'import sys\nprint(sum(map(int, sys.stdin.read().split())))')).verdict).toBe(
      'AC',
    )
    const lines =
      'const rl = require("readline").createInterface({ input: process.stdin })\nlet sum = 0\nrl.on("line", (l) => { sum += Number(l) })\nrl.on("close", () => console.log(sum))'
    expect((await judge.javascript(problem, lines)).verdict).toBe('AC')
  })
})

describe('a Try', () => {
  it("runs the examples and the player's own calls, and no hidden test", async () => {
    const judgement = await judge.submit({
      problem: double,
      source: TWICE.python,
      purpose: 'try',
      ownCalls: ['double_it(21)', 'double_it(nope)'],
    })
    expect(judgement.runs.map((run) => run.name)).toEqual(['example 1', 'example 2', 'own 1', 'own 2'])
    expect(judgement.runs[2]).toMatchObject({ verdict: 'AC', call: 'double_it(21)', received: '42' })
    expect(judgement.runs[3]).toMatchObject({ verdict: 'RTE', error: { kind: 'NameError' } })
  })

  it('runs twenty own calls at most', async () => {
    const ownCalls = Array.from({ length: 50 }, (_, i) => `double_it(${i})`)
    const { runs } = await judge.submit({ problem: double, source: TWICE.python, purpose: 'try', ownCalls })
    expect(runs.filter(({ kind }) => kind === 'own')).toHaveLength(20)
  })
})

describe('JavaScript as learners write it', () => {
  it.each([
    ['a function', 'function doubleIt(n) { return n * 2 }'],
    ['a variable', 'let doubleIt = function (n) { return n * 2 }'],
    ['an export', 'export function doubleIt(n) { return n * 2 }'],
    ['the default export, whatever its name', 'export default (n) => n * 2'],
    ['module.exports', 'module.exports = { doubleIt: (n) => n * 2 }'],
    ['classes', 'class Twice { #by = 2; of(n) { return n * this.#by } }\nconst doubleIt = (n) => new Twice().of(n)'],
    ['a promise', 'async function doubleIt(n) { await null; return n * 2 }'],
    ['top-level await', 'const two = await Promise.resolve(2)\nexport const doubleIt = (n) => n * two'],
  ])('may be %s', async (_, source) => {
    expect((await judge.javascript(double, source)).verdict).toBe('AC')
  })

  it('says with each example what it printed, and nothing of hidden tests', async () => {
    const judgement = await judge.javascript(
      double,
      'console.log("loaded", { a: [1] })\nfunction doubleIt(n) { console.log("n is", n); console.error("!"); return n * 2 }',
    )
    expect(judgement.printed).toBe('loaded { a: [1] }\n')
    expect(judgement.runs.map(({ printed }) => printed)).toEqual([
      'n is 1\n!\n',
      'n is 4\n!\n',
      undefined,
      undefined,
      undefined,
    ])
  })
})
