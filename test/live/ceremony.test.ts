import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClub, type Club, type Person } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

let club: Club
let host: Person
// Limits as in earnest: a room must not run into them.
beforeAll(async () => {
  club = await openClub({ app: { rateLimitScale: 1 } })
  host = await club.host()
})
afterAll(() => club.close())

describe('a ceremony', () => {
  it('leaves the board within 4 KB however many awards there are and however long the names', async () => {
    const problemIds = functionPuzzles.slice(0, 20).map(({ id }) => id)
    const rounds = [{ name: 'R'.repeat(40), limitMinutes: 20, problemIds }]
    const made = await host.prepare([], { name: 'N'.repeat(60), rounds })
    const { roundId } = made
    const names = ['a', 'b', 'c'].map((letter) => `${letter}${'漢'.repeat(23)}`)
    for (const name of names) await club.player(name, made.code)
    const [round] = await club.app.store.roundsOf(made.tournamentId)
    const entries = await club.app.store.entriesOf(made.tournamentId)
    const longest = { code: 'award-since-last-time', params: { mark: 1000, level: 1000 } } as const
    const winners = entries.map(({ playerId }) => ({ playerId, reason: longest, figures: {} }))
    const now = club.clock.now()
    const awards = Array.from({ length: 9 }, (_, position) => ({
      ...{ id: `${roundId}-${position}`, tournamentId: made.tournamentId, roundId, seasonId: null, position },
      ...{ kind: 'personal-best' as const, headline: position === 8, winners, publishedAt: now, revealedAt: null },
    }))
    await club.app.store.commit({
      expected: {},
      changes: [
        { do: 'put', table: 'rounds', row: { ...round!, status: 'published', startedAt: now, endedAt: now } },
        ...awards.map((row) => ({ do: 'insert', table: 'awards', row }) as const),
      ],
    })
    await host.must('tournament:announce', { tournamentId: made.tournamentId, text: '漢'.repeat(200) })
    await host.must('ceremony:start', { tournamentId: made.tournamentId, roundId })
    for (let step = 0; step < awards.length; step++)
      await host.must('ceremony:reveal', { tournamentId: made.tournamentId })
    const board = await host.sees('board', ({ ceremony }) => ceremony?.revealed === awards.length)
    expect(board.ceremony!.current!.winners.map(({ name }) => name)).toEqual(names)
    expect(board.ceremony!.before).toHaveLength(5)
    expect(Buffer.byteLength(JSON.stringify(board))).toBeLessThan(4096)
  })
})

it('has logged no error over all of it', () => {
  expect(club.errors()).toEqual([])
})
