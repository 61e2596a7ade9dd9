import { beforeEach, describe, expect, it } from 'vitest'
import type { PlayerId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import type { Person } from '../support/club.ts'
import { acceptedIn, wrongIn } from '../support/puzzles.ts'
import { club, code, first, host, oneTournament, roundId, second, tournamentId } from './one-tournament.ts'

oneTournament()

describe('[R13] striking a flagged result', () => {
  let ada: Person
  let bo: Person
  let wanted: { roundId: typeof roundId; playerId: PlayerId }

  beforeEach(async () => {
    ada = await club.player('Ada', code)
    bo = await club.player('Bo', code)
    wanted = { roundId, playerId: ada.me!.playerId }
    await host.start(roundId, ada, bo)
    club.clock.jump(MINUTE_MS)
    await ada.submit(first, acceptedIn(first, 'python'))
    await ada.submit(second, acceptedIn(second, 'python'))
    club.clock.jump(4 * MINUTE_MS)
    await bo.submit(first, wrongIn(first))
    await bo.submit(second, acceptedIn(second, 'python'))
    expect(await host.refusal('flag:strike', wanted)).toBe('round-state')
    await host.end(roundId)
  })

  /** As if there were earlier rounds that let one expect far less. */
  async function flag() {
    const result = (await club.app.store.roundResults(roundId)).find(({ playerId }) => playerId === wanted.playerId)!
    const set = { flagged: true, flagState: 'open' } as const
    await club.app.store.commit({
      expected: {},
      changes: [{ do: 'patch', table: 'roundResults', id: result.id, set }],
    })
  }
  const winners = async () =>
    (await club.app.store.awardsOf(tournamentId))
      .filter(({ kind }) => kind !== 'your-moment')
      .flatMap((award) => award.winners.map(({ playerId }) => playerId))
  /** What Ada's moment says, of the round and of the evening where that is over. */
  const moments = async () =>
    (await club.app.store.awardsOf(tournamentId))
      .filter(({ kind }) => kind === 'your-moment')
      .map(({ winners }) => winners.find(({ playerId }) => playerId === ada.me!.playerId)?.reason)
  const rowOf = async (playerId: PlayerId) =>
    (await host.sees('host', ({ rounds }) => rounds[0]!.rated)).rounds[0]!.ranking.find(
      (row) => row.playerId === playerId,
    )
  const strike = async () => {
    await host.must('flag:strike', wanted)
    await club.app.live.idle()
    await host.sees('host', ({ rounds }) => rounds[0]!.ranking.some(({ struck }) => struck))
  }

  it('is a host’s to do, and only where a result is flagged', async () => {
    expect(await host.refusal('flag:strike', wanted)).toBe('entry-not-found')
    await flag()
    for (const person of [ada, bo, await club.stranger()])
      expect(await person.refusal('flag:strike', wanted)).toBe('not-signed-in')
    expect(await host.refusal('flag:strike', { ...wanted, roundId: 'no-such-round' })).toBe('round-not-found')
    expect(await host.refusal('round:publish', { roundId })).toBe('flags-open')
  })

  it('takes it out of results, marks and awards; the others’ stand, and the round can be published', async () => {
    expect(await winners()).toContain(ada.me!.playerId)
    await flag()
    await strike()
    expect(await rowOf(ada.me!.playerId)).toMatchObject({ struck: true, flagCleared: false })
    expect(await rowOf(bo.me!.playerId)).toMatchObject({ struck: false })
    expect(await winners()).not.toContain(ada.me!.playerId)
    expect(await winners()).toContain(bo.me!.playerId)
    // Nobody leaves empty-handed: that they were there stands, and nothing else is told of it.
    expect(await moments()).toEqual([{ code: 'moment-rounds-played', params: { count: 1 } }])

    await host.must('round:publish', { roundId })
    await club.app.live.idle()
    await bo.sees('me', ({ results }) => results.length === 1)
    const own = await ada.must('profile:read', {})
    expect(own).toMatchObject({ results: [], mark: null, level: null })
    expect((await ada.must('badge:list', {})).badges.map(({ achievementId }) => achievementId)).not.toContain(
      'first-mark',
    )
    // What was sent is still theirs, and a struck result can be cleared after all.
    expect((await club.app.store.submissions(roundId, ada.me!.entryId)).length).toBe(2)
    await host.must('flag:clear', wanted)
    await club.app.live.idle()
    expect((await ada.must('profile:read', {})).results).toHaveLength(1)
  })

  it('has the final awards made anew where the tournament was finished before', async () => {
    await host.must('tournament:finish', { tournamentId })
    await club.app.live.idle()
    const played = { code: 'moment-rounds-played', params: { count: 1 } }
    expect(await moments()).not.toContainEqual(played)
    await flag()
    await strike()
    expect(await moments()).toEqual([played, played])
    await host.must('round:publish', { roundId })
    await host.must('tournament:publish', { tournamentId })
  })
})
