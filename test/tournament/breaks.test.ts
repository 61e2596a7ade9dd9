import { describe, expect, it } from 'vitest'
import { breakOn, startBreak } from '../../server/tournament/breaks.ts'
import { mayRemove, planOf } from '../../server/tournament/plans.ts'
import { allowed, minutes, NOON, plannedRound, refusalOf, runningRound } from './builders.ts'

describe('a break', () => {
  it('[B1] lasts as long as the host says', () => {
    expect(allowed(startBreak([plannedRound()], 10, NOON))).toBe(NOON + minutes(10))
  })
  it.each(['countdown', 'running', 'paused'] as const)('[B1] does not start while a round is %s', (status) => {
    expect(refusalOf(startBreak([plannedRound({ status })], 10, NOON))).toBe('round-under-way')
  })
  it('[B2] is over when its time is', () => {
    expect(breakOn(NOON, NOON - 1)).toBe(NOON)
    expect(breakOn(NOON, NOON)).toBeNull()
    expect(breakOn(null, NOON)).toBeNull()
  })
})

describe('a tournament as a plan', () => {
  it('[T4] is its rounds in their order, and nothing of what happened in them', () => {
    const played = { ...runningRound({ status: 'published', endedAt: NOON }), name: 'Round 1' }
    expect(planOf([played])).toEqual([{ name: 'Round 1', limitMinutes: 20, problemIds: ['knots', 'ferry'] }])
  })
  it('[T5] is removed while nobody has joined and nothing has begun', () => {
    expect(refusalOf(mayRemove([plannedRound()], 0))).toBeNull()
    expect(refusalOf(mayRemove([], 0))).toBeNull()
    expect(refusalOf(mayRemove([plannedRound()], 1))).toBe('tournament-joined')
    expect(refusalOf(mayRemove([runningRound()], 0))).toBe('tournament-joined')
  })
})
