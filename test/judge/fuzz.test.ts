import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JudgeJob } from '../../server/judge/judge.ts'
import type { Language, Verdict } from '../../server/protocol/judgement.ts'
import { randomFrom } from '../support/random.ts'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { double } from './support/problems.ts'

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const SUBMISSIONS = 160

type Kind = { weight: number; language: Language; verdicts: Verdict[]; source: (n: number) => string }

const kinds: Kind[] = [
  {
    weight: 30,
    language: 'python',
    verdicts: ['AC'],
    source: (n) => `k${n} = ${n}\ndef double_it(n):\n    return n + n`,
  },
  {
    weight: 20,
    language: 'javascript',
    verdicts: ['AC'],
    source: (n) => `const k${n} = ${n}\nconst doubleIt = (n) => n * 2`,
  },
  {
    weight: 10,
    language: 'typescript',
    verdicts: ['AC'],
    source: (n) => `const k${n}: number = ${n}\nfunction doubleIt(n: number) { return n * 2 }`,
  },
  { weight: 10, language: 'python', verdicts: ['WA'], source: (n) => `def double_it(n):\n    return n * 2 + ${n + 1}` },
  { weight: 8, language: 'python', verdicts: ['RTE'], source: (n) => `def double_it(n):\n    return [${n}][n + 1]` },
  { weight: 6, language: 'javascript', verdicts: ['CE'], source: () => 'function doubleIt(n { return 1 }' },
  { weight: 3, language: 'python', verdicts: ['TLE'], source: () => 'def double_it(n):\n    while True: pass' },
  { weight: 3, language: 'javascript', verdicts: ['TLE'], source: () => 'function doubleIt(n) { while (true); }' },
  {
    weight: 1,
    language: 'javascript',
    verdicts: ['TLE', 'RTE'],
    source: () => 'function doubleIt(n) { let b = 7n; while (true) b *= b }',
  },
  {
    weight: 2,
    language: 'python',
    verdicts: ['MLE', 'TLE'],
    source: () => 'x = []\nwhile True: x.append(bytearray(1 << 20))',
  },
  {
    weight: 2,
    language: 'javascript',
    verdicts: ['MLE', 'TLE'],
    source: () => 'function doubleIt(n) { const a = []; while (true) a.push([n]) }',
  },
  { weight: 3, language: 'python', verdicts: ['RTE'], source: () => 'import os\ndef double_it(n): os._exit(0)' },
  { weight: 3, language: 'python', verdicts: ['RTE'], source: () => 'import os\nos.abort()' },
  { weight: 3, language: 'python', verdicts: ['OLE'], source: () => 'while True: print("x" * 999)' },
  {
    weight: 4,
    language: 'python',
    verdicts: ['WA', 'RTE'],
    source: () =>
      'import builtins\nbuiltins.len = lambda x: 1\nimport sys\nsys.modules["json"] = None\ndef double_it(n): return "x"',
  },
]

let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge(2)
}, 60_000)
afterAll(() => judge.close())

it(`gives every submission its own verdict when honest and hostile ones are mixed at full speed (FUZZ_SEED=${seed})`, async () => {
  const random = randomFrom(seed)
  const weights = kinds.reduce((sum, kind) => sum + kind.weight, 0)
  const pick = (): Kind => {
    let left = random() * weights
    return kinds.find((kind) => (left -= kind.weight) < 0) ?? kinds[0]!
  }
  const problem = { ...double, limits: { timeMs: 300, memoryMb: 64, outputKb: 16 } }
  const wrong: string[] = []
  await Promise.all(
    Array.from({ length: SUBMISSIONS }, async (_, i) => {
      const kind = pick()
      const source = kind.source(i)
      const job: JudgeJob = {
        id: `fuzz ${i}`,
        problem,
        language: kind.language,
        source,
        player: `player ${Math.floor(random() * 20)}`,
        purpose: 'submit',
      }
      const judgement = await judge.judge(job)
      if (!kind.verdicts.includes(judgement.verdict))
        wrong.push(
          `${judgement.verdict} instead of ${kind.verdicts.join('/')}: ${source} ${judgement.error?.text ?? ''}`,
        )
    }),
  )
  expect(wrong, `FUZZ_SEED=${seed}`).toEqual([])
  expect(judge.status().queued).toEqual({ submit: 0, try: 0, trial: 0 })
}, 90_000)
