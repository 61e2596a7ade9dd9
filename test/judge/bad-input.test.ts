import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { double, functionProblem, valueProblem } from './support/problems.ts'

let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge()
}, 60_000)
afterAll(() => judge.close())

const list = functionProblem('firsts', '(n: int) -> list[int]', {
  examples: [{ args: [2], returns: [1, 2] }],
  hidden: [{ args: [1], returns: [1] }],
})

/** What a player is told first. */
const told = async (language: 'python' | 'javascript' | 'typescript', source: string, problem = list) => {
  const judgement = await judge[language](problem, source)
  return {
    verdict: judgement.verdict,
    kind: judgement.error?.kind,
    line: judgement.error?.line,
    text: judgement.error?.text ?? '',
  }
}

describe('code that cannot be read', () => {
  it('is CE, with the line and the words of the language', async () => {
    expect(await told('python', 'def firsts(n)\n    return [1]')).toMatchObject({
      verdict: 'CE',
      kind: 'SyntaxError',
      line: 1,
      text: expect.stringContaining("expected ':'"),
    })
    expect(await told('python', 'def firsts(n):\nreturn [1]')).toMatchObject({
      verdict: 'CE',
      kind: 'IndentationError',
      line: 2,
    })
    expect(await told('javascript', 'function firsts(n) {\n  return [1\n}')).toMatchObject({
      verdict: 'CE',
      kind: 'SyntaxError',
      line: 3,
    })
    expect(await told('typescript', 'function firsts(n: number) {\n  const x: = 3\n}')).toMatchObject({
      verdict: 'CE',
      kind: 'SyntaxError',
      line: 2,
    })
  })

  it('counts nothing as passed and has no runs', async () => {
    expect(await judge.python(list, 'def')).toMatchObject({ verdict: 'CE', passed: 0, runs: [], total: 2 })
  })
})

describe('code that is too long', () => {
  it('is CE, and no worker sees it', async () => {
    expect(await told('python', `x = "${'x'.repeat(100_000)}"`)).toMatchObject({ verdict: 'CE', kind: 'SourceSize' })
  })
})

describe('code without the function', () => {
  it('is told what the judge looks for, and what it found', async () => {
    expect(await told('python', '')).toMatchObject({
      verdict: 'RTE',
      kind: 'MissingFunction',
      text: expect.stringMatching(/firsts.*def firsts/),
    })
    expect(await told('python', 'def first(n): return [n]')).toMatchObject({
      text: expect.stringMatching(/Your code has first\. Check the spelling/),
    })
    expect(await told('python', 'firsts = [1]')).toMatchObject({ text: expect.stringContaining('not a function') })
    expect(await told('javascript', '')).toMatchObject({
      verdict: 'RTE',
      kind: 'MissingFunction',
      text: expect.stringMatching(/firsts.*function firsts/),
    })
    expect(await told('javascript', 'const first = (n) => n')).toMatchObject({
      verdict: 'RTE',
      text: expect.stringContaining('Your code has first'),
    })
  })

  it('or without the variable', async () => {
    const problem = valueProblem('age', {
      examples: [{ value: 'age', returns: 5 }],
      hidden: [{ value: 'age', returns: 5 }],
    })
    expect(await told('python', 'agge = 5', problem)).toMatchObject({
      kind: 'MissingVariable',
      text: expect.stringMatching(/variable named age.*agge/),
    })
  })
})

describe('a function with other parameters', () => {
  it('is told how it is called and what it takes', async () => {
    expect(await told('python', 'def firsts(n, m):\n    return [1]')).toMatchObject({
      verdict: 'RTE',
      kind: 'TypeError',
      line: 1,
      text: expect.stringMatching(/firsts\(2\) with 1 value.*takes 2: n, m/),
    })
    expect(await told('python', 'def firsts():\n    return [1]')).toMatchObject({
      text: expect.stringContaining('takes nothing'),
    })
  })

  it('may have parameters with defaults', async () => {
    expect(
      (await judge.python(list, 'def firsts(n, start=1, *more):\n    return list(range(start, n + start))')).verdict,
    ).toBe('AC')
  })
})

describe('an answer that is no JSON', () => {
  it.each([
    ['a set', 'return {1, 2}', /a set \(\{1, 2\}\).*a list of whole numbers.*sorted/],
    ['bytes', 'return b"x"', /bytes.*decode/],
    ['a function', 'return firsts', /a function.*parentheses/],
    ['a generator', 'return (i for i in [1])', /a generator.*list\(…\)/],
    ['a range', 'return range(3)', /a range.*list\(…\)/],
    ['nan', 'return [float("nan")]', /nan, which is not a number/],
    ['infinity', 'return [1e999]', /infinity/],
    ['a cycle', 'a = []\n    a.append(a)\n    return a', /contains itself/],
    ['a key that is no text', 'return {(1, 2): 3}', /keys/],
    ['nothing', 'pass', /returned nothing.*print/],
  ])('%s in Python', async (_, body, words) => {
    expect(await told('python', `def firsts(n):\n    ${body}`)).toMatchObject({
      verdict: 'WA',
      text: expect.stringMatching(words),
    })
  })

  it.each([
    ['a Set', 'return new Set([1])', /a Set.*\[\.\.\.set\]/],
    ['a Map', 'return new Map()', /a Map.*Object\.fromEntries/],
    ['NaN', 'return [NaN]', /NaN/],
    ['Infinity', 'return 1 / 0', /Infinity/],
    ['a function', 'return () => 1', /a function/],
    ['a cycle', 'const a = []; a.push(a); return a', /contains itself/],
    ['nothing', '', /returned nothing/],
  ])('%s in JavaScript', async (_, body, words) => {
    expect(await told('javascript', `function firsts(n) { ${body} }`)).toMatchObject({
      verdict: 'WA',
      text: expect.stringMatching(words),
    })
  })
})

describe('errors', () => {
  it("come as CPython gives them, with the player's lines only", async () => {
    const { text, line } = await told('python', 'import json\ndef firsts(n):\n    return json.loads("{")')
    expect(text).toMatch(/^Traceback \(most recent call last\):\n {2}File "solution.py", line 3, in firsts/)
    expect(text).toMatch(/JSONDecodeError: Expecting property name/)
    expect(text).not.toMatch(/python314|decoder\.py|_step/)
    expect(line).toBe(3)
  })

  it('name the line in JavaScript, and in TypeScript that has to be compiled', async () => {
    expect(await told('javascript', 'function firsts(n) {\n  return n.a.b\n}')).toMatchObject({
      verdict: 'RTE',
      kind: 'TypeError',
      line: 2,
    })
    expect(
      await told(
        'typescript',
        'enum A {\n  x,\n  y,\n}\n\nfunction firsts(n: number): number[] {\n  throw new RangeError("no")\n}',
      ),
    ).toMatchObject({ kind: 'RangeError', line: 7 })
  })

  it('are told with line and words where nobody waits for the promise', async () => {
    const source =
      'async function later(n) {\n  throw new TypeError("too late")\n}\nfunction firsts(n) {\n  later(n)\n  return [1]\n}'
    expect(await told('javascript', source)).toMatchObject({
      verdict: 'RTE',
      kind: 'TypeError',
      line: 2,
      text: expect.stringContaining('too late'),
    })
  })

  it("are RecursionError at Python's own limit, and beyond it when the player asks", async () => {
    expect(await told('python', 'def firsts(n):\n    return firsts(n)')).toMatchObject({
      verdict: 'RTE',
      kind: 'RecursionError',
    })
    const deep =
      'import sys\nsys.setrecursionlimit(50000)\ndef g(n):\n    return 0 if n == 0 else 1 + g(n - 1)\ndef double_it(n):\n    return g(20000) - 20000 + 2 * n'
    expect((await judge.python(double, deep)).verdict).toBe('AC')
  })

  it('explain input() in a function', async () => {
    expect(await told('python', 'def firsts(n):\n    return input()')).toMatchObject({
      kind: 'EOFError',
      text: expect.stringContaining('as parameters'),
    })
  })
})
