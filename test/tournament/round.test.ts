import { describe, expect, it } from 'vitest'
import { closesAt, ownEnd, remainingMs } from '../../server/tournament/clock.ts'
import {
  callOffRound,
  extendRound,
  mayChangePlan,
  mayLookAtFlags,
  nextMoment,
  pauseRound,
  publishRound,
  resumeRound,
  startRound,
  stopRound,
  takeBackTime,
  tickRound,
} from '../../server/tournament/round.ts'
import type { RoundState } from '../../server/tournament/round-state.ts'
import { allowed, minutes, NOON, plannedRound, refusalOf, runningRound } from './builders.ts'

describe('starting', () => {
  it('[R1] starts now, for as long as its limit', () => {
    const round = allowed(startRound(plannedRound(), [], NOON, 0))
    expect(round).toMatchObject({ status: 'running', startedAt: NOON, endsAt: NOON + minutes(20) })
  })
  it('[R1] counts down to a moment ahead', () => {
    const round = allowed(startRound(plannedRound(), [], NOON, minutes(5)))
    expect(round).toMatchObject({ status: 'countdown', startsAt: NOON + minutes(5), startedAt: null })
  })
  it('[R1] does not start without a puzzle', () => {
    expect(refusalOf(startRound(plannedRound({ problemIds: [] }), [], NOON, 0))).toBe('round-empty')
  })
  it('[R1] starts at once out of its countdown', () => {
    const counting = allowed(startRound(plannedRound(), [], NOON, minutes(5)))
    expect(allowed(startRound(counting, [], NOON + minutes(1), 0))).toMatchObject({ status: 'running', startsAt: null })
  })
  it.each(['running', 'paused', 'ended', 'published'] as const)('[R1] does not start when %s', (status) => {
    expect(refusalOf(startRound(plannedRound({ status }), [], NOON, 0))).toBe('round-state')
  })
  it.each(['countdown', 'running', 'paused'] as const)('[R2] does not start beside one that is %s', (status) => {
    expect(refusalOf(startRound(plannedRound(), [{ status }], NOON, 0))).toBe('round-running')
  })
  it('[R2] starts after others have ended', () => {
    expect(refusalOf(startRound(plannedRound(), [{ status: 'ended' }, { status: 'published' }], NOON, 0))).toBeNull()
  })
  it('[R3] is planned again when the countdown is called off', () => {
    const counting = allowed(startRound(plannedRound(), [], NOON, minutes(5)))
    expect(allowed(callOffRound(counting))).toEqual(plannedRound())
    expect(refusalOf(callOffRound(runningRound()))).toBe('round-state')
  })
})

describe('the clock', () => {
  const counting = plannedRound({ status: 'countdown', startsAt: NOON })

  it('[R4] runs from the announced moment', () => {
    expect(tickRound(counting, NOON - 1, 1)).toBe(counting)
    expect(tickRound(counting, NOON + 300, 1)).toMatchObject({ status: 'running', startedAt: NOON })
  })
  it('[R4] takes no minutes away when the server was down at that moment', () => {
    const back = NOON + minutes(3)
    expect(tickRound(counting, back, 1)).toMatchObject({ startedAt: back, endsAt: back + minutes(20) })
  })
  it('[R7] ends by itself, at its end, however late that is noticed', () => {
    expect(tickRound(runningRound(), NOON + minutes(20) - 1, 1).status).toBe('running')
    expect(tickRound(runningRound(), NOON + minutes(25), 1)).toMatchObject({
      status: 'ended',
      endedAt: NOON + minutes(20),
    })
  })
  it('[R7] [R9] waits for the player with extra time', () => {
    expect(tickRound(runningRound(), NOON + minutes(25), 1.5).status).toBe('running')
    expect(tickRound(runningRound(), NOON + minutes(30), 1.5)).toMatchObject({ endedAt: NOON + minutes(30) })
  })
  it('[R5] does not end a paused round', () => {
    const paused = allowed(pauseRound(runningRound(), NOON + minutes(19)))
    expect(tickRound(paused, NOON + minutes(60), 1)).toBe(paused)
  })
  it('[R9] gives a player with a factor of 1.5 half as much again', () => {
    expect(ownEnd(runningRound(), 1.5)).toBe(NOON + minutes(30))
    expect(closesAt(runningRound(), 0.5)).toBe(NOON + minutes(20))
  })
  it('says when it has something to do next', () => {
    expect(nextMoment(counting, 1)).toBe(NOON)
    expect(nextMoment(runningRound(), 1)).toBe(NOON + minutes(20))
    expect(nextMoment(plannedRound(), 1)).toBeNull()
  })
})

describe('pausing, extending, stopping', () => {
  const paused = allowed(pauseRound(runningRound(), NOON + minutes(5)))
  const longer = (round: RoundState, by: number, id = 'first') => allowed(extendRound(round, { id, minutes: by }))

  it('[R5] stands still while paused, and gives the pause back', () => {
    expect(remainingMs(paused, NOON + minutes(9))).toBe(minutes(15))
    const resumed = allowed(resumeRound(paused, NOON + minutes(9)))
    expect(resumed).toMatchObject({ status: 'running', endsAt: NOON + minutes(24) })
    expect(resumed.pauses).toEqual([{ from: NOON + minutes(5), to: NOON + minutes(9) }])
  })
  it('[R5] pauses only what runs, resumes only what is paused', () => {
    expect(refusalOf(pauseRound(paused, NOON))).toBe('round-state')
    expect(refusalOf(resumeRound(runningRound(), NOON))).toBe('round-state')
  })
  it('[R6] moves the end, running or paused', () => {
    expect(longer(runningRound(), 5)).toMatchObject({ endsAt: NOON + minutes(25), limitMinutes: 25 })
    expect(longer(paused, 5).endsAt).toBe(NOON + minutes(25))
    expect(refusalOf(extendRound(plannedRound(), { id: 'x', minutes: 5 }))).toBe('round-state')
  })
  it('[R6] [R9] moves the own end of who has extra time with it', () => {
    expect(ownEnd(longer(runningRound(), 10), 1.5)).toBe(NOON + minutes(45))
  })
  it('[R15] takes back what the round was given, in any order, each time once', () => {
    const twice = longer(longer(runningRound(), 1), 5, 'second')
    expect(twice).toMatchObject({ endsAt: NOON + minutes(26), limitMinutes: 26 })
    const once = allowed(takeBackTime(twice, 'first', NOON))
    expect(once).toMatchObject({ endsAt: NOON + minutes(25), limitMinutes: 25 })
    expect(allowed(takeBackTime(once, 'first', NOON))).toBe(once)
    expect(allowed(takeBackTime(once, 'second', NOON))).toMatchObject({ endsAt: NOON + minutes(20), extensions: [] })
    expect(ownEnd(allowed(takeBackTime(once, 'second', NOON)), 1.5)).toBe(NOON + minutes(30))
  })
  it('[R15] takes it back while paused, by the time that stands still', () => {
    expect(allowed(takeBackTime(longer(paused, 5), 'first', NOON + minutes(600))).endsAt).toBe(NOON + minutes(20))
  })
  it('[R15] leaves ten seconds at least, and ends no round', () => {
    const given = longer(runningRound(), 5)
    const at = (secondsBeforeTheEnd: number) =>
      takeBackTime(given, 'first', NOON + minutes(20) - secondsBeforeTheEnd * 1000)
    expect(remainingMs(allowed(at(10)), NOON + minutes(20) - 10_000)).toBe(10_000)
    for (const seconds of [9.999, 0, -1, -299]) expect(refusalOf(at(seconds))).toBe('extension-spent')
    const ended = { ...given, status: 'ended' as const, endedAt: NOON + minutes(3) }
    expect(refusalOf(takeBackTime(ended, 'first', NOON + minutes(3)))).toBe('round-state')
  })
  it('[R8] stops at once, and closes the pause it was in', () => {
    const at = NOON + minutes(7)
    expect(allowed(stopRound(paused, at))).toMatchObject({
      status: 'ended',
      endedAt: at,
      pauses: [{ from: NOON + minutes(5), to: at }],
    })
    expect(refusalOf(stopRound(plannedRound(), at))).toBe('round-state')
  })
})

describe('changing and publishing', () => {
  it('[R10] can be changed only while planned', () => {
    expect(refusalOf(mayChangePlan(plannedRound()))).toBeNull()
    expect(refusalOf(mayChangePlan(runningRound()))).toBe('round-state')
  })
  it('[R13] has its flags looked at once ended, and still when published', () => {
    for (const status of ['ended', 'published'] as const)
      expect(refusalOf(mayLookAtFlags({ ...runningRound(), status }))).toBeNull()
    expect(refusalOf(mayLookAtFlags(runningRound()))).toBe('round-state')
  })
  it('[R11] is published once ended, judged, rated and looked at', () => {
    const ended = { ...runningRound({ status: 'ended' as const }), ratedAt: NOON }
    const nothing = { unjudged: 0, flags: 0 }
    expect(allowed(publishRound(ended, nothing, NOON))).toMatchObject({ status: 'published', publishedAt: NOON })
    expect(refusalOf(publishRound({ ...ended, ratedAt: null }, nothing, NOON))).toBe('round-unjudged')
    expect(refusalOf(publishRound(ended, { unjudged: 1, flags: 0 }, NOON))).toBe('round-unjudged')
    expect(refusalOf(publishRound(ended, { unjudged: 0, flags: 1 }, NOON))).toBe('flags-open')
    expect(refusalOf(publishRound({ ...ended, status: 'running' }, nothing, NOON))).toBe('round-state')
  })
})
