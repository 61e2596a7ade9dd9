import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemId, SeriesId, TournamentId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const [easiest, ...others] = functionPuzzles.filter(({ level }) => level === 1).map(({ id }) => id as ProblemId)
const AT_THE_CLUB = [easiest!, ...others.slice(0, 4)]
const AT_THE_LIBRARY = others.slice(4, 7)

describe('puzzles for the next evening, laid out before anybody has joined', () => {
  let club: Club
  let host: Person
  let thursdays: SeriesId
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
    thursdays = (await host.must('series:create', { name: 'Thursday club' })).seriesId
  })
  afterAll(() => club.close())

  const prepared = async (name: string, within: { seriesId?: SeriesId } = {}) =>
    host.must('tournament:create', { name, rounds: [], approveNames: false, ...within })
  const suggestedFor = async (tournamentId: TournamentId) =>
    (await host.must('bank:suggest', { tournamentId, count: 12, level: 1 })).problemIds
  const inCommon = (ids: readonly ProblemId[], to: readonly ProblemId[]) => ids.filter((id) => to.includes(id))

  /** One round, in which these people solve these puzzles. */
  async function evening(code: string, tournamentId: TournamentId, names: string[], solved: readonly ProblemId[]) {
    const { roundId } = await host.must('round:add', {
      ...{ tournamentId, name: 'Round 1', limitMinutes: 60, problemIds: [...solved] },
    })
    await host.watch({ tournamentId, as: 'host' })
    const people: Person[] = []
    for (const name of names) people.push(await club.player(name, code))
    await host.must('round:start', { roundId })
    for (const person of people) {
      await person.sees('board', ({ round }) => round?.status === 'running')
      for (const problemId of solved) {
        await person.must('problem:open', { roundId, problemId })
        club.clock.jump(MINUTE_MS)
        await person.submit(problemId, acceptedIn(problemId, 'python'))
      }
    }
    await host.must('round:stop', { roundId })
    await host.sees('host', ({ rounds }) => rounds.every(({ rated, openFlags }) => rated && openFlags === 0))
    await host.must('round:publish', { roundId })
  }

  it('leave out what those solved who were there last time', async () => {
    const first = await prepared('January')
    await evening(first.code, first.tournamentId, ['Ada', 'Bo'], AT_THE_CLUB)
    const next = await prepared('February')
    const suggested = await suggestedFor(next.tournamentId)
    expect(suggested.length).toBe(12)
    expect(inCommon(suggested, AT_THE_CLUB)).toEqual([])
    const listed = (await host.must('bank:list', { tournamentId: next.tournamentId })).problems
    expect(listed.find(({ id }) => id === easiest)).toMatchObject({ solvedBefore: 2, expected: 2 })
  })

  it('in a series leave out what its own people solved, not those of other evenings', async () => {
    const library = await prepared('At the library', { seriesId: thursdays })
    await evening(library.code, library.tournamentId, ['Chen'], AT_THE_LIBRARY)
    const next = await prepared('At the library again', { seriesId: thursdays })
    const suggested = await suggestedFor(next.tournamentId)
    expect(inCommon(suggested, AT_THE_LIBRARY)).toEqual([])
    expect(inCommon(suggested, AT_THE_CLUB)).not.toEqual([])
  })

  it('go by who is there, once the first round has begun', async () => {
    const { tournamentId, code } = await prepared('March')
    await evening(code, tournamentId, ['Dee'], [others[8]!])
    const suggested = await suggestedFor(tournamentId)
    expect(inCommon(suggested, [others[8]!])).toEqual([])
    expect(inCommon(suggested, [...AT_THE_CLUB, ...AT_THE_LIBRARY])).not.toEqual([])
    const listed = (await host.must('bank:list', { tournamentId })).problems
    expect(listed.find(({ id }) => id === easiest)).toMatchObject({ solvedBefore: 0, expected: 1 })
  })
})
