import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../server/protocol/commands.ts'
import { MAY_GIVE } from '../../server/tournament/permissions.ts'
import type { Person } from '../support/club.ts'
import { acceptedIn } from '../support/puzzles.ts'
import { club, code, first, host, joinRefusal, oneTournament, roundId, second, tournamentId } from './one-tournament.ts'

oneTournament()

describe('calls for help', () => {
  it('[H1] [H2] [H5] say who, where and which puzzle, are taken and done', async () => {
    const ada = await club.player('Ada', code)
    await host.start(roundId, ada)
    const { callId } = await ada.must('help:ask', { tournamentId, problemId: first, place: 'by the <i>window</i>' })
    const { room } = await host.sees('host', ({ room }) => room.calls.length === 1)
    const waiting = {
      id: callId,
      name: 'Ada',
      connected: true,
      place: 'by the <i>window</i>',
      problem: { id: first },
    }
    expect(room.calls[0]).toMatchObject({ ...waiting, takenBy: null })
    const since = room.calls[0]!.since
    expect(await ada.must('help:ask', { tournamentId, place: 'at the door' })).toEqual({ callId })
    const moved = await host.sees('host', ({ room }) => room.calls[0]?.place === 'at the door')
    expect(moved.room.calls[0]).toMatchObject({ since, problem: null })

    await host.must('help:take', { callId })
    await ada.sees('me', ({ help }) => help?.taken?.by === 'host' && help.taken.name === 'host')
    await host.must('help:release', { callId })
    await ada.sees('me', ({ help }) => help !== null && help.taken === null)
    await host.must('help:done', { callId })
    await ada.sees('me', ({ help }) => help === null)
    expect((await host.sees('host', ({ room }) => room.calls.length === 0)).room.helped).toBe(1)
    for (const command of ['help:take', 'help:release', 'help:done'] as const)
      expect(await host.refusal(command, { callId })).toBe('help-over')
    expect(await host.refusal('help:take', { callId: 'no-such-call' })).toBe('help-over')
  })
  it('[H4] are cancelled by who called, however often, and can be made again', async () => {
    const ada = await club.player('Ada', code)
    const { callId } = await ada.must('help:ask', { tournamentId })
    await host.must('help:take', { callId })
    await ada.must('help:cancel', { tournamentId })
    await ada.must('help:cancel', { tournamentId })
    const { room } = await host.sees('host', ({ room }) => room.calls.length === 0)
    expect(room.helped).toBe(0)
    expect((await ada.must('help:ask', { tournamentId })).callId).not.toBe(callId)
  })
  it('go with whoever is taken off the list, and stay over a restart', async () => {
    const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
    await ada.must('help:ask', { tournamentId })
    const { callId } = await bo.must('help:ask', { tournamentId })
    await host.must('entry:remove', { entryId: bo.me!.entryId })
    const { room } = await host.sees('host', ({ room }) => room.calls.length === 1)
    expect(room.calls[0]!.name).toBe('Ada')
    expect(await host.refusal('help:take', { callId })).toBe('help-over')
    await club.restart()
    await host.connect()
    await host.watch({ tournamentId, as: 'host' })
    expect(host.host!.room.calls.map(({ name }) => name)).toEqual(['Ada'])
  })
})

describe('helpers', () => {
  const helperOnly = (Object.keys(MAY_GIVE) as CommandName[]).filter(
    (command) => MAY_GIVE[command].some((role) => role === 'helper') && !MAY_GIVE[command].includes('spectator'),
  )
  /** Each of them with a payload that is right. */
  async function given(asker: Person) {
    const { questionId } = await asker.must('question:ask', { tournamentId, text: 'How?' })
    const { callId } = await asker.must('help:ask', { tournamentId, place: 'left' })
    const payloads: Partial<Record<CommandName, object>> = {
      'question:answer': { questionId, text: 'So.' },
      'question:close': { questionId },
      'help:take': { callId },
      'help:release': { callId },
      'help:done': { callId },
    }
    expect(Object.keys(payloads).sort()).toEqual(helperOnly.toSorted())
    return payloads as Record<string, object>
  }

  it('[E6] [P3] are made by a host, see who asks, take and answer', async () => {
    const [ada, mira] = [await club.player('Ada', code), await club.player('Mira', code)]
    const payloads = await given(ada)
    expect(await mira.refusal('tournament:watch', { tournamentId, as: 'helper' })).toBe('not-a-helper')
    for (const [command, payload] of Object.entries(payloads))
      expect(await mira.refusal(command as CommandName, payload), command).toBe('not-a-helper')

    await host.must('entry:make-helper', { entryId: mira.me!.entryId, helper: true })
    await mira.sees('me', ({ helper }) => helper)
    await mira.watch({ tournamentId, as: 'helper' })
    expect(mira.room).toMatchObject({ calls: [{ name: 'Ada', place: 'left' }], questions: [{ text: 'How?' }] })
    expect(mira.host).toBeNull()
    await mira.must('help:take', payloads['help:take'] as never)
    await mira.sees('room', ({ calls }) => calls[0]?.takenBy?.entryId === mira.me!.entryId)
    await ada.sees('me', ({ help }) => help?.taken?.by === 'helper' && help.taken.name === 'Mira')
    expect(await host.refusal('help:take', payloads['help:take'])).toBe('help-taken')
    await mira.must('question:answer', payloads['question:answer'] as never)
    await mira.sees('room', ({ questions, answered }) => questions.length === 0 && answered.length === 1)
    await mira.must('help:done', payloads['help:done'] as never)
    await mira.sees('room', ({ calls, helped }) => calls.length === 0 && helped === 1)
  })
  it('[P3] start, change and end nothing', async () => {
    const mira = await club.player('Mira', code)
    await host.must('entry:make-helper', { entryId: mira.me!.entryId, helper: true })
    const hosting = (Object.keys(MAY_GIVE) as CommandName[]).filter((command) =>
      MAY_GIVE[command].every((role) => role === 'owner' || role === 'host'),
    )
    expect(hosting.length).toBeGreaterThan(30)
    for (const command of hosting) expect(await mira.refusal(command, {}), command).toBe('not-signed-in')
    expect(await mira.refusal('tournament:watch', { tournamentId, as: 'host' })).toBe('not-signed-in')
  })
  it('[P3] help in their own tournament only', async () => {
    const mira = await club.player('Mira', code)
    await host.must('entry:make-helper', { entryId: mira.me!.entryId, helper: true })
    const other = await host.must('tournament:create', { name: 'Other', rounds: [], approveNames: false })
    const bo = await club.player('Bo', other.code)
    const { callId } = await bo.must('help:ask', { tournamentId: other.tournamentId })
    expect(await mira.refusal('help:take', { callId })).toBe('not-a-helper')
    expect(await mira.refusal('tournament:watch', { tournamentId: other.tournamentId, as: 'helper' })).toBe(
      'not-a-helper',
    )
  })
  it('[E6] hear nothing more once a host takes it back, on a page that is still open', async () => {
    const [ada, mira] = [await club.player('Ada', code), await club.player('Mira', code)]
    await host.must('entry:make-helper', { entryId: mira.me!.entryId, helper: true })
    await mira.watch({ tournamentId, as: 'helper' })
    await host.must('entry:make-helper', { entryId: mira.me!.entryId, helper: false })
    await mira.sees('me', ({ helper }) => !helper)
    await ada.must('help:ask', { tournamentId, place: 'here' })
    await host.sees('host', ({ room }) => room.calls.length === 1)
    await mira.must('tournament:unwatch', {})
    expect(mira.room!.calls).toEqual([])
  })
  it('[E6] join with the link that the host gives, until there is another', async () => {
    expect(await joinRefusal('Guess', { helperKey: 'guessed-key' })).toBe('invitation-outdated')
    const { key } = await host.must('helper:invite', { tournamentId })
    await host.sees('host', ({ helperKey }) => helperKey === key)
    const noor = await club.stranger()
    const joined = { code, name: 'Noor', star: 'sky', continueAsKnown: false, helperKey: key }
    await noor.post('/api/join', joined)
    await noor.connect()
    await noor.watch({ tournamentId, as: 'helper' })
    expect(noor.me).toMatchObject({ name: 'Noor', helper: true })
    // Somebody who plays already becomes one, too.
    const ada = await club.player('Ada', code)
    await ada.post('/api/join', { ...joined, name: 'Ada', continueAsKnown: true })
    await ada.sees('me', ({ helper }) => helper)

    const next = await host.must('helper:invite', { tournamentId })
    expect(await joinRefusal('Late', { helperKey: key })).toBe('invitation-outdated')
    await host.must('helper:uninvite', { tournamentId })
    expect(await joinRefusal('Later', { helperKey: next.key })).toBe('invitation-outdated')
    const wall = await club.stranger()
    await wall.watch({ tournamentId, as: 'projector' })
    expect(JSON.stringify(wall.board)).not.toContain(key)
  })
})

describe('mentors', () => {
  const solveAll = async (person: Person) => {
    for (const id of [first, second]) await person.submit(id, acceptedIn(id, 'python'))
  }
  it('[M1] [M2] [M3] offer when they have finished, and a host brings them together with somebody', async () => {
    const ada = await club.player('Ada Lovelace', code)
    const bo = await club.player('Bo Diddley', code)
    await host.start(roundId, ada, bo)
    const { callId } = await ada.must('help:ask', { tournamentId, problemId: second, place: 'third row' })
    expect(await bo.refusal('mentor:offer', { tournamentId })).toBe('mentor-not-finished')
    expect(bo.me!.mentoring.mayOffer).toBe(false)
    await solveAll(bo)
    await bo.sees('me', ({ mentoring }) => mentoring.mayOffer)
    expect(await host.refusal('mentor:match', { callId, entryId: bo.me!.entryId })).toBe('mentor-not-free')
    await bo.must('mentor:offer', { tournamentId })
    const { room } = await host.sees('host', ({ room }) => room.mentors.length === 1)
    expect(room.mentors[0]).toMatchObject({ name: 'Bo Diddley', callId: null })
    expect(bo.me!.mentoring.match).toBeNull()

    await host.must('mentor:match', { callId, entryId: bo.me!.entryId })
    const mine = await ada.sees('me', ({ help }) => help?.taken != null)
    expect(mine.help!.taken).toMatchObject({ by: 'mentor', name: 'Bo' })
    const his = await bo.sees('me', ({ mentoring }) => mentoring.match !== null)
    expect(his.mentoring.match).toMatchObject({ callId, name: 'Ada', place: 'third row', problemId: second })
    expect(JSON.stringify(his)).not.toContain('Lovelace')
    expect(JSON.stringify(mine)).not.toContain('Diddley')

    // He is with her: nobody else gets him, and he says when it is done.
    const chen = await club.player('Chen', code)
    const other = await chen.must('help:ask', { tournamentId })
    expect(await host.refusal('mentor:match', { callId: other.callId, entryId: bo.me!.entryId })).toBe(
      'mentor-not-free',
    )
    expect(await bo.refusal('help:done', { callId: other.callId })).toBe('not-a-helper')
    expect(await bo.refusal('help:take', { callId: other.callId })).toBe('not-a-helper')
    await bo.must('help:done', { callId })
    await ada.sees('me', ({ help }) => help === null)
    await bo.sees('me', ({ mentoring }) => mentoring.match === null && mentoring.offered)
  })
  it('[M1] withdraw, and whom they were with waits again', async () => {
    const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
    await host.start(roundId, ada, bo)
    await solveAll(bo)
    const { callId } = await ada.must('help:ask', { tournamentId })
    await bo.must('mentor:offer', { tournamentId })
    await host.must('mentor:match', { callId, entryId: bo.me!.entryId })
    await bo.sees('me', ({ mentoring }) => mentoring.match !== null)
    await bo.must('mentor:withdraw', { tournamentId })
    await bo.sees('me', ({ mentoring }) => !mentoring.offered && mentoring.match === null)
    await ada.sees('me', ({ help }) => help !== null && help.taken === null)
    await host.watch({ tournamentId, as: 'host' })
    expect(host.host!.room.mentors).toEqual([])
    expect(host.host!.room.calls).toMatchObject([{ id: callId, takenBy: null }])
  })
  it('[M3] learn no name that no host has approved', async () => {
    await host.must('tournament:update', { tournamentId, approveNames: true })
    const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
    await host.start(roundId, ada, bo)
    await solveAll(bo)
    const { callId } = await ada.must('help:ask', { tournamentId })
    await bo.must('mentor:offer', { tournamentId })
    await host.must('mentor:match', { callId, entryId: bo.me!.entryId })
    expect((await bo.sees('me', ({ mentoring }) => mentoring.match !== null)).mentoring.match!.name).toBe('')
    expect((await ada.sees('me', ({ help }) => help?.taken != null)).help!.taken!.name).toBe('')
  })
  it('[M1] their offer ends with the round', async () => {
    const bo = await club.player('Bo', code)
    await host.start(roundId, bo)
    await solveAll(bo)
    await bo.must('mentor:offer', { tournamentId })
    await host.must('round:stop', { roundId })
    await bo.sees('me', ({ mentoring }) => !mentoring.offered && !mentoring.mayOffer)
    expect(await bo.refusal('mentor:offer', { tournamentId })).toBe('mentor-not-finished')
  })
})
