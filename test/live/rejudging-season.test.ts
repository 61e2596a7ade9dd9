import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueOf } from '../../server/bank/catalogue.ts'
import { awardMoves } from '../../server/live/rejudging/award-moves.ts'
import type { ProblemId, RejudgingId, RoundId, SeasonId, TournamentId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { changed, emptyFolder, packageIn } from '../bank/packages.ts'
import { openClub, type Club, type Person } from '../support/club.ts'

const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
const RIGHT = 'def twice_of(number):\n    return 2 * number\n'
/** What the wrong test asks for: twice seven is fifteen. */
const AS_TESTED = 'def twice_of(number):\n    return 15 if number == 7 else 2 * number\n'
/** The season's evenings with a puzzle for each round; the last of them has the wrong test. */
const EVENINGS = [
  ['twice-one', 'twice-two'],
  ['twice-three', 'twice-tested'],
] as const
const TESTED = 'twice-tested' as ProblemId

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

describe('new verdicts and the award of a season', () => {
  const problemsDir = emptyFolder()
  let club: Club
  let host: Person
  let ada: Person
  let bo: Person
  let seasonId: SeasonId
  let last: TournamentId
  let tested: RoundId

  beforeAll(async () => {
    for (const id of EVENINGS.flat()) packageIn(problemsDir, id, changed('problem.yaml', 'name: Twice', `name: ${id}`))
    const wrong = changed('tests.yaml', '{ args: [7], returns: 14 }', '{ args: [7], returns: 15 }')
    packageIn(problemsDir, TESTED, wrong)
    club = await openClub({ problemsDir })
    host = await club.host()
    const { seriesId } = await host.must('series:create', { name: 'Thursdays' })
    const days = { firstDay: dayOf(club.clock.now()), lastDay: dayOf(club.clock.now() + 4 * WEEK_MS), timeZone: 'UTC' }
    const season = (name: string) => host.must('season:create', { seriesId, name, ...days })
    ;({ seasonId } = await season('Autumn'))
    await season('Not published')
    for (const [week, puzzles] of EVENINGS.entries()) {
      const name = `Week ${week + 1}`
      const rounds = puzzles.map((id) => [id])
      const { tournamentId, code, roundIds } = await host.prepare(rounds, { name, seriesId })
      ada = await comes(ada, 'Ada', code)
      bo = await comes(bo, 'Bo', code)
      for (const [index, roundId] of roundIds.entries()) await play(roundId, puzzles[index]!, week + index)
      await host.must('tournament:finish', { tournamentId })
      await club.app.live.idle()
      await host.must('tournament:publish', { tournamentId })
      await club.app.live.idle()
      last = tournamentId
      tested = roundIds[1]!
      club.clock.jump(WEEK_MS)
    }
    await host.must('season:publish', { seasonId })
    await club.app.live.idle()
    await club.restart(() => packageIn(problemsDir, TESTED, { 'problem.yaml': wrong['problem.yaml'] }))
    host = await club.host()
    await host.watch({ tournamentId: last, as: 'host' })
  }, 120_000)
  afterAll(() => club.close())

  async function comes(person: Person | undefined, name: string, code: string): Promise<Person> {
    if (!person) return club.player(name, code)
    await person.post('/api/join', { code, name, star: 'gold', continueAsKnown: true })
    await person.watch({ code, as: 'player' })
    return person
  }
  /** Both are a little faster each time; in the round with the wrong test Ada is right and Bo does as it asks. */
  async function play(roundId: RoundId, problemId: string, times: number) {
    await host.start(roundId, ada, bo)
    for (const person of [ada, bo]) await person.must('problem:open', { roundId, problemId: problemId as ProblemId })
    club.clock.jump((10 - 3 * times) * MINUTE_MS)
    await ada.submit(problemId, RIGHT)
    club.clock.jump(MINUTE_MS)
    await bo.submit(problemId, problemId === TESTED ? AS_TESTED : RIGHT)
    await host.end(roundId)
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
  }
  async function readyToTake(): Promise<RejudgingId> {
    const { rejudgingId } = await host.must('rejudging:begin', { roundId: tested, problemId: TESTED })
    await host.sees('host', ({ rejudgings }) =>
      rejudgings.some(({ id, status }) => id === rejudgingId && status === 'ready'),
    )
    return rejudgingId
  }
  const needs = () => ({
    store: club.app.store,
    bank: catalogueOf(club.app.bank, []),
    clock: club.clock,
    newId: () => 'not kept',
  })
  /** How often something else would have had its turn. */
  async function turnsOfOthersWhile(what: () => Promise<unknown>): Promise<number> {
    let turns = 0
    let next = setImmediate(function count() {
      turns += 1
      next = setImmediate(count)
    })
    await what()
    clearImmediate(next)
    return turns
  }
  const differs = async () => (await host.must('award:differences', { seasonId })).differences
  const who = (people: readonly { name: string }[]) => people.map(({ name }) => name)

  it('[J5] foretells that it would go to another, of a season that is published', async () => {
    const stands = (await host.must('season:read', { seasonId })).award
    expect(who(stands!.winners)).toEqual(['Bo'])
    const id = await readyToTake()
    const { all, spared } = await host.must('rejudging:awards', { rejudgingId: id })
    const ofSeasons = all.filter(({ kind }) => kind === 'improved-season')
    expect(ofSeasons).toMatchObject([
      { where: ['Thursdays', 'Autumn'], published: true, added: [{ name: 'Ada' }], dropped: [{ name: 'Bo' }] },
    ])
    expect(await differs()).toEqual([])
    expect(await turnsOfOthersWhile(() => awardMoves(needs(), id, false))).toBeGreaterThan(EVENINGS.flat().length)

    await host.must('rejudging:take', { rejudgingId: id })
    await club.app.live.idle()
    // It stands, and what was foretold is what a host now sees differ.
    expect((await host.must('season:read', { seasonId })).award).toEqual(stands)
    const told = await differs()
    expect(told.map(({ kind, added, dropped }) => ({ kind, added, dropped }))).toEqual(
      ofSeasons.map(({ kind, added, dropped }) => ({ kind, added, dropped })),
    )

    await host.must('rejudging:put-back', { rejudgingId: id })
    await club.app.live.idle()
    expect(await differs()).toEqual([])
    const again = await readyToTake()
    await host.must('rejudging:take', { rejudgingId: again, spare: true })
    await club.app.live.idle()
    const inEarnest = (await differs()).map(({ kind, added, dropped }) => ({ kind, added, dropped }))
    expect(inEarnest).toEqual(
      spared!
        .filter(({ kind }) => kind === 'improved-season')
        .map(({ kind, added, dropped }) => ({ kind, added, dropped })),
    )
    expect(club.errors()).toEqual([])
  })
})
