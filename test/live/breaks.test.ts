import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { puzzles } from '../support/puzzles.ts'
import { club, host, oneTournament, roundId, tournamentId } from './one-tournament.ts'

oneTournament()

describe('announcements and breaks', () => {
  it('[B3] stand on the wall until the next one, or until withdrawn', async () => {
    const wall = await club.stranger()
    await wall.watch({ tournamentId, as: 'projector' })
    await host.must('tournament:announce', { tournamentId, text: 'Pizza has come!' })
    await wall.sees('board', ({ announcement }) => announcement?.text === 'Pizza has come!')
    await host.must('tournament:announce', { tournamentId, text: 'Pizza is gone.' })
    await wall.sees('board', ({ announcement }) => announcement?.text === 'Pizza is gone.')
    await host.must('tournament:announce', { tournamentId, text: null })
    await wall.sees('board', ({ announcement }) => announcement === null)
  })
  it.each([
    ['too long', 'x'.repeat(201)],
    ['empty', '  '],
    ['written backwards', 'abc\u202edef'],
    ['with a control character', 'abc\u0000'],
  ])('[B3] are not %s', async (_what, text) => {
    expect(await host.refusal('tournament:announce', { tournamentId, text })).toBe('bad-request')
  })
  it('[B1] [B2] a break counts down, and a host ends it', async () => {
    const wall = await club.stranger()
    await wall.watch({ tournamentId, as: 'projector' })
    const before = club.clock.now()
    await host.must('break:start', { tournamentId, minutes: 10 })
    const { breakEndsAt, serverNow } = await wall.sees('board', (board) => board.breakEndsAt !== null)
    expect(breakEndsAt! - serverNow).toBeLessThanOrEqual(10 * MINUTE_MS)
    expect(breakEndsAt!).toBeGreaterThanOrEqual(before + 10 * MINUTE_MS)
    await host.must('break:end', { tournamentId })
    await wall.sees('board', (board) => board.breakEndsAt === null)
  })
  it('[B2] a break is over when its time is, or when a round counts down', async () => {
    const wall = await club.stranger()
    await host.must('break:start', { tournamentId, minutes: 10 })
    club.clock.jump(10 * MINUTE_MS)
    await wall.watch({ tournamentId, as: 'projector' })
    expect(wall.board!.breakEndsAt).toBeNull()
    await host.must('break:start', { tournamentId, minutes: 10 })
    await host.must('round:start', { roundId, inMinutes: 2 })
    await wall.sees('board', ({ round, breakEndsAt }) => round?.status === 'countdown' && breakEndsAt === null)
    await host.must('round:call-off', { roundId })
    await wall.sees('board', ({ round, breakEndsAt }) => round?.status === 'planned' && breakEndsAt === null)
  })
  it('[B1] a break waits for the round under way', async () => {
    await host.must('round:start', { roundId })
    expect(await host.refusal('break:start', { tournamentId, minutes: 10 })).toBe('round-under-way')
    for (const minutes of [0, 181])
      expect(await host.refusal('break:start', { tournamentId, minutes })).toBe('bad-request')
  })
  it('leave the board within 4 KB in the fullest of rooms', async () => {
    const longest = puzzles.toSorted((a, b) => b.name.length - a.name.length).slice(0, 20)
    const problemIds = longest.map(({ id }) => id)
    const rounds = [{ name: 'R'.repeat(40), limitMinutes: 20, problemIds }]
    const made = await host.prepare([], { name: 'N'.repeat(60), rounds })
    await host.must('round:start', { roundId: made.roundId })
    const at = club.clock.now()
    const happenings = Array.from({ length: 9 }, (_, index) => ({
      ...{ id: crypto.randomUUID(), tournamentId: made.tournamentId, roundId: made.roundId },
      ...{ at: at + index, code: 'solved-after-tries' as const, params: { tries: 12 } },
    }))
    const changes = happenings.map((row) => ({ do: 'insert', table: 'happenings', row }) as const)
    await club.app.store.commit({ expected: {}, changes })
    await host.must('tournament:announce', { tournamentId: made.tournamentId, text: '漢'.repeat(200) })
    const board = await host.sees('board', ({ announcement }) => announcement !== null)
    expect(board.feed).toHaveLength(6)
    expect(board.round!.problems).toHaveLength(20)
    expect(Buffer.byteLength(JSON.stringify(board))).toBeLessThan(4096)
  })
})
