import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../server/protocol/judgement.ts'
import type { Problem, Value } from '../../server/bank/problem.ts'
import { planJob } from '../../server/judge/plan.ts'
import type { Body, Step } from '../../server/judge/task.ts'
import { judgementOf } from '../../server/judge/verdict.ts'
import { functionProblem, scriptProblem } from './support/problems.ts'

// What the parent makes of what a worker says, which may be the player's own invention.

/** The judgement when a worker says these bodies: of the loading first, where the problem is not a script. */
function judgementFor(problem: Problem, source: string, bodies: (Body | object)[], printed = ''): Judgement {
  const plan = planJob({ id: 'x', problem, language: 'python', source, player: 'p', purpose: 'submit' }, 1)
  const steps = bodies.map((body, i): Step => ({
    step: plan.script ? i : i - 1,
    body: JSON.stringify(body),
    printed,
    complained: '',
    cpuMs: 1,
  }))
  return judgementOf(plan, 'python', problem.checker, { steps, cpuMs: 1, memoryKb: 1 })
}

const done = { end: 'done' }
const value = (text: string): object => ({ end: 'value', value: text })
const raised = (kind: string, line: number): object => ({ end: 'raised', error: { kind, text: 'input 424201', line } })
const unreadable = { end: 'unreadable', error: { kind: 'SyntaxError', text: 'input 424201', line: 1 } }

/** One example and one hidden test with the same right answer. */
const answering = (returns: Value) =>
  functionProblem('f', '() -> any', { examples: [{ args: [], returns }], hidden: [{ args: [], returns }] })

describe('an answer', () => {
  it('that is far longer than the right one is wrong without being read', () => {
    const unread = `[${'9'.repeat(1_500_000)}`
    const { runs } = judgementFor(answering(7), '', [done, value(unread), value(unread)])
    expect(runs[0]).toMatchObject({ verdict: 'WA', received: unread.slice(0, 2000) })
    expect(runs[0]!.error).toBeUndefined()
    expect(runs[1]!.verdict).toBe('WA')
  })

  it.each([
    ['letters as escapes', 'ñ😀'.repeat(200), `"${'\\u00f1\\ud83d\\ude00'.repeat(200)}"`],
    ['a large number in full', 2 ** 1000, String(2n ** 1000n)],
    [
      'many of them',
      Array<number>(300).fill(1e22),
      `[${Array<string>(300)
        .fill(String(10n ** 22n))
        .join(',   ')}]`,
    ],
    ['whole numbers as floats', [1, 2, 3], '[1.0, 2.00000000000000000, 3e0]'],
  ])('may write the right one longer: %s', (_, expected, text) => {
    expect(judgementFor(answering(expected), '', [done, value(text), value(text)]).verdict).toBe('AC')
  })
})

describe('of an error on a hidden test', () => {
  const problem = answering(1)
  const told = (source: string, error: object) =>
    judgementFor(problem, source, [done, value('1'), error]).runs.find(({ kind }) => kind === 'hidden')!.error

  it('a kind is told that languages know, or that stands in the source', () => {
    expect(told('', raised('ZeroDivisionError', 1))).toEqual({ kind: 'ZeroDivisionError', text: '', line: 1 })
    expect(told('class TooCold(Exception): pass', raised('TooCold', 1))?.kind).toBe('TooCold')
  })

  it('no kind is told that was made after the source was sent', () => {
    for (const kind of ['input_424201', 'input 424201', '424201', 'Cold', 'constructor'])
      expect(told('class TooCold(Exception): pass  # 424201', raised(kind, 1))?.kind).toBe('Error')
  })

  it('a line is told that the source has', () => {
    expect(told('a\nb', raised('KeyError', 2))?.line).toBe(2)
    expect(told('a\nb', raised('KeyError', 3))?.line).toBeUndefined()
  })
})

describe('code that says it cannot be read', () => {
  it('is believed when it is loaded, and not when it is called', () => {
    expect(judgementFor(answering(1), '', [unreadable])).toMatchObject({ verdict: 'CE', runs: [] })
    const later = judgementFor(answering(1), '', [done, value('1'), unreadable])
    expect(later.runs.map(({ verdict }) => verdict)).toEqual(['AC', 'RTE'])
    expect(JSON.stringify(later)).not.toContain('424201')
  })

  it('is believed in the first run of a script, and not in the second', () => {
    const echo = (examples: number) => {
      const tests = Array.from({ length: 2 }, () => ({ stdin: '1', stdout: '1' }))
      return scriptProblem('echo', { examples: tests.slice(0, examples), hidden: tests.slice(examples) })
    }
    expect(judgementFor(echo(1), '', [unreadable])).toMatchObject({ verdict: 'CE', error: unreadable.error })
    const later = judgementFor(echo(1), '', [done, unreadable], '1')
    expect(later.runs.map(({ verdict }) => verdict)).toEqual(['AC', 'RTE'])
    expect(JSON.stringify(later)).not.toContain('424201')
    expect(JSON.stringify(judgementFor(echo(0), '', [unreadable]))).not.toContain('424201')
  })
})
