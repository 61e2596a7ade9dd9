import { describe, expect, it } from 'vitest'
import {
  closeCall,
  firstName,
  isMentorOf,
  isOffering,
  matchMentor,
  mayMentor,
  releaseCall,
  takeCall,
  type CallState,
  type TakenBy,
} from '../../server/tournament/help.ts'
import { allowed, minutes, NOON, plannedRound, refusalOf, runningRound } from './builders.ts'

const host: TakenBy = { by: 'host', userId: 'u-host' }
const helper: TakenBy = { by: 'helper', entryId: 'e-mira' }
const mentor = { by: 'mentor' as const, entryId: 'e-bo' }
const call = (changes: Partial<CallState> = {}): CallState => ({
  ...{ entryId: 'e-ada', askedAt: NOON, takenBy: null, takenAt: null, closedAt: null, outcome: null },
  ...changes,
})
const LATER = NOON + minutes(2)

describe('a call for help', () => {
  it('[H2] is taken by one', () => {
    const taken = allowed(takeCall(call(), helper, LATER))
    expect(taken).toMatchObject({ takenBy: helper, takenAt: LATER })
    expect(refusalOf(takeCall(taken, host, LATER))).toBe('help-taken')
    expect(refusalOf(takeCall(taken, { by: 'helper', entryId: 'e-noor' }, LATER))).toBe('help-taken')
  })
  it('[H2] is taken once by the same, however often they say so', () => {
    const taken = allowed(takeCall(call(), host, NOON))
    expect(takeCall(taken, { ...host }, LATER)).toEqual({ ok: true, value: taken })
  })
  it('[H3] can be given back and has waited as long as it had', () => {
    const taken = allowed(takeCall(call(), helper, LATER))
    expect(allowed(releaseCall(taken))).toEqual(call())
  })
  it('[H4] [H5] is over once', () => {
    for (const outcome of ['done', 'cancelled'] as const) {
      const over = allowed(closeCall(call({ takenBy: helper }), outcome, LATER))
      expect(over).toMatchObject({ closedAt: LATER, outcome })
      for (const again of [closeCall(over, 'done', LATER), releaseCall(over), takeCall(over, host, LATER)])
        expect(refusalOf(again)).toBe('help-over')
    }
  })
  it('[H5] is done also in the word of the mentor who is there, and of no other player', () => {
    expect(isMentorOf(call({ takenBy: mentor }), 'e-bo')).toBe(true)
    expect(isMentorOf(call({ takenBy: mentor }), 'e-chen')).toBe(false)
    expect(isMentorOf(call({ takenBy: { by: 'helper', entryId: 'e-bo' } }), 'e-bo')).toBe(false)
    expect(isMentorOf(call({ takenBy: mentor, closedAt: LATER }), 'e-bo')).toBe(false)
  })
})

describe('mentors', () => {
  it('[M1] have solved every puzzle of the round under way', () => {
    expect(refusalOf(mayMentor(runningRound(), 2))).toBeNull()
    expect(refusalOf(mayMentor(runningRound({ status: 'paused' }), 2))).toBeNull()
    expect(refusalOf(mayMentor(runningRound(), 1))).toBe('mentor-not-finished')
    expect(refusalOf(mayMentor(runningRound({ status: 'ended' }), 2))).toBe('mentor-not-finished')
    expect(refusalOf(mayMentor(plannedRound(), 2))).toBe('mentor-not-finished')
    expect(refusalOf(mayMentor(null, 2))).toBe('mentor-not-finished')
  })
  it('[M1] offer for one round, as long as it goes on', () => {
    const bo = { mentorRoundId: 'r-1', removed: false }
    expect(isOffering(bo, { id: 'r-1', status: 'running' })).toBe(true)
    expect(isOffering(bo, { id: 'r-1', status: 'paused' })).toBe(true)
    expect(isOffering(bo, { id: 'r-1', status: 'ended' })).toBe(false)
    expect(isOffering(bo, { id: 'r-2', status: 'running' })).toBe(false)
    expect(isOffering({ ...bo, removed: true }, { id: 'r-1', status: 'running' })).toBe(false)
    expect(isOffering({ ...bo, mentorRoundId: null }, { id: 'r-1', status: 'running' })).toBe(false)
    expect(isOffering(null, null)).toBe(false)
  })
  it('[M2] go where a host asks them to', () => {
    expect(allowed(matchMentor(call(), mentor, true, LATER))).toMatchObject({ takenBy: mentor, takenAt: LATER })
  })
  it('[M2] are free, not the caller, and first to come', () => {
    expect(refusalOf(matchMentor(call(), mentor, false, LATER))).toBe('mentor-not-free')
    expect(refusalOf(matchMentor(call({ entryId: 'e-bo' }), mentor, true, LATER))).toBe('mentor-not-free')
    expect(refusalOf(matchMentor(call({ takenBy: helper }), mentor, true, LATER))).toBe('help-taken')
    expect(refusalOf(matchMentor(call({ closedAt: NOON }), mentor, true, LATER))).toBe('help-over')
  })
  it('[M3] are told a first name, if a host has approved it', () => {
    expect(firstName({ name: 'Grace Hopper', nameApproved: true })).toBe('Grace')
    expect(firstName({ name: 'Grace Hopper', nameApproved: false })).toBe('')
  })
})
