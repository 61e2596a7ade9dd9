import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../server/cli/bots/client.ts'
import { LEAVES_NONE } from '../../server/live/audit/kept.ts'
import { AUDIT_ACTIONS, type AuditLine } from '../../server/protocol/audit.ts'
import { COMMANDS, type CommandName } from '../../server/protocol/commands.ts'
import type { RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { DATABASE_FILE } from '../../server/store/connection.ts'
import { mayGive } from '../../server/tournament/permissions.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

describe('every command of hosts and helpers', () => {
  const staff = (Object.keys(COMMANDS) as CommandName[]).filter((one) => mayGive(one, ['owner', 'host', 'helper']))
  it.each(staff)('%s leaves a line, or is known to leave none', (command) => {
    const kept = AUDIT_ACTIONS.some((action) => action === command)
    expect(kept || LEAVES_NONE.includes(command)).toBe(true)
    expect(kept && LEAVES_NONE.includes(command)).toBe(false)
  })
})

describe('the audit trail', () => {
  const PASSWORD = 'a long enough password'
  let club: Club
  let owner: Person
  let mira: ReturnType<typeof createClient>
  let ada: Person
  let helper: Person
  let tournamentId: TournamentId
  let code: string
  let roundId: RoundId
  let helperKey: string

  beforeAll(async () => {
    club = await openClub()
    owner = await club.host('owner')
    const { link } = await owner.post<{ link: string }>('/api/host/invite', {})
    mira = createClient(club.url)
    const token = new URL(link).searchParams.get('token')
    await mira.post('/api/host/claim', { token, name: 'Mira', password: PASSWORD })
    await mira.connect()
    const rounds = [{ name: 'Round 1', limitMinutes: 20, problemIds: [functionPuzzles[0]!.id] }]
    ;({ tournamentId, code } = await mira.must('tournament:create', { name: 'Friday', rounds }))
    await owner.watch({ tournamentId, as: 'host' })
    roundId = owner.host!.rounds[0]!.id
    ada = await club.player('Ada', code)
    helperKey = (await mira.must('helper:invite', { tournamentId })).key
    helper = await club.stranger()
    await helper.post('/api/join', { code, name: 'Hella', star: 'sky', continueAsKnown: true, helperKey })
    await helper.connect()
  })
  afterAll(async () => {
    mira.close()
    await club.close()
  })

  const trail = async (query = {}) => (await owner.must('audit:list', query)).lines
  const newest = async () => (await trail())[0]!
  const said = ({ who, role, action, outcome, tournament, round, player, count }: AuditLine) => ({
    who,
    role,
    action,
    outcome,
    tournament,
    round,
    player,
    count,
  })
  const friday = { tournament: 'Friday', round: '', player: '', count: null, outcome: 'ok' }

  it('tells how hosts and helpers came in', async () => {
    const lines = (await trail()).toReversed().map(({ who, role, action }) => [action, who, role])
    expect(lines).toEqual([
      ['host:claim', 'owner', 'owner'],
      ['host:invite', 'owner', 'owner'],
      ['host:join', 'Mira', 'host'],
      ['tournament:create', 'Mira', 'host'],
      ['helper:invite', 'Mira', 'host'],
      ['helper:join', 'Hella', 'helper'],
    ])
  })

  it('tells what was done to what, with its numbers', async () => {
    await mira.must('round:start', { roundId })
    const { extensionId } = await mira.must('round:extend', { roundId, minutes: 5 })
    const extended = { ...friday, who: 'Mira', role: 'host', action: 'round:extend', round: 'Round 1', count: 5 }
    expect(said(await newest())).toEqual(extended)
    await mira.must('round:take-back-time', { roundId, extensionId })
    expect(said(await newest())).toMatchObject({ who: 'Mira', action: 'round:take-back-time', round: 'Round 1' })
    await owner.must('entry:give-time', { entryId: ada.me!.entryId, factor: 1.5 })
    const gave = { ...friday, who: 'owner', role: 'owner', action: 'entry:give-time', player: 'Ada', count: 50 }
    expect(said(await newest())).toEqual(gave)
  })

  it('has the line in the same commit: a crash right after leaves both or neither', async () => {
    await mira.must('tournament:announce', { tournamentId, text: 'Ten minutes' })
    const sqlite = new Database(join(club.dataDir, DATABASE_FILE), { readonly: true })
    // One transaction, one revision: the line stands where the announcement does.
    const row = sqlite.prepare('select action from audit order by rowid desc limit 1').pluck().get()
    sqlite.close()
    expect(row).toBe('tournament:announce')
    await mira.must('tournament:announce', { tournamentId, text: null })
    expect((await newest()).action).toBe('tournament:unannounce')
  })

  it('tells what was refused', async () => {
    await mira.send('round:start', { roundId })
    expect(said(await newest())).toMatchObject({ who: 'Mira', action: 'round:start', outcome: 'round-state' })
  })

  it('tells what a helper did in their tournament, and nothing of players', async () => {
    const { questionId } = await ada.must('question:ask', { tournamentId, text: 'a-question-of-adas' })
    const { callId } = await ada.must('help:ask', { tournamentId, place: 'by-the-window' })
    const before = (await trail()).length
    expect(await ada.refusal('question:close', { questionId })).toBe('not-a-helper')
    expect((await trail()).length).toBe(before)
    await helper.must('question:answer', { questionId, text: 'an-answer-of-hellas' })
    const answered = { ...friday, who: 'Hella', role: 'helper', action: 'question:answer', player: 'Ada' }
    expect(said(await newest())).toEqual(answered)
    await helper.must('help:take', { callId })
    expect(said(await newest())).toMatchObject({ who: 'Hella', action: 'help:take', player: 'Ada' })
  })

  it('tells of sign-ins, of wrong passwords for names that there are, and of the judge', async () => {
    const device = createClient(club.url)
    await device.post('/api/host/sign-in', { name: 'mira', password: PASSWORD })
    expect(said(await newest())).toMatchObject({ who: 'Mira', action: 'host:sign-in', outcome: 'ok' })
    await expect(device.post('/api/host/sign-in', { name: 'mira', password: 'a wrong one' })).rejects.toThrow()
    expect(said(await newest())).toMatchObject({ who: 'Mira', action: 'host:sign-in', outcome: 'wrong-password' })
    const before = (await trail()).length
    await expect(device.post('/api/host/sign-in', { name: 'my-password!', password: 'Mira' })).rejects.toThrow()
    expect((await trail()).length).toBe(before)
    await device.post('/api/host/sign-out', {})
    expect(said(await newest())).toMatchObject({ who: 'Mira', action: 'host:sign-out' })
    await mira.must('judge:restart', {})
    expect(said(await newest())).toMatchObject({ who: 'Mira', action: 'judge:restart', tournament: '' })
  })

  it('is found by person, tournament and time, a page after the other', async () => {
    expect((await trail({ who: 'Hella' })).map(({ action }) => action)).toEqual([
      'help:take',
      'question:answer',
      'helper:join',
    ])
    expect((await trail({ tournamentId })).map(({ action }) => action)).not.toContain('judge:restart')
    expect(await trail({ to: 1 })).toEqual([])
    for (let n = 0; n < 51; n++) await mira.must('round:move', { roundId, position: 1 }).catch(() => null)
    const first = await owner.must('audit:list', {})
    expect([first.lines.length, first.more]).toEqual([50, true])
    const second = await owner.must('audit:list', { before: first.lines.at(-1)!.id })
    expect(second.more).toBe(false)
    const all = [...first.lines, ...second.lines]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.at(-1)!.action).toBe('host:claim')
    expect(first.people).toEqual(['Hella', 'Mira', 'owner'])
    expect(first.tournaments).toEqual([{ id: tournamentId, name: 'Friday' }])
  })

  it('is for the owner alone', async () => {
    const answer = await mira.send('audit:list', {})
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-allowed', params: { who: 'owner' } } })
  })

  it('holds no password, token, key, or word that anybody wrote', async () => {
    const sqlite = new Database(join(club.dataDir, DATABASE_FILE), { readonly: true })
    const kept = JSON.stringify(sqlite.prepare('select * from audit').all())
    sqlite.close()
    for (const secret of [PASSWORD, 'a wrong one', 'my-password!', helperKey, code, 'Ten minutes'])
      expect(kept).not.toContain(secret)
    for (const words of ['a-question-of-adas', 'an-answer-of-hellas', 'by-the-window', 'Ada'])
      expect(kept).not.toContain(words)
  })

  it('forgets the name of a helper who deletes their account', async () => {
    await helper.must('profile:delete', { confirm: 'delete' })
    expect((await trail()).filter(({ who }) => who === 'Hella')).toEqual([])
    expect((await owner.must('audit:list', {})).people).toEqual(['Mira', 'owner'])
  })
})
