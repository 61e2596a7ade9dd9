import { describe, expect, it } from 'vitest'
import { joinLink, spokenAddress, spokenCode } from '../../client/components/wall/join-link.ts'
import { dawnOf, sceneOf } from '../../client/components/wall/scene.ts'
import { MOST_STARS, starPlace } from '../../client/components/wall/star-places.ts'
import type { BoardRound, BoardView } from '../../server/protocol/board.ts'

describe('stars on the wall', () => {
  const places = Array.from({ length: MOST_STARS }, (_, index) => starPlace(index))

  it('stand on the screen, above the hills', () => {
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(100)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(68)
    }
  })
  it('never stand where the clock and its line are', () => {
    expect(places.filter(({ x, y }) => x < 60 && y < 53)).toEqual([])
  })
  it('each have a place of their own', () => {
    const apart = places
      .slice(0, 100)
      .flatMap((a, i) => places.slice(0, i).map((b) => Math.hypot((a.x - b.x) * 1.78, a.y - b.y)))
    expect(Math.min(...apart)).toBeGreaterThan(0.3)
  })
})

describe('how people are told where to join', () => {
  it('as a link, an address and a code', () => {
    expect(joinLink('http://192.168.1.5:3000', 'KITE 42')).toBe('http://192.168.1.5:3000/t/KITE42')
    expect(spokenAddress('https://outdo.example/')).toBe('outdo.example')
    expect(spokenCode('KITE423')).toBe('KITE 423')
  })
})

describe('what the wall shows', () => {
  const MINUTE = 60_000
  const board = (status: BoardRound['status'], given: Partial<BoardView> = {}, round: Partial<BoardRound> = {}) =>
    ({
      status: 'open',
      ceremony: null,
      ...given,
      round: { status, position: 1, limitMinutes: 20, endsAt: 20 * MINUTE, remainingMs: null, ...round },
    }) as Partial<BoardView> as BoardView

  it('follows the round', () => {
    expect(sceneOf(board('planned'))).toBe('lobby')
    expect(sceneOf(board('planned', {}, { position: 2 }))).toBe('break')
    expect(sceneOf(board('running'))).toBe('round')
    expect(sceneOf(board('paused'))).toBe('round')
    expect(sceneOf(board('ended'))).toBe('results')
  })
  it('lets a ceremony have the wall, whatever else there is', () => {
    const ceremony = { roundId: null, season: null, steps: 2, revealed: 0, current: null, before: [] }
    expect(sceneOf(board('published', { status: 'published', ceremony }))).toBe('ceremony')
  })
  it('turns from night to morning as time goes, and stands still in a pause', () => {
    const start = dawnOf(board('running'), 0)
    const late = dawnOf(board('running'), 19 * MINUTE)
    expect(late).toBeGreaterThan(start)
    const paused = board('paused', {}, { endsAt: null, remainingMs: 10 * MINUTE })
    expect(dawnOf(paused, 0)).toBe(dawnOf(paused, 50 * MINUTE))
  })
})
