import { describe, expect, it } from 'vitest'
import { REFERENCE_MS, speedFactor } from '../../server/judge/calibrate.ts'
import { planJob } from '../../server/judge/plan.ts'
import { double } from './support/problems.ts'

describe('calibration', () => {
  it.each([
    ['leaves the limits as they are on the reference machine', [REFERENCE_MS], 1],
    ['does not shorten them on a faster one', [REFERENCE_MS / 4], 1],
    ['stretches them on a slower one', [REFERENCE_MS * 2.5], 2.5],
    ['believes the quickest time: the others were disturbed', [REFERENCE_MS * 9, REFERENCE_MS * 2], 2],
    ['stretches them tenfold at most', [REFERENCE_MS * 50], 10],
    ['changes nothing when nothing was measured', [], 1],
  ])('%s', (_, times, factor) => expect(speedFactor(times)).toBe(factor))

  it('stretches what one test may take, and all of them', () => {
    const job = { id: 'x', problem: double, language: 'python', source: '', player: 'p', purpose: 'submit' } as const
    const [{ limits: one }, { limits: two }] = [planJob(job, 1).task, planJob(job, 2).task]
    expect(two).toEqual({ ...one, caseMs: one.caseMs * 2, totalMs: one.totalMs * 2 })
  })
})
