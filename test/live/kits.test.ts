import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KitId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { puzzles } from '../support/puzzles.ts'

const HOUR = 'first-steps-hour' as KitId
const WEEKS = 'beginner-four-weeks' as KitId

describe('ready evenings over a real socket', () => {
  let club: Club
  let host: Person
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
  })
  afterAll(() => club.close())

  const kit = async (id: KitId, locale = 'en') =>
    (await host.must('kit:list', { locale })).kits.find((one) => one.id === id)!

  it('are listed for hosts with rounds, workshop texts and a checklist', async () => {
    const hour = await kit(HOUR)
    expect(hour).toMatchObject({ name: 'A first hour', level: 'first-steps', time: 'hour' })
    expect(hour.meetings).toHaveLength(1)
    const [first] = hour.meetings[0]!.rounds
    expect(first).toMatchObject({ name: 'Numbers with names', limitMinutes: 12, breakMinutes: 3 })
    expect(first!.workshop).toMatch(/^A variable is a name for a value/)
    expect(first!.problems[0]).toEqual({ id: 'recipe-for-ten', name: 'Recipe for ten', level: 1, minutes: 2 })
    expect(hour.checklist[0]!.when).toBe('Two weeks before')
    expect(hour.checklist.at(-1)!.when).toBe('The day after')
  })

  it('speak the language that is asked for', async () => {
    const hour = await kit(HOUR, 'es')
    expect(hour.name).toBe('Una primera hora')
    expect(hour.meetings[0]!.rounds[0]!.name).toBe('Números con nombre')
    expect(hour.checklist[0]!.when).toBe('Dos semanas antes')
    const { id, name } = hour.meetings[0]!.rounds[0]!.problems[0]!
    expect(name).toBe(puzzles.find((puzzle) => puzzle.id === id)!.names['es'])
  })

  it('become a tournament with their rounds, named in the host’s language', async () => {
    const { tournamentId } = await host.must('tournament:create', { name: 'Sábado', kitId: HOUR, locale: 'es' })
    await host.watch({ tournamentId, as: 'host' })
    const wanted = (await kit(HOUR, 'es')).meetings[0]!.rounds.map(({ name, limitMinutes, problems }) => {
      return { name, limitMinutes, problemIds: problems.map(({ id }) => id), status: 'planned' }
    })
    expect(host.host!.rounds).toMatchObject(wanted)
  })

  it('of four weeks are played in four tournaments', async () => {
    const { tournamentId } = await host.must('tournament:create', { name: 'Third week', kitId: WEEKS, meeting: 3 })
    await host.watch({ tournamentId, as: 'host' })
    expect(host.host!.rounds.map(({ name }) => name)).toEqual([
      'Step by step',
      'Finding the right one',
      'Counting and grouping',
    ])
  })

  it('are known again in the tournament that was made of them, and in its copy', async () => {
    const made = await host.must('tournament:create', { name: 'Week two', kitId: WEEKS, meeting: 2 })
    const copy = await host.must('tournament:clone', { tournamentId: made.tournamentId })
    for (const { tournamentId } of [made, copy]) {
      const { kits } = await host.must('kit:list', { tournamentId })
      expect(kits.map(({ id, meetings }) => [id, meetings.map(({ position }) => position)])).toEqual([[WEEKS, [2]]])
    }
  })

  it('are not claimed for a tournament with other puzzles, or none', async () => {
    const hour = await kit(HOUR)
    const problemIds = hour.meetings[0]!.rounds[0]!.problems.map(({ id }) => id)
    for (const rounds of [[], [{ name: 'One', limitMinutes: 20, problemIds }]]) {
      const { tournamentId } = await host.must('tournament:create', { name: 'My own', rounds })
      expect(await host.must('kit:list', { tournamentId })).toEqual({ kits: [] })
    }
  })

  it('are refused where there is no such kit or meeting, beside rounds, and to whoever is no host', async () => {
    const create = (more: object) => host.refusal('tournament:create', { name: 'X', ...more })
    expect(await create({ kitId: 'no-such-kit' })).toBe('kit-not-found')
    expect(await create({ kitId: HOUR, meeting: 2 })).toBe('kit-not-found')
    const rounds = [{ name: 'One', limitMinutes: 5, problemIds: [] }]
    expect(await create({ kitId: HOUR, rounds })).toBe('bad-request')
    expect(await host.refusal('kit:list', { tournamentId: 'not-there-at-all' })).toBe('tournament-not-found')
    expect(await (await club.stranger()).refusal('kit:list', {})).toBe('not-signed-in')
  })
})
