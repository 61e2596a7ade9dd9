import { describe, expect, it } from 'vitest'
import type { Invited } from '../../server/protocol/http.ts'
import { club, code, first, host, joinRefusal, oneTournament, roundId, second, tournamentId } from './one-tournament.ts'

oneTournament()

describe('tournaments', () => {
  it('[T4] are copied with their rounds, and nothing of what happened', async () => {
    const ada = await club.player('Ada', code)
    await host.start(roundId, ada)
    await host.must('tournament:update', { tournamentId, blockedWords: ['banana'] })
    const copy = await host.must('tournament:clone', { tournamentId, name: 'Once more' })
    expect(copy.code).not.toBe(code)
    await host.watch({ tournamentId: copy.tournamentId, as: 'host' })
    expect(host.board).toMatchObject({ name: 'Once more', joined: 0, status: 'open', code: copy.code })
    expect(host.host!.rounds).toMatchObject([{ name: 'Round 1', status: 'planned', problemIds: [first, second] }])
    expect(host.host!.approveNames).toBe(false)
    expect(await host.must('tournament:words', { tournamentId: copy.tournamentId })).toEqual({
      words: ['banana'],
      house: false,
    })
    expect(await host.refusal('tournament:clone', { tournamentId: 'no-such-one' })).toBe('tournament-not-found')
  })
  it('[T5] are removed while nobody has joined', async () => {
    await host.must('tournament:remove', { tournamentId })
    expect(await host.refusal('tournament:watch', { tournamentId, as: 'host' })).toBe('tournament-not-found')
    expect(await joinRefusal('Ada')).toBe('tournament-not-found')
    expect(await host.refusal('round:start', { roundId })).toBe('round-not-found')
    expect((await host.must('tournament:list', {})).tournaments.map(({ id }) => id)).not.toContain(tournamentId)
  })
  it('[T5] stay once somebody has, also somebody who was taken off the list', async () => {
    const ada = await club.player('Ada', code)
    expect(await host.refusal('tournament:remove', { tournamentId })).toBe('tournament-joined')
    await host.must('entry:remove', { entryId: ada.me!.entryId })
    expect(await host.refusal('tournament:remove', { tournamentId })).toBe('tournament-joined')
  })
  it('can be taken over by another host, mid-round', async () => {
    const ada = await club.player('Ada', code)
    await host.start(roundId, ada)
    const { callId } = await ada.must('help:ask', { tournamentId })
    const { link } = await host.post<Invited>('/api/host/invite', {})
    const token = new URL(link).searchParams.get('token')
    const other = await club.stranger()
    await other.post('/api/host/claim', { token, name: 'second-host', password: 'a long enough password' })
    await other.connect()
    await other.watch({ tournamentId, as: 'host' })
    await other.must('help:take', { callId })
    expect(await host.refusal('help:take', { callId })).toBe('help-taken')
    await other.must('round:pause', { roundId })
    await ada.sees('board', ({ round }) => round?.status === 'paused')
    await other.must('round:resume', { roundId })
    await other.must('round:stop', { roundId })
    await ada.sees('board', ({ round }) => round?.status === 'ended')
  })
})
