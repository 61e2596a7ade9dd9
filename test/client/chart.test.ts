import { describe, expect, it } from 'vitest'
import { eveningLabels, labelY, levelScale, markStairs, placesInTime } from '../../client/components/chart/scale.ts'
import type { TournamentId } from '../../server/protocol/ids.ts'

const DAY = 24 * 60 * 60 * 1000
const round = (tournament: string, day: number) => ({
  tournamentId: tournament as TournamentId,
  endedAt: day * DAY,
  ...{ performance: 500, level: 500, sd: 60, mark: null, newMark: 505 },
})

describe('a climb in time', () => {
  it('one round stands in the middle; two at the ends', () => {
    expect(placesInTime([round('a', 1)])).toEqual([0.5])
    expect(placesInTime([round('a', 1), round('a', 1.1)])).toEqual([0, 1])
    expect(placesInTime([])).toEqual([])
  })
  it('the longer the pause, the wider the gap, and a year leaves room for the evenings', () => {
    const gaps = (day: number) => {
      const [a, b, c] = placesInTime([round('a', 0), round('a', 0.1), round('b', day)])
      return (c! - b!) / (b! - a!)
    }
    expect(gaps(1)).toBeGreaterThan(1.4)
    expect(gaps(30)).toBeGreaterThan(gaps(7))
    expect(gaps(365)).toBeGreaterThan(gaps(30))
    expect(gaps(3650)).toBeLessThanOrEqual(3)
  })

  it('the scale holds every dot, the whole band and the next mark', () => {
    const { low, high, ticks } = levelScale([{ ...round('a', 0), performance: 280, newMark: 612 }], true)
    expect(low).toBeLessThan(280)
    expect(high).toBeGreaterThan(612)
    expect(ticks[0]).toBe(low)
    expect(ticks.length).toBeLessThanOrEqual(9)
    expect(levelScale([{ ...round('a', 0), newMark: 612 }], false).high).toBeLessThan(612)
  })

  it('a first round has no mark to beat, only one to come back to', () => {
    expect(markStairs([{ mark: null, newMark: 504 }], [50], 100)).toEqual([{ from: 50, to: 100, value: 504 }])
    expect(markStairs([{ mark: null, newMark: 504 }], [50], null)).toEqual([])
  })
  it('the mark steps between rounds', () => {
    const results = [
      { mark: null, newMark: 504 },
      { mark: 504, newMark: 548 },
      { mark: 548, newMark: 548 },
    ]
    expect(markStairs(results, [0, 40, 80], 100)).toEqual([
      { from: 20, to: 60, value: 504 },
      { from: 60, to: 80, value: 548 },
      { from: 80, to: 100, value: 548 },
    ])
  })

  it('the next mark is named where nothing is drawn: over its line, or under it', () => {
    expect(labelY(200, [])).toBe(192)
    expect(labelY(200, [185])).toBe(218)
    expect(labelY(200, [212])).toBe(192)
    expect(labelY(200, [190, 192, 212])).toBe(218)
  })

  it('each evening has one label, over its rounds; where there is no room, last and first have theirs', () => {
    const results = [round('a', 1), round('a', 1.1), round('b', 8), round('c', 15)]
    expect(eveningLabels(results, [0, 20, 60, 100], 10).map(({ x }) => x)).toEqual([10, 60, 100])
    expect(eveningLabels(results, [0, 20, 60, 100], 60).map(({ x }) => x)).toEqual([10, 100])
    expect(eveningLabels(results, [0, 5, 15, 30], 60).map(({ at }) => at)).toEqual([15 * DAY])
    expect(eveningLabels([], [], 10)).toEqual([])
  })
})
