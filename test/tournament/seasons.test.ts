import { describe, expect, it } from 'vitest'
import type { RoundStatus } from '../../server/protocol/round.ts'
import {
  boundsOf,
  isInSeason,
  mayChangeSeason,
  mayRemoveSeries,
  plannedDays,
  publishSeason,
} from '../../server/tournament/seasons.ts'

const at = (iso: string): number => Date.parse(iso)
const season = (is: Partial<Parameters<typeof boundsOf>[0]> = {}) => ({
  ...{ firstDay: '2026-09-01', lastDay: '2026-12-20', timeZone: 'Europe/Madrid', publishedAt: null },
  ...is,
})
const inWords = ({ from, until }: { from: number; until: number }) => [from, until].map((ms) => new Date(ms).toJSON())

describe('[Z2] a season is between two days, the last one included, where the host lives', () => {
  it.each([
    ['Europe/Madrid', '2026-08-31T22:00:00.000Z', '2026-12-20T23:00:00.000Z'],
    ['America/Bogota', '2026-09-01T05:00:00.000Z', '2026-12-21T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-08-31T10:00:00.000Z', '2026-12-20T10:00:00.000Z'],
    ['UTC', '2026-09-01T00:00:00.000Z', '2026-12-21T00:00:00.000Z'],
  ])('%s', (timeZone, from, until) => expect(inWords(boundsOf(season({ timeZone })))).toEqual([from, until]))

  it('begins when the day does, also where clocks skip midnight or show it twice', () => {
    // Santiago de Chile goes from 24:00 to 01:00 on 6 September 2026, and from 24:00 back to 23:00 on 4 April 2026.
    const santiago = { timeZone: 'America/Santiago' }
    expect(inWords(boundsOf(season({ ...santiago, firstDay: '2026-09-06' })))[0]).toBe('2026-09-06T04:00:00.000Z')
    expect(inWords(boundsOf(season({ ...santiago, firstDay: '2026-04-05' })))[0]).toBe('2026-04-05T04:00:00.000Z')
  })

  it('of one day is a day long, and none is shorter or longer than two years', () => {
    const days = (firstDay: string, lastDay: string) => plannedDays(season({ firstDay, lastDay })).ok
    const { from, until } = boundsOf(season({ firstDay: '2026-09-01', lastDay: '2026-09-01' }))
    expect(until - from).toBe(24 * 60 * 60_000)
    expect(days('2026-09-01', '2026-09-01')).toBe(true)
    expect(days('2026-09-02', '2026-09-01')).toBe(false)
    expect(days('2026-01-01', '2027-12-31')).toBe(true)
    expect(days('2026-01-01', '2028-01-02')).toBe(false)
  })
})

it('[Z3] a round belongs to it when it ended between the days', () => {
  const ended = (iso: string) => isInSeason(season(), { endedAt: at(iso) })
  expect(ended('2026-08-31T23:59:59+02:00')).toBe(false)
  expect(ended('2026-09-01T00:00:00+02:00')).toBe(true)
  expect(ended('2026-12-20T23:59:59+01:00')).toBe(true)
  expect(ended('2026-12-21T00:00:00+01:00')).toBe(false)
  expect(isInSeason(season(), { endedAt: null })).toBe(false)
})

describe('[Z4] its award is published', () => {
  const round = (status: RoundStatus, iso: string | null = '2026-10-01T19:00:00Z') => ({
    status,
    endedAt: iso === null ? null : at(iso),
  })
  const fine = { beingRated: false, winners: 1, awaiting: 0 }
  const on = (iso: string, rounds: ReturnType<typeof round>[], award = fine) => {
    const ruling = publishSeason(season(), rounds, award, at(iso))
    return ruling.ok ? 'published' : ruling.refusal.code
  }
  it('on its last evening as well as later', () => {
    expect(on('2026-12-20T20:00:00Z', [round('published')])).toBe('published')
    expect(on('2027-02-01T20:00:00Z', [round('published'), round('planned', null)])).toBe('published')
  })
  it('not while a round is under way in it; one of the next season is no matter', () => {
    expect(on('2026-12-20T20:00:00Z', [round('published'), round('running', null)])).toBe('round-running')
    expect(on('2027-02-01T20:00:00Z', [round('published'), round('running', null)])).toBe('published')
  })
  it('not while a round of it is not published, or rated anew', () => {
    expect(on('2026-12-20T20:00:00Z', [round('ended')])).toBe('publish-rounds-first')
    expect(on('2027-02-01T20:00:00Z', [round('published'), round('ended', '2027-01-30T19:00:00Z')])).toBe('published')
    expect(on('2026-12-20T20:00:00Z', [round('published')], { ...fine, beingRated: true })).toBe('round-unjudged')
  })
  it('not while a flag stands open before it, and not to nobody', () => {
    expect(on('2026-12-20T20:00:00Z', [round('published')], { ...fine, awaiting: 1 })).toBe('flags-open')
    expect(on('2026-12-20T20:00:00Z', [round('published')], { ...fine, winners: 0 })).toBe('season-nobody')
  })
})

it('[Z5] a published season is closed: nothing of it changes, and what ends later is not in it', () => {
  const publishedAt = at('2026-12-18T20:00:00Z')
  const closed = season({ publishedAt })
  expect(mayChangeSeason(season())).toEqual({ ok: true, value: null })
  expect(mayChangeSeason(closed)).toMatchObject({ refusal: { code: 'season-published' } })
  const award = { beingRated: false, winners: 1, awaiting: 0 }
  expect(publishSeason(closed, [], award, publishedAt + 1)).toMatchObject({ refusal: { code: 'season-published' } })
  expect(isInSeason(closed, { endedAt: publishedAt - 1 })).toBe(true)
  expect(isInSeason(closed, { endedAt: publishedAt })).toBe(false)
})

it('[Z6] a series is removed while nothing hangs on it', () => {
  expect(mayRemoveSeries(0, [season()]).ok).toBe(true)
  expect(mayRemoveSeries(1, [])).toMatchObject({ refusal: { code: 'series-in-use' } })
  expect(mayRemoveSeries(0, [season({ publishedAt: 1 })])).toMatchObject({ refusal: { code: 'series-in-use' } })
})
