import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

const [first, second] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]
const SCREEN = { width: 1920, height: 1080, zoom: 1, fullScreen: true }

describe('a rehearsal, by sockets', () => {
  let club: Club
  let host: Person
  let wall: Person
  let phone: Person
  let code: string
  let tournamentId: TournamentId
  let roundId: RoundId
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
    wall = await club.stranger()
    phone = await club.stranger()
  })
  afterAll(() => club.close())
  beforeEach(async () => {
    ;({ code, tournamentId, roundId } = await host.prepare([[first, second]]))
    await wall.watch({ code, as: 'projector' })
  })
  const begin = () => host.must('rehearsal:begin', { tournamentId, device: 'the-hosts-laptop' })
  const visit = (device: string, origin = club.app.joinUrl()) =>
    phone.must('rehearsal:visit', { code, device, origin, roundTripMs: 12, width: 360 })
  const shown = (on: boolean) => wall.sees('board', ({ testPicture }) => testPicture === on)

  it('[D1] puts the test picture on the wall, and hears how large the wall is', async () => {
    expect(wall.board!.testPicture).toBe(false)
    await begin()
    await shown(true)
    await wall.must('rehearsal:wall', SCREEN)
    const { rehearsal } = await host.sees('host', (view) => view.rehearsal?.walls.length === 1)
    expect(rehearsal!.walls).toEqual([SCREEN])
    await wall.watch({ code, as: 'projector', locale: 'es' })
    await host.watch({ tournamentId, as: 'host' })
    expect(host.host!.rehearsal!.walls).toEqual([SCREEN])
    await wall.must('tournament:unwatch', {})
    await host.sees('host', (view) => view.rehearsal?.walls.length === 0)
    await host.must('rehearsal:end', { tournamentId })
    await host.sees('host', (view) => view.rehearsal === null)
  })

  it('a phone that opens the test address is seen at once, and whether it came by the address on the wall', async () => {
    expect((await visit('a-phone-1')).outcome).toBe('over')
    await begin()
    expect((await visit('a-phone-1')).outcome).toBe('counted')
    expect((await visit('a-phone-2', 'http://another.name:3000')).outcome).toBe('counted')
    expect((await visit('a-phone-2', 'http://another.name:3000')).outcome).toBe('counted')
    const { rehearsal } = await host.sees('host', (view) => view.rehearsal?.visits.length === 2)
    expect(rehearsal!.visits.map(({ byJoinAddress, roundTripMs }) => [byJoinAddress, roundTripMs])).toEqual([
      [true, 12],
      [false, 12],
    ])
  })

  it('[D3] the host’s own device proves nothing', async () => {
    await begin()
    expect((await visit('the-hosts-laptop')).outcome).toBe('own')
    expect(host.host!.rehearsal?.visits ?? []).toEqual([])
  })

  it('[D1] is over when the host has gone for good, and not before', async () => {
    await begin()
    await shown(true)
    await host.must('tournament:unwatch', {})
    await host.watch({ tournamentId, as: 'host' })
    await begin()
    club.clock.jump(30_000)
    await wall.watch({ code, as: 'projector' })
    expect(wall.board!.testPicture).toBe(true)
    await host.must('tournament:unwatch', {})
    club.clock.jump(30_000)
    await shown(false)
  })
  it('[D1] is over after an hour, whoever has forgotten it', async () => {
    await begin()
    await shown(true)
    club.clock.jump(61 * MINUTE_MS)
    await shown(false)
  })

  it('[D2] leaves the wall to a round, and does not begin beside one', async () => {
    await begin()
    await shown(true)
    await host.must('round:start', { roundId })
    await shown(false)
    expect(await host.refusal('rehearsal:begin', { tournamentId, device: 'the-hosts-laptop' })).toBe('rehearse-later')
  })

  it('judges an honest solution in each language', async () => {
    const { checks } = await host.must('rehearsal:judge', { tournamentId })
    expect(checks.map(({ language, verdict }) => [language, verdict])).toEqual([
      ['python', 'AC'],
      ['javascript', 'AC'],
      ['typescript', 'AC'],
    ])
    expect(checks.every(({ tookMs }) => tookMs >= 0)).toBe(true)
  })

  it('[D4] leaves nothing behind', async () => {
    await begin()
    await visit('a-phone-1')
    await host.must('rehearsal:judge', { tournamentId })
    await host.must('rehearsal:end', { tournamentId })
    const { store } = club.app
    expect(await store.entriesOf(tournamentId)).toEqual([])
    expect(await store.submissionOutlines(roundId)).toEqual([])
    expect(await host.refusal('tournament:remove', { tournamentId })).toBeNull()
  })

  it('takes only what makes sense', async () => {
    expect(await phone.refusal('rehearsal:wall', { ...SCREEN, width: -1 })).toBe('bad-request')
    expect(await phone.refusal('rehearsal:begin', { tournamentId, device: 'a-phone-1' })).toBe('not-signed-in')
    const nowhere = { code: 'NOPE99', device: 'a-phone-1', origin: '', roundTripMs: 1, width: 360 }
    expect(await phone.refusal('rehearsal:visit', nowhere)).toBe('tournament-not-found')
  })
})
