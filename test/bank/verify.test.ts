import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultText } from '../../server/bank/fault.ts'
import { loadBank, loadProblem } from '../../server/bank/load.ts'
import { caughtShare, mutate, mutationFaults } from '../../server/bank/mutation.ts'
import { samePairs } from '../../server/bank/pairs.ts'
import type { Problem } from '../../server/bank/problem.ts'
import { verifyProblem, type Trial } from '../../server/bank/verify.ts'
import { openJudge, type TestJudge } from '../judge/support/open-judge.ts'
import { changed, emptyFolder, packageIn, type Files } from './packages.ts'

let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge()
})
afterAll(() => judge.close())

const trial: Trial = (problem, language, source) => judge.submit({ problem, language, source, purpose: 'trial' })

async function load(changes: Files = {}): Promise<Problem> {
  const result = await loadProblem(packageIn(emptyFolder(), 'twice', changes))
  if (!result.ok) throw new Error(result.refusal.map(faultText).join('\n'))
  return result.value
}

const verify = async (changes: Files = {}) => {
  const { faults, warnings, tried } = await verifyProblem(await load(changes), trial)
  return { faults: faults.map(faultText), warnings: warnings.map(faultText), tried }
}

const python = (body: string): string => `def twice_of(number):\n    ${body}\n`
const withPython = (folder: string, body: string): Files => ({ [`submissions/${folder}/it.py`]: python(body) })

describe('verifying a package', () => {
  it('finds nothing wrong with one that is right, and tries JavaScript as TypeScript', async () => {
    const { faults, warnings, tried } = await verify()
    expect(faults).toEqual([])
    expect(warnings).toEqual([])
    expect(tried.map(({ file, language, verdict }) => `${file} ${language} ${verdict}`)).toEqual([
      'submissions/accepted/times.js javascript AC',
      'submissions/accepted/times.py python AC',
      'submissions/wrong_answer/squares.py python WA',
      'submissions/accepted/times.js typescript AC',
    ])
  })

  it('names an accepted solution that fails: the test, the call, what came and what was expected', async () => {
    expect((await verify(withPython('accepted', 'return number + 2'))).faults).toEqual([
      'twice/submissions/accepted/it.py: python: must get AC, but gets WA on example 2: twice_of(0) gives 2, expected 0',
    ])
  })

  it('names an accepted solution that raises, with the line', async () => {
    expect((await verify(withPython('accepted', 'return nonsense'))).faults[0]).toMatch(
      /must get AC, but gets RTE on example 1 \(NameError in line 2\)/,
    )
  })

  it('names a wrong submission that passes', async () => {
    expect((await verify(withPython('wrong_answer', 'return number + number'))).faults).toEqual([
      'twice/submissions/wrong_answer/it.py: python: must get WA, but gets AC',
    ])
  })

  it('takes each folder at its word', async () => {
    const { tried, faults } = await verify({
      ...changed('problem.yaml', 'author:', 'limits: { timeMs: 100 }\nauthor:'),
      'submissions/time_limit/loop.py': python('while True: pass'),
      'submissions/run_time_error/raises.py': python('return 1 // 0'),
    })
    expect(faults).toEqual([])
    expect(tried.map(({ verdict }) => verdict)).toEqual(['AC', 'AC', 'RTE', 'TLE', 'WA', 'AC'])
  })

  it('names an accepted solution that uses more than a third of the time limit', async () => {
    const problem = await load()
    const slow: Trial = async (...job) => {
      const judgement = await trial(...job)
      return { ...judgement, runs: judgement.runs.map((run) => ({ ...run, timeMs: 700 })) }
    }
    const { faults } = await verifyProblem(problem, slow)
    expect(faults[0]?.message).toBe('takes 700 ms for a test; a third of the limit is 666 ms')
    expect((await verifyProblem(problem, slow, 2)).faults).toEqual([])
  })

  it.each<[string, Files, RegExp]>([
    [
      'one example',
      changed('tests.yaml', '  - { args: [0], returns: 0, note: nothing }\n', ''),
      /examples: has 1; at least 2/,
    ],
    ['seven hidden tests', changed('tests.yaml', '  - { args: [7], returns: 14 }\n', ''), /hidden: has 7; at least 8/],
    ['no wrong submission', { 'submissions/wrong_answer/squares.py': undefined }, /submissions: holds no wrong one/],
    ['no walk-through', { 'walkthrough.md': undefined }, /walkthrough\.md: is missing/],
    [
      'no solution in JavaScript',
      {
        ...changed('problem.yaml', '[python, javascript, typescript]', '[python]'),
        'submissions/accepted/times.js': undefined,
      },
      /accepted: holds no solution in javascript/,
    ],
  ])('%s is not enough', async (_, changes, fault) => {
    expect((await verify(changes)).faults).toEqual([expect.stringMatching(fault)])
  })

  it('mentions an input that is tested twice', async () => {
    expect((await verify(changed('tests.yaml', 'args: [7], returns: 14', 'args: [0], returns: 0'))).warnings).toEqual([
      'twice/tests.yaml: hidden[7]: has the same input as examples[1]',
    ])
  })
})

describe('the same problem twice', () => {
  const renamed = (source: string): string =>
    source.replaceAll('twice_of', 'double_up').replaceAll('twiceOf', 'doubleUp')
  const double = (tests: Files = {}): Files => ({
    ...changed('problem.yaml', 'twice_of', 'double_up'),
    'submissions/accepted/times.py': renamed(python('return number + number')),
    'submissions/accepted/times.js': 'function doubleUp(number) { return number + number }',
    'submissions/wrong_answer/squares.py': renamed(python('return number')),
    ...tests,
  })
  const pairs = async (second: Files) => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    packageIn(folder, 'double-up', second)
    const { problems, faults } = await loadBank(folder)
    expect(faults).toEqual([])
    return samePairs([...problems.values()], trial)
  }
  const tests = (answer: (n: number) => number, numbers: number[]): Files => {
    const rows = numbers.map((n) => `  - { args: [${n}], returns: ${answer(n)} }\n`)
    return { 'tests.yaml': `examples:\n${rows.slice(0, 2).join('')}hidden:\n${rows.slice(2).join('')}` }
  }

  it('is found under another name, with other tests', async () => {
    expect(await pairs(double(tests((n) => 2 * n, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20])))).toEqual([
      { first: 'double-up', second: 'twice' },
    ])
  })

  it('is not found where one answers otherwise', async () => {
    const half = double({
      ...tests((n) => (n > 15 ? 0 : 2 * n), [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]),
      'submissions/accepted/times.py': renamed(python('return 0 if number > 15 else 2 * number')),
    })
    expect(await pairs(half)).toEqual([])
  })
})

describe('mutants', () => {
  const SIGN: Files = {
    'submissions/accepted/times.py': python('return 2 * number if number < 100 else 0'),
    'submissions/accepted/times.js': 'function twiceOf(number) { return number < 100 ? 2 * number : 0 }',
  }
  const tests = (numbers: number[]): Files => {
    const rows = numbers.map((n) => `  - { args: [${n}], returns: ${n < 100 ? 2 * n : 0} }\n`)
    return { 'tests.yaml': `examples:\n${rows.slice(0, 2).join('')}hidden:\n${rows.slice(2).join('')}` }
  }

  it('are all caught by tests that look at the boundary', async () => {
    const mutation = await mutate(await load({ ...SIGN, ...tests([1, 2, 0, -3, 99, 100, 101, 98, 7, 500]) }), trial)
    expect(mutation.survivors).toEqual([])
    expect(mutation.caught).toBeGreaterThan(8)
  })

  it('survive tests that do not, and are named with an input that shows the difference', async () => {
    const problem = await load({ ...SIGN, ...tests([1, 2, 0, -3, 98, 102, 97, 103, 7, 500]) })
    const mutation = await mutate(problem, trial)
    expect(mutation.survivors).toContainEqual({
      file: 'times.py',
      line: 2,
      was: '<',
      is: '<=',
      witness: 'twice_of(100)',
    })
    expect(caughtShare(mutation)).toBeLessThan(0.9)
    expect(mutationFaults(problem, mutation).map(faultText)[0]).toMatch(
      /^twice\/tests\.yaml: catch \d\d % of the mutants; .*times\.py line 2, < → <= \(try twice_of\(100\)\)/,
    )
  })

  it('that are the same program in other words are not held against the tests', async () => {
    const same = { 'submissions/accepted/times.py': python('return number * 2 if number * 0 == 0 else 7') }
    const mutation = await mutate(await load(same), trial)
    expect(mutation.survivors).toEqual([])
    expect(mutation.alike).toBeGreaterThan(0)
  })
})
