import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../server/protocol/ids.ts'
import type { Verdict } from '../../server/protocol/judgement.ts'
import { REJUDGING_STATUSES } from '../../server/protocol/rejudging.ts'
import type { RoundStatus } from '../../server/protocol/round.ts'
import {
  mayMoveRejudging,
  mayRejudge,
  solvesMoved,
  standsAnew,
  takesSolve,
  verdictAfter,
  type Rejudged,
} from '../../server/tournament/rejudging.ts'

const STATUSES: RoundStatus[] = ['planned', 'countdown', 'running', 'paused', 'ended', 'published']
const there = { submissions: 3, unjudged: 0, open: false }
const over = { status: 'published', ratedAt: 7 } as const
const codeOf = (result: ReturnType<typeof mayRejudge>) => (result.ok ? 'ok' : result.refusal.code)

describe('what is judged again, and when', () => {
  it.each(STATUSES)('[J1] a round that is %s', (status) => {
    const isOver = status === 'ended' || status === 'published'
    expect(codeOf(mayRejudge({ status, ratedAt: 7 }, there))).toBe(isOver ? 'ok' : 'round-state')
  })
  it('[J1] waits until everything is judged and the model has run', () => {
    expect(codeOf(mayRejudge(over, { ...there, unjudged: 1 }))).toBe('round-unjudged')
    expect(codeOf(mayRejudge({ ...over, ratedAt: null }, there))).toBe('round-unjudged')
  })
  it('[J1] has nothing to do where nobody has sent anything', () => {
    expect(codeOf(mayRejudge(over, { ...there, submissions: 0 }))).toBe('rejudging-nothing')
  })
  it('[J3] once at a time', () => {
    expect(codeOf(mayRejudge(over, { ...there, open: true }))).toBe('rejudging-open')
  })
})

describe('what a host decides', () => {
  it.each([
    ['take', ['ready']],
    ['leave', ['judging', 'ready']],
    ['put-back', ['taken']],
  ] as const)('[J5] [J8] %s', (move, from) => {
    expect(REJUDGING_STATUSES.filter((status) => mayMoveRejudging(move, status).ok)).toEqual(from)
  })
})

describe('what changes', () => {
  const sent = (entryId: string, was: Verdict, now: Verdict): Rejudged => ({ entryId: entryId as EntryId, was, now })

  it('[J6] nothing by a fault of ours, nor where there is no new judgement', () => {
    expect([verdictAfter('WA', 'JE'), verdictAfter('AC', 'JE'), verdictAfter('AC', undefined)]).toEqual([
      'WA',
      'AC',
      'AC',
    ])
    expect([verdictAfter('JE', 'AC'), verdictAfter('WA', 'AC'), verdictAfter('AC', 'WA')]).toEqual(['AC', 'AC', 'WA'])
  })
  it('[J5] a solve is taken by any verdict but AC', () => {
    expect(takesSolve(sent('ada', 'AC', 'TLE'))).toBe(true)
    expect(takesSolve(sent('ada', 'AC', 'AC'))).toBe(false)
    expect(takesSolve(sent('ada', 'WA', 'TLE'))).toBe(false)
  })
  it('tells who has the puzzle now and who has not any more, each once', () => {
    const moved = solvesMoved([
      ...[sent('ada', 'WA', 'AC'), sent('ada', 'WA', 'AC')],
      sent('bo', 'AC', 'WA'),
      ...[sent('chen', 'AC', 'WA'), sent('chen', 'AC', 'AC')],
      sent('dee', 'WA', 'TLE'),
    ])
    expect(moved).toEqual({ gained: ['ada'], lost: ['bo'] })
  })
  it('[J9] tells a player only of a puzzle that is solved now, or not any more', () => {
    expect(standsAnew([sent('ada', 'WA', 'WA'), sent('ada', 'TLE', 'AC')])).toBe('gained')
    expect(standsAnew([sent('ada', 'AC', 'WA')])).toBe('lost')
    expect(standsAnew([sent('ada', 'AC', 'WA'), sent('ada', 'WA', 'AC')])).toBe('same')
    expect(standsAnew([])).toBe('same')
  })
})
