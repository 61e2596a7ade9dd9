import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { functionProblem } from './support/problems.ts'

// Quick calls travel to the sandbox together. Nobody may be able to tell from their results.

let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge(1)
}, 60_000)
afterAll(() => judge.close())

type Spoken = 'python' | 'javascript' | 'typescript'

/** Twice each number from 1 to 9, all of them shown. */
const nine = functionProblem('double_it', '(n: int) -> int', {
  limits: { timeMs: 400 },
  examples: Array.from({ length: 9 }, (_, i) => ({ args: [i + 1], returns: 2 * (i + 1) })),
  hidden: [],
})

const verdicts = async (language: Spoken, source: string): Promise<string> =>
  (await judge[language](nine, source)).runs.map(({ verdict }) => verdict).join(' ')

describe('calls that travel together', () => {
  it.each([
    ['python', 'def double_it(n):\n    print("n is", n)\n    return n * 2'],
    ['javascript', 'function doubleIt(n) { console.log("n is", n); return n * 2 }'],
    ['typescript', 'function doubleIt(n: number) { console.log("n is", n); return n * 2 }'],
  ] as const)('have each what it printed itself, in %s', async (language, source) => {
    const { runs } = await judge[language](nine, source)
    expect(runs.map(({ printed }) => printed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `n is ${n}\n`))
  })

  it.each([
    ['python', 'def double_it(n):\n    return 1 // (n - 5) and n * 2 if n == 5 else n * 2'],
    ['javascript', 'function doubleIt(n) { if (n === 5) throw new Error("five"); return n * 2 }'],
  ] as const)('go on after one that raises, in %s', async (language, source) => {
    expect(await verdicts(language, source)).toBe('AC AC AC AC RTE AC AC AC AC')
  })

  it.each([
    ['python', 'def double_it(n):\n    while n == 5: pass\n    return n * 2'],
    ['javascript', 'function doubleIt(n) { while (n === 5); return n * 2 }'],
    ['typescript', 'function doubleIt(n: number) { while (n === 5); return n * 2 }'],
  ] as const)('end at the one that is too slow, in %s', async (language, source) => {
    expect(await verdicts(language, source)).toBe('AC AC AC AC TLE')
  })

  it.each([
    [
      'python',
      'seen = []\ndef double_it(n):\n    seen.append(n)\n    if n == 6:\n        for i in range(10**6): pass\n    return 2 * len(seen)',
    ],
    [
      'javascript',
      'let seen = 0\nfunction doubleIt(n) { seen++; const end = Date.now() + (n === 6 ? 150 : 0); while (Date.now() < end); return 2 * seen }',
    ],
  ] as const)(
    'begin anew in a fresh world when one of them took long, in %s: each is called once there',
    async (language, source) => {
      expect(await verdicts(language, source)).toBe('AC AC AC AC AC AC AC AC AC')
    },
  )

  it.each([
    ['python', 'def long_word(n):\n    return "x" * n'],
    ['javascript', 'const longWord = (n) => "x".repeat(n)'],
  ] as const)('take several trips where there is much to say, in %s', async (language, source) => {
    const long = functionProblem('long_word', '(n: int) -> str', {
      examples: Array.from({ length: 6 }, (_, i) => ({ args: [40_000 + i], returns: 'x'.repeat(40_000 + i) })),
      hidden: [],
    })
    expect(await judge[language](long, source)).toMatchObject({ verdict: 'AC', passed: 6 })
  })

  it('wait for a promise in their midst', async () => {
    const source =
      'function doubleIt(n) { return n === 5 ? new Promise((done) => setTimeout(() => done(10), 50)) : n * 2 }'
    expect(await verdicts('javascript', source)).toBe('AC AC AC AC AC AC AC AC AC')
  })

  it('say from where on there was no such function any more', async () => {
    const { runs } = await judge.javascript(nine, 'let doubleIt = (n) => { if (n === 4) doubleIt = 7; return n * 2 }')
    expect(runs.slice(0, 4).map(({ verdict }) => verdict)).toEqual(['AC', 'AC', 'AC', 'AC'])
    expect(runs[4]!.error?.text).toContain('doubleIt')
  })
})
