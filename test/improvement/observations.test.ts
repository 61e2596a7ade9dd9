import { describe, expect, it } from 'vitest'
import type { LoggedPlayer, LoggedRound } from '../../server/improvement/observations.ts'
import { observationsOf } from '../../server/improvement/observations.ts'
import type { Verdict } from '../../server/protocol/judgement.ts'

/** Minutes after the start of the round, as epoch milliseconds. */
const at = (minutes: number) => 1_800_000_000_000 + minutes * 60_000

const round: LoggedRound = {
  limitMinutes: 20,
  startedAt: at(0),
  endedAt: at(20),
  pauses: [],
  problems: [
    { id: 'leap-year', level: 1, minutes: 4 },
    { id: 'change', level: 3, minutes: 8 },
    { id: 'knights', level: 6, minutes: 15 },
  ],
}

const opens = (problemId: string, minute: number) => ({ problemId, at: at(minute) })
const takesHint = opens
const submits = (problemId: string, minute: number, verdict: Verdict, pasted = false) => ({
  problemId,
  at: at(minute),
  verdict,
  pasted,
})
const player = (log: Partial<LoggedPlayer>): LoggedPlayer => ({
  joinedAt: at(-5),
  extraTime: 1,
  openings: [],
  submissions: [],
  hints: [],
  solvedBefore: [],
  ...log,
})

const observe = (log: Partial<LoggedPlayer>, during: Partial<LoggedRound> = {}) => {
  const observed = observationsOf({ ...round, ...during }, player(log))
  if (observed === 'did-not-play') throw new Error('did not play')
  const [leapYear, change, knights] = observed
  return { leapYear: leapYear!, change: change!, knights: knights! }
}

describe('the clock of a puzzle', () => {
  it('runs while it is open: Ada works on one, looks at another, comes back', () => {
    const { leapYear, change } = observe({
      openings: [opens('leap-year', 0), opens('change', 2), opens('leap-year', 7)],
      submissions: [submits('leap-year', 10, 'AC')],
    })
    expect(leapYear).toMatchObject({ solved: true, minutes: 5, order: 1 })
    expect(change).toMatchObject({ solved: false, minutes: null, order: 2 })
  })

  it('is not fooled by a decoy left open: the solve counts at least a tenth of its minutes, the decoy its whole time', () => {
    const { change, knights } = observe({
      openings: [opens('change', 0), opens('knights', 0.1), opens('change', 9.9), opens('knights', 10.1)],
      submissions: [submits('change', 10, 'AC'), submits('knights', 18, 'AC')],
    })
    expect(change).toMatchObject({ solved: true, minutes: 0.8 })
    expect(knights.minutes).toBeCloseTo(9.8 + 7.9)
  })

  it('goes on while the laptop is closed for ten minutes: that time belongs to the puzzle that was open last', () => {
    const { leapYear } = observe({
      openings: [opens('leap-year', 0), opens('leap-year', 12)],
      submissions: [submits('leap-year', 13, 'AC')],
    })
    expect(leapYear.minutes).toBeCloseTo(13)
  })

  it('charges the time before the first opening to the first puzzle, so that no time is free', () => {
    const { leapYear } = observe({ openings: [opens('leap-year', 6)], submissions: [submits('leap-year', 8, 'AC')] })
    expect(leapYear.minutes).toBeCloseTo(8)
  })

  it('does not charge a late joiner for the minutes before they came', () => {
    const log = { joinedAt: at(6), openings: [opens('leap-year', 7)], submissions: [submits('leap-year', 8, 'AC')] }
    expect(observe(log).leapYear.minutes).toBeCloseTo(2)
  })

  it('stands still while the host has paused the round', () => {
    const pauses = [{ from: at(3), to: at(9) }]
    const log = { openings: [opens('change', 1)], submissions: [submits('change', 11, 'AC')] }
    expect(observe(log, { pauses, endedAt: at(26) }).change.minutes).toBeCloseTo(5)
  })

  it('stops at the solve, however long the puzzle stays open after it', () => {
    const { leapYear } = observe({
      openings: [opens('leap-year', 0)],
      submissions: [submits('leap-year', 3, 'AC'), submits('leap-year', 9, 'WA'), submits('leap-year', 12, 'AC')],
      hints: [takesHint('leap-year', 15)],
    })
    expect(leapYear).toMatchObject({ minutes: 3, wrong: 0, hints: 0 })
  })

  it('is divided by the extra time: half as much again makes 12 minutes 8', () => {
    const log = { extraTime: 1.5, openings: [opens('change', 0)], submissions: [submits('change', 12, 'AC')] }
    expect(observe(log).change.minutes).toBeCloseTo(8)
  })

  it('keeps the least time for a player with extra time too', () => {
    const log = {
      extraTime: 2,
      openings: [opens('leap-year', 0), opens('change', 1)],
      submissions: [submits('change', 1.5, 'AC')],
    }
    expect(observe(log).change.minutes).toBeCloseTo(0.8)
  })

  it('counts a solve that was received in time and judged late, in the extra minutes of a player who has them', () => {
    const log = { extraTime: 1.5, openings: [opens('knights', 0)], submissions: [submits('knights', 29, 'AC')] }
    expect(observe(log, { endedAt: at(30) }).knights.minutes).toBeCloseTo(29 / 1.5)
  })
})

describe('what counts as a wrong submission', () => {
  it('does not count code that could not be read, nor our own fault', () => {
    const verdicts: Verdict[] = ['CE', 'JE', 'WA', 'TLE', 'MLE', 'RTE', 'OLE']
    const submissions = verdicts.map((verdict, i) => submits('change', 1 + i, verdict))
    expect(observe({ openings: [opens('change', 0)], submissions }).change).toMatchObject({ solved: false, wrong: 5 })
  })

  it('counts hints taken before the solve', () => {
    const { change } = observe({
      openings: [opens('change', 0)],
      hints: [takesHint('change', 2), takesHint('change', 3), takesHint('leap-year', 4)],
      submissions: [submits('change', 5, 'AC')],
    })
    expect(change.hints).toBe(2)
  })
})

describe('what says nothing', () => {
  it('a puzzle practised last week is no observation, even when it is solved again', () => {
    const observed = observationsOf(
      round,
      player({
        openings: [opens('leap-year', 0)],
        submissions: [submits('leap-year', 1, 'AC')],
        solvedBefore: ['leap-year'],
      }),
    )
    expect(observed).toMatchObject([null, { solved: false }, { solved: false }])
  })

  it('a puzzle never opened is unsolved', () => {
    expect(observe({ openings: [opens('leap-year', 0)] }).knights).toEqual({
      solved: false,
      minutes: null,
      wrong: 0,
      hints: 0,
      order: null,
      pasted: false,
    })
  })

  it('a late joiner with ten minutes left did not fail the puzzle of fifteen that they never opened', () => {
    const { change, knights } = observe({ joinedAt: at(10), openings: [opens('leap-year', 10)] })
    expect(change).toMatchObject({ solved: false })
    expect(knights).toBeNull()
  })

  it('but opening it is trying it', () => {
    expect(observe({ joinedAt: at(10), openings: [opens('knights', 10)] }).knights).toMatchObject({ solved: false })
  })

  it('minutes left are counted without pauses, and up to where the host stopped', () => {
    const late = { joinedAt: at(2), openings: [opens('leap-year', 2)] }
    expect(observe(late).knights).not.toBeNull()
    expect(observe(late, { endedAt: at(16) }).knights).toBeNull()
    expect(observe(late, { pauses: [{ from: at(4), to: at(10) }] }).knights).toBeNull()
  })

  it('extra time is the late joiner’s own: 12 of 30 own minutes gone leave 12 of 20', () => {
    const late = { joinedAt: at(12), extraTime: 1.5, openings: [opens('leap-year', 12)] }
    const observed = observe(late, { endedAt: at(30) })
    expect(observed.change).not.toBeNull()
    expect(observed.knights).toBeNull()
  })

  it('who joined and opened nothing did not play', () => {
    expect(observationsOf(round, player({}))).toBe('did-not-play')
  })
})

it('a solve that arrived in one paste is marked', () => {
  const { change } = observe({
    openings: [opens('change', 0)],
    submissions: [submits('change', 2, 'WA', false), submits('change', 3, 'AC', true)],
  })
  expect(change.pasted).toBe(true)
})

it('a submission whose opening was lost on the way shows that the puzzle was tried', () => {
  const { change } = observe({
    openings: [opens('leap-year', 0)],
    submissions: [submits('change', 3, 'AC')],
  })
  expect(change).toMatchObject({ solved: true, order: 2, minutes: 0.8 })
})

it('does not depend on the order of the log', () => {
  const log = player({
    openings: [opens('leap-year', 0), opens('change', 2), opens('leap-year', 7)],
    submissions: [submits('leap-year', 5, 'WA'), submits('leap-year', 10, 'AC'), submits('change', 4, 'RTE')],
  })
  const backwards = { ...log, openings: log.openings.toReversed(), submissions: log.submissions.toReversed() }
  expect(observationsOf(round, backwards)).toEqual(observationsOf(round, log))
})
