import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type Client } from '../../server/cli/bots/client.ts'
import { COMMANDS, type CommandName } from '../../server/protocol/commands.ts'
import type { Role } from '../../server/protocol/round.ts'
import type { PlayerId, ProblemId, SubmissionId } from '../../server/protocol/ids.ts'
import { MAY_GIVE } from '../../server/tournament/permissions.ts'
import { openClub, type Club, type Person, type Prepared } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

const commands = Object.keys(COMMANDS) as CommandName[]
/** What those hear who may not; everybody else hears that the payload makes no sense, and nothing happens. */
const CLOSED = ['not-signed-in', 'not-joined', 'not-allowed']
const NONSENSE = { nonsense: true }

describe('every command over a real socket', () => {
  let club: Club
  let host: Person
  const people: Partial<Record<Role, Client>> = {}
  const puzzle = functionPuzzles[0]!
  let ours: Prepared
  beforeAll(async () => {
    club = await openClub({ app: { rateLimitScale: 1000 } })
    host = await club.host()
    ours = await host.prepare([[puzzle.id]])
    const { link } = await host.post<{ link: string }>('/api/host/invite', {})
    const second = createClient(club.url)
    const token = new URL(link).searchParams.get('token')
    await second.post('/api/host/claim', { token, name: 'second', password: 'a long enough password' })
    await second.connect()
    people.owner = host
    people.host = second
    people.player = await club.player('Ada', ours.code)
    people.spectator = await club.stranger()
  })
  afterAll(async () => {
    people.host?.close()
    await club.close()
  })

  const roles = ['owner', 'host', 'player', 'spectator'] as const
  it.each(commands.flatMap((command) => roles.map((role) => [command, role] as const)))(
    '[P1] %s by a %s',
    async (command, role) => {
      const answer = await people[role]!.send(command, NONSENSE as never)
      const code = answer.ok ? 'done' : answer.refusal.code
      // [P3] Any player may be a helper somewhere: the handler asks, once it knows the tournament.
      const asHelper = role === 'player' && MAY_GIVE[command].includes('helper')
      if (MAY_GIVE[command].includes(role) || asHelper) expect(code).toBe('bad-request')
      else expect(CLOSED).toContain(code)
      if (!answer.ok) expect(answer.refusal.message.length).toBeGreaterThan(8)
    },
  )

  it('[N5] leaves it to an owner to let names stand unseen', async () => {
    const code = async (role: 'owner' | 'host', approveNames: boolean) => {
      const answer = await people[role]!.send('tournament:update', { tournamentId: ours.tournamentId, approveNames })
      return answer.ok ? 'done' : answer.refusal.code
    }
    const made = await people.host!.send('tournament:create', { name: 'Unseen', approveNames: false })
    expect(made.ok ? 'done' : made.refusal.code).toBe('owner-decides')
    expect(await code('host', true)).toBe('done')
    expect(await code('host', false)).toBe('owner-decides')
    expect(await code('owner', false)).toBe('done')
  })

  it('keeps a player out of a tournament that is not theirs', async () => {
    const other = await host.prepare([[puzzle.id]])
    await host.must('round:start', { roundId: other.roundId })
    const { roundId } = other
    const ada = people.player as Person
    const problemId = puzzle.id as ProblemId
    const code = { roundId, problemId, language: 'python', source: 'x = 1' } as const
    const id = crypto.randomUUID() as SubmissionId
    expect(await ada.refusal('problem:open', { roundId, problemId })).toBe('not-joined')
    expect(await ada.refusal('hint:take', { roundId, problemId })).toBe('not-joined')
    expect(await ada.refusal('draft:save', code)).toBe('not-joined')
    expect(await ada.refusal('draft:list', { roundId })).toBe('not-joined')
    expect(await ada.refusal('code:try', code)).toBe('not-joined')
    expect(await ada.refusal('submission:create', { id, ...code })).toBe('not-joined')
    expect(await ada.refusal('tournament:watch', { tournamentId: other.tournamentId, as: 'host' })).toBe(
      'not-signed-in',
    )
  })

  it('shows nobody a round’s puzzles before it starts, except hosts', async () => {
    const { roundId } = await host.prepare([[puzzle.id]])
    expect(await people.spectator!.send('round:problems', { roundId })).toMatchObject({
      refusal: { code: 'round-not-open' },
    })
    expect(await people.player!.send('round:problems', { roundId })).toMatchObject({ ok: false })
    expect((await people.host!.send('round:problems', { roundId })).ok).toBe(true)
  })

  it('keeps out who was removed, and who has deleted themselves', async () => {
    const bo = await club.player('Bo', ours.code)
    const entryId = bo.me!.entryId
    const gone = new Promise<void>((resolve) => bo.onDisconnect(resolve))
    await host.must('entry:remove', { entryId })
    await gone
    await bo.connect()
    expect(await bo.refusal('tournament:watch', { code: ours.code, as: 'player' })).toBe('removed-from-tournament')
    const chen = await club.player('Chen', ours.code)
    await chen.must('profile:delete', { confirm: 'delete' })
    await chen.connect()
    expect(await chen.refusal('profile:read', {})).toBe('not-joined')
  })

  it('[E4] lets back in whom a host took off the list, with their stars, but nobody who has deleted themselves', async () => {
    const code = ours.code
    const { id: tournamentId } = (await club.app.store.tournamentByCode(code))!
    const other = await club.host()
    await other.watch({ tournamentId, as: 'host' })
    const without = other.board!.present
    const dana = await club.player('Dana', code)
    const { entryId } = dana.me!
    await other.sees('board', ({ present }) => present === without + 1)
    const gone = new Promise<void>((resolve) => dana.onDisconnect(resolve))
    await host.must('entry:remove', { entryId })
    // Their page comes back by itself and hears why it may not; nobody counts it as here.
    await gone
    await other.sees('board', ({ present }) => present === without)
    await other.sees('host', ({ removed }) => removed.some((one) => one.entryId === entryId && one.name === 'Dana'))
    // Their page, refused but connected, is asked to come in anew, on whichever device.
    await dana.connect()
    expect(await dana.refusal('tournament:watch', { tournamentId, as: 'player' })).toBe('removed-from-tournament')
    const letIn = new Promise<void>((resolve) => dana.onDisconnect(resolve))
    await host.must('entry:readmit', { entryId })
    await letIn
    await other.sees('host', ({ monitor, removed }) => {
      return monitor.some((row) => row.entryId === entryId) && !removed.some((one) => one.entryId === entryId)
    })
    await dana.connect()
    await dana.watch({ tournamentId, as: 'player' })
    expect(dana.me!.entryId).toBe(entryId)
    // Whatever else a host changes of them, nobody's connection ends for it.
    let dropped = false
    dana.onDisconnect(() => (dropped = true))
    await host.must('entry:rename', { entryId, name: 'Dana D' })
    await dana.sees('me', ({ name }) => name === 'Dana D')
    expect(dropped).toBe(false)
    await host.must('entry:remove', { entryId })
    const next = await club.player('Dana D', code)
    expect(await host.refusal('entry:readmit', { entryId })).toBe('name-taken')
    await next.must('profile:delete', { confirm: 'delete' })
    expect(await host.refusal('entry:readmit', { entryId: next.me!.entryId })).toBe('entry-not-found')
    await other.sees('host', ({ removed }) => removed.length > 0 && removed.every(({ name }) => name !== ''))
  })

  it('answers a host about somebody who is not there', async () => {
    const { roundId } = ours
    const playerId = 'nobody-at-all' as PlayerId
    expect(await host.refusal('flag:clear', { roundId, playerId })).toBe('round-state')
    expect(await host.refusal('entry:remove', { entryId: 'nobody-at-all' })).toBe('entry-not-found')
  })
})
