import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { acceptedIn } from '../support/puzzles.ts'
import { club, code, first, host, joinRefusal, oneTournament, roundId, rowOf, tournamentId } from './one-tournament.ts'

oneTournament()

describe('extra time', () => {
  it('[E5] moves one player’s end and nobody else’s, and the round goes on for them', async () => {
    const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
    await host.start(roundId, ada, bo)
    const common = bo.me!.round!.endsAt!
    await host.must('entry:give-time', { entryId: ada.me!.entryId, factor: 1.5 })
    const me = await ada.sees('me', ({ timeFactor }) => timeFactor === 1.5)
    expect(me.round!.endsAt).toBe(common + 10 * MINUTE_MS)
    await host.sees('host', () => rowOf(ada)?.timeFactor === 1.5)
    expect(rowOf(bo)?.timeFactor).toBe(1)

    // Past the common end: the timer was set again, Ada still plays, Bo does not.
    club.clock.jump(21 * MINUTE_MS)
    expect((await ada.submit(first, acceptedIn(first, 'python'))).verdict).toBe('AC')
    await bo.watch({ tournamentId, as: 'player' })
    expect(bo.me!.round!.endsAt).toBe(common)
    expect(bo.board!.round).toMatchObject({ status: 'running', endsAt: common })
    const late = { id: crypto.randomUUID(), roundId, problemId: first, language: 'python', source: 'x = 1' }
    expect(await bo.refusal('submission:create', late)).toBe('round-closed')
    club.clock.jump(10 * MINUTE_MS)
    await ada.sees('board', ({ round }) => round?.status === 'ended')
    expect((await club.app.store.round(roundId))!.endedAt).toBe(common + 10 * MINUTE_MS)
  })

  it('[E5] [R7] taken back, or gone with its owner, lets the round end', async () => {
    const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
    await host.start(roundId, ada, bo)
    for (const person of [ada, bo]) await host.must('entry:give-time', { entryId: person.me!.entryId, factor: 3 })
    club.clock.jump(25 * MINUTE_MS)
    await host.must('entry:give-time', { entryId: ada.me!.entryId, factor: 1 })
    await host.must('entry:remove', { entryId: bo.me!.entryId })
    await ada.sees('board', ({ round }) => round?.status === 'ended')
  })

  it('[E5] given later changes nothing in a round that has ended', async () => {
    const ada = await club.player('Ada', code)
    await host.must('entry:give-time', { entryId: ada.me!.entryId, factor: 2 })
    await host.start(roundId, ada)
    club.clock.jump(6 * MINUTE_MS)
    await ada.submit(first, acceptedIn(first, 'python'))
    await host.must('round:stop', { roundId })
    await host.sees('host', ({ rounds }) => rounds[0]!.rated)
    const observed = async () => (await club.app.store.roundResults(roundId))[0]!.observations
    const before = await observed()
    await host.must('entry:give-time', { entryId: ada.me!.entryId, factor: 1 })
    const kept = (await club.app.store.round(roundId))!
    expect(kept.timeFactors).toEqual({ [ada.me!.entryId]: 2 })
    // A round is rated again when a flag has been looked at.
    const payload = { roundId }
    const due = { createdAt: 1, attempts: 0, lastError: null, doneAt: null }
    const row = { id: `again-${roundId}`, kind: 'rate-round', payload, ...due }
    await club.app.store.commit({ expected: {}, changes: [{ do: 'insert', table: 'effects', row }] })
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
    expect((await club.app.store.pendingEffects()).filter(({ id }) => id === row.id)).toEqual([])
    expect(await observed()).toEqual(before)
  })

  it('is one to three times the limit, for somebody who is here', async () => {
    const ada = await club.player('Ada', code)
    for (const factor of [0.5, 3.1, -1, Number.NaN, '2'])
      expect(await host.refusal('entry:give-time', { entryId: ada.me!.entryId, factor })).toBe('bad-request')
    await host.must('entry:remove', { entryId: ada.me!.entryId })
    for (const entryId of [ada.me!.entryId, 'nobody-here'])
      expect(await host.refusal('entry:give-time', { entryId, factor: 2 })).toBe('entry-not-found')
  })
})

describe('names', () => {
  it.each([
    ['an insult', 'Stup1d', 'name-unkind'],
    ['an insult in full width', 'ｉｄｉｏｔ', 'name-unkind'],
    ['two hundred characters', 'x'.repeat(200), 'name-unusable'],
    ['markup', '<img src=x onerror=alert(1)>', 'name-unusable'],
    ['a right-to-left override', 'Ada\u202egnp.exe', 'name-unusable'],
    ['a right-to-left mark', 'Ada\u200f', 'name-unusable'],
    ['a zero-width space', 'A\u200bda', 'name-unusable'],
    ['a tower of marks', 'Z\u0300\u0301\u0302\u0303\u0304\u0305', 'name-unusable'],
    ['nothing that is seen', '\u3164', 'name-unusable'],
    ['a line break', 'Ada\nBo', 'name-unusable'],
    ['a template', '{{constructor}}', 'name-unusable'],
  ])('[N1] [N2] are refused with %s, over HTTP and by sockets', async (_what, name, why) => {
    const ada = await club.player('Ada', code)
    expect(await joinRefusal(name)).toBe(why)
    expect(await ada.refusal('entry:rename-self', { tournamentId, name, star: 'sky' })).toBe(why)
    if (why === 'name-unusable' && name !== '\u3164' && !name.startsWith('Z'))
      expect(await host.refusal('entry:rename', { entryId: ada.me!.entryId, name })).toBe(why)
    expect((await club.app.store.entriesOf(tournamentId)).map((entry) => entry.name)).toEqual(['Ada'])
  })
  it.each(['🦊 Fox', 'مريم', 'נועה כהן', '李雷', 'Nguyễn Thị', "Zoë O'Neill"])(
    '[N1] stand as they are written: %s',
    async (name) => {
      const person = await club.player(name, code)
      expect(person.me!.name).toBe(name.normalize('NFC'))
      const row = await host.sees('host', ({ monitor }) => monitor.length === 1)
      expect(row.monitor[0]!.name).toBe(name.normalize('NFC'))
    },
  )
  it('[N3] are held to the host’s own list, which goes back to the house’s', async () => {
    expect(await host.must('tournament:words', { tournamentId })).toMatchObject({ house: true })
    await host.must('tournament:update', { tournamentId, blockedWords: ['voldemort*', 'voldemort*'] })
    expect(await host.must('tournament:words', { tournamentId })).toEqual({ words: ['voldemort*'], house: false })
    expect(await joinRefusal('V0ldem0rt7')).toBe('name-unkind')
    expect(await joinRefusal('Idiot')).toBeNull()
    await host.must('tournament:update', { tournamentId, blockedWords: null })
    expect(await joinRefusal('V0ldem0rt7')).toBeNull()
    expect(await joinRefusal('Idiot2')).toBe('name-unkind')
  })
  it('[N4] are given by hosts as they like, and then kept', async () => {
    const richard = await club.player('Richard', code)
    await host.must('entry:rename', { entryId: richard.me!.entryId, name: 'Dick' })
    await richard.must('entry:rename-self', { tournamentId, name: 'Dick', star: 'mint' })
    await richard.sees('me', ({ name, star }) => name === 'Dick' && star === 'mint')
  })
})
