import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JudgeJob } from '../../server/judge/judge.ts'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { double } from './support/problems.ts'

/** One worker, so that the order in which things are judged is the order in which they were let through. */
let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge(1)
}, 60_000)
afterAll(() => judge.close())

const RIGHT = 'def double_it(n):\n    return n * 2\n'

it.each(['again', 'trial'] as const)(
  '[J3] what a host has judged (%s) waits for what players send, however long it has waited before',
  async (background) => {
    const order: string[] = []
    const send = (name: string, purpose: JudgeJob['purpose'], player = name) =>
      judge
        .submit({ problem: double, source: RIGHT, purpose, player })
        .then(({ verdict }) => order.push(`${name} ${verdict}`))
    // The first is under way and is not interrupted; the others wait when the players come.
    const all = ['first', 'second', 'third'].map((name) => send(name, background, 'the host'))
    expect(judge.status().queued).toEqual({ submit: 0, try: 0, trial: 2 })
    all.push(send('ada', 'submit'), send('bo', 'try'), send('ada once more', 'submit', 'ada'))
    await Promise.all(all)
    expect(order).toEqual(['first AC', 'ada AC', 'bo AC', 'ada once more AC', 'second AC', 'third AC'])
  },
)
