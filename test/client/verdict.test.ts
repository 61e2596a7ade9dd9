import { describe, expect, it } from 'vitest'
import { verdictWords } from '../../client/verdict.ts'
import type { Judgement, Run, Verdict } from '../../server/protocol/judgement.ts'

const run = (kind: Run['kind'], verdict: Verdict): Run => ({ name: kind, kind, verdict, timeMs: 1 })
function judgement(verdict: Verdict, runs: Run[] = [], more: Partial<Judgement> = {}): Judgement {
  const passed = runs.filter((one) => one.verdict === 'AC').length
  return { verdict, passed, total: runs.length, runs, printed: '', timeMs: 1, memoryKb: 1, ...more }
}

describe('a verdict is said kindly and exactly', () => {
  it('counts what fits, and how many calls give something else', () => {
    const words = verdictWords(
      judgement('WA', [run('example', 'AC'), run('example', 'WA'), run('hidden', 'AC')]),
      'submit',
    )
    expect(words).toMatchObject({ key: 'verdict.differ', params: { passed: 2, total: 3, count: 1 }, good: false })
  })
  it('says when only a hidden test differs, and what to think of', () => {
    const words = verdictWords(judgement('WA', [run('example', 'AC'), run('hidden', 'WA')]), 'submit')
    expect(words).toMatchObject({ key: 'verdict.hiddenDiffer', hint: 'verdict.hiddenHint' })
  })
  it('does not count own calls, which have nothing to compare with', () => {
    const words = verdictWords(judgement('AC', [run('example', 'AC'), run('own', 'AC')]), 'try')
    expect(words).toMatchObject({ key: 'verdict.examplesFitOwn', params: { passed: 1, total: 1 } })
  })
  it('points to the line of an error where there is one', () => {
    const error = { kind: 'NameError', text: '', line: 3 }
    expect(verdictWords(judgement('RTE', [], { error }), 'try')).toMatchObject({
      key: 'verdict.RTELine',
      params: { kind: 'NameError', line: 3 },
    })
    expect(verdictWords(judgement('RTE', [], { error: { kind: 'NameError', text: '' } }), 'try').key).toBe(
      'verdict.RTE',
    )
  })
  it('lights a star only for a submission', () => {
    expect(verdictWords(judgement('AC', [run('example', 'AC')]), 'submit').key).toBe('verdict.solved')
    expect(verdictWords(judgement('AC', [run('example', 'AC')]), 'try').key).toBe('verdict.examplesFit')
    expect(verdictWords(judgement('AC', [run('example', 'AC')]), 'practice').key).toBe('verdict.examplesFitPractice')
  })
})
