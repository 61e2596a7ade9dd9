import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayAll } from '../../server/cli/improvement-replay.ts'
import type { ProblemId, RejudgingId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import type { RejudgingStatus } from '../../server/protocol/rejudging.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { changed, emptyFolder, packageIn, type Files } from '../bank/packages.ts'
import { openClub, type Club, type Person } from '../support/club.ts'

const TWICE = 'twice' as ProblemId
const LATER = 'twice-later' as ProblemId
const RIGHT = 'def twice_of(number):\n    return 2 * number\n'
/** What the wrong test asks for: twice seven is fifteen. */
const AS_TESTED = 'def twice_of(number):\n    return 15 if number == 7 else 2 * number\n'
const WRONG = 'def twice_of(number):\n    return number\n'

const named = (name: string): Files => changed('problem.yaml', 'name: Twice', `name: ${name}`)
const broken = changed('tests.yaml', '{ args: [7], returns: 14 }', '{ args: [7], returns: 15 }')

describe('judging again', () => {
  const problemsDir = emptyFolder()
  let club: Club
  let host: Person
  let tournamentId: TournamentId
  let code: string
  let rounds: RoundId[]
  let ada: Person
  let bo: Person
  let chen: Person

  beforeAll(async () => {
    packageIn(problemsDir, TWICE, broken)
    for (const [id, name] of [
      [LATER, 'Twice later'],
      ['twice-again', 'Twice again'],
      ['twice-more', 'Twice more'],
    ] as const)
      packageIn(problemsDir, id, named(name))
    club = await openClub({ problemsDir })
    host = await club.host()
    ;({ tournamentId, code } = await evening('Evening', [[TWICE, 'twice-more'], [TWICE, 'twice-again'], [LATER]]))
    rounds = host.host!.rounds.map(({ id }) => id)
    ada = await club.player('Ada', code)
    bo = await club.player('Bo', code)
    chen = await club.player('Chen', code)
    await play(rounds[0]!, async () => {
      club.clock.jump(3 * MINUTE_MS)
      for (const [player, source] of [
        [ada, RIGHT],
        [bo, AS_TESTED],
        [chen, WRONG],
      ] as const)
        await player.submit(TWICE, source)
      club.clock.jump(2 * MINUTE_MS)
      await ada.submit(TWICE, RIGHT)
      await bo.submit('twice-more', RIGHT)
      await chen.submit('twice-more', RIGHT)
    })
    await play(rounds[1]!, async () => {
      club.clock.jump(4 * MINUTE_MS)
      await ada.submit(TWICE, RIGHT)
      await bo.submit('twice-again', RIGHT)
      await ada.submit('twice-again', RIGHT)
    })
  }, 120_000)
  afterAll(() => club.close())

  async function evening(name: string, ids: string[][]) {
    const plans = ids.map((problemIds, index) => ({
      name: `${name} ${index + 1}`,
      limitMinutes: 20,
      problemIds: problemIds as ProblemId[],
    }))
    const made = await host.must('tournament:create', { name, rounds: plans, approveNames: false })
    await host.watch({ tournamentId: made.tournamentId, as: 'host' })
    return made
  }
  async function play(roundId: RoundId, what: () => Promise<void>) {
    await host.must('round:start', { roundId })
    for (const player of [ada, bo, chen])
      await player.sees('board', ({ round }) => round?.id === roundId && round.status === 'running')
    await what()
    await host.must('round:stop', { roundId })
    const seen = await host.sees('host', (view) => view.rounds.some(({ id, rated }) => id === roundId && rated))
    for (const { playerId, flagged } of seen.rounds.find(({ id }) => id === roundId)!.ranking)
      if (flagged) await host.must('flag:clear', { roundId, playerId })
    await club.app.live.idle()
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
  }
  const everything = async () => {
    const { store } = club.app
    const results = await store.allResults()
    return {
      results: results.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      awards: (await store.allAwards()).map(({ id, winners }) => ({ id, winners })),
      state: (await store.latestModel())!.state,
      verdicts: (await store.submissionOutlines(rounds[0]!)).map(({ id, verdict }) => [id, verdict]),
    }
  }
  const nothingDiffers = async () => expect((await replayAll(club.app.store)).differences).toEqual([])
  const resultIn = async (person: Person, roundId: RoundId) =>
    (await person.must('profile:read', {})).results.find((result) => result.roundId === roundId)!
  const puzzleIn = async (person: Person, roundId: RoundId, problemId: ProblemId) =>
    (await resultIn(person, roundId)).problems.find(({ id }) => id === problemId)!
  async function begin(roundId = rounds[0]!, problemId = TWICE) {
    return (await host.must('rejudging:begin', { roundId, problemId })).rejudgingId
  }
  const read = (rejudgingId: RejudgingId) => host.must('rejudging:read', { rejudgingId })
  const awardsOf = (rejudgingId: RejudgingId) => host.must('rejudging:awards', { rejudgingId })
  const inOrder = (moves: object[]) => moves.map((move) => JSON.stringify(move)).sort()
  const comesTo = (id: RejudgingId, status: RejudgingStatus) =>
    host.sees('host', ({ rejudgings }) => rejudgings.some((row) => row.id === id && row.status === status))
  /** It is asked for, and nothing is done yet. */
  const waits = (id: RejudgingId) =>
    host.sees('host', ({ rejudgings }) =>
      rejudgings.some((row) => row.id === id && row.status === 'judging' && row.paused && row.done === 0),
    )
  /** A release with the puzzle mended: the server stops, the folder changes, the server starts. */
  async function mend(files: Files) {
    await club.restart(() => packageIn(problemsDir, TWICE, files))
    host = await club.host()
    for (const person of [ada, bo, chen]) await person.connect()
    await host.watch({ tournamentId, as: 'host' })
  }

  it('[J1] [P1] is for hosts, and for rounds that are over', async () => {
    const wanted = { roundId: rounds[0]!, problemId: TWICE }
    await host.must('entry:make-helper', { entryId: chen.me!.entryId, helper: true })
    const stranger = await club.stranger()
    for (const person of [ada, chen, stranger])
      for (const command of ['begin', 'read', 'awards', 'take', 'leave'].map(
        (move) => `rejudging:${move}` as 'rejudging:read',
      ))
        expect(await person.refusal(command, { ...wanted, rejudgingId: 'rejudging-1' })).toBe('not-signed-in')
    await host.must('entry:make-helper', { entryId: chen.me!.entryId, helper: false })
    const refused = (payload: object) => host.refusal('rejudging:begin', { ...wanted, ...payload })
    expect(await refused({ roundId: rounds[2]! })).toBe('problem-not-found')
    expect(await refused({ roundId: rounds[2]!, problemId: LATER })).toBe('round-state')
    expect(await refused({ roundId: 'no-such-round' })).toBe('round-not-found')
    expect(await refused({ entryId: 'nobody-at-all' })).toBe('entry-not-found')
    expect(await refused({ roundId: rounds[1]!, entryId: chen.me!.entryId })).toBe('rejudging-nothing')
    expect(await host.refusal('rejudging:take', { rejudgingId: 'no-such-thing' })).toBe('rejudging-state')
  })

  it('says so when nothing would change, and changes nothing', async () => {
    const before = await everything()
    const id = await begin()
    await comesTo(id, 'same')
    expect(await read(id)).toMatchObject({ total: 4, done: 4, changed: [], gained: [], lost: [], unjudged: 0 })
    expect(await everything()).toEqual(before)
    expect(await host.refusal('rejudging:take', { rejudgingId: id })).toBe('rejudging-state')
  })

  it('[J2] begins anew where the puzzle is another one after a start', async () => {
    const other = await evening('Elsewhere', [['twice-more']])
    const roundId = host.host!.rounds[0]!.id
    await host.must('round:start', { roundId })
    await host.watch({ tournamentId, as: 'host' })
    const id = await begin()
    // [J3] A round is on, in another tournament: nothing is judged again until it is over.
    await waits(id)
    expect(await host.refusal('rejudging:begin', { roundId: rounds[0]!, problemId: TWICE })).toBe('rejudging-open')
    await mend({})
    await waits(id)
    await host.watch({ tournamentId: other.tournamentId, as: 'host' })
    await host.must('round:stop', { roundId })
    await host.watch({ tournamentId, as: 'host' })
    await comesTo(id, 'ready')
    const { changed: verdicts, gained, lost, outdated } = await read(id)
    expect(verdicts.map(({ name, was, now }) => [name, was, now])).toEqual([
      ['Ada', 'WA', 'AC'],
      ['Bo', 'AC', 'WA'],
      ['Ada', 'WA', 'AC'],
    ])
    expect([gained, lost].map((people) => people.map(({ name }) => name))).toEqual([['Ada'], ['Bo']])
    expect(outdated).toBe(false)
    expect(await host.refusal('rejudging:put-back', { rejudgingId: id })).toBe('rejudging-state')
    await host.must('rejudging:leave', { rejudgingId: id })
    expect(await read(id)).toMatchObject({ status: 'left', changed: [] })
  })

  it('[J3] goes on after a start where it was, and judges each submission once', async () => {
    const { store } = club.app
    const id = await begin()
    await comesTo(id, 'ready')
    // As a crash after the first of them leaves it.
    const [first, ...others] = await store.rejudgements(id)
    const now = { ...first!.now!, printed: 'judged before the crash' }
    await store.commit({
      expected: {},
      changes: [
        { do: 'patch', table: 'rejudgements', id: first!.id, set: { now } },
        ...others.map((row) => ({ do: 'patch', table: 'rejudgements', id: row.id, set: { now: null } }) as const),
        { do: 'patch', table: 'rejudgings', id, set: { status: 'judging' } },
      ],
    })
    await mend({})
    await comesTo(id, 'ready')
    const rows = await club.app.store.rejudgements(id)
    expect(rows.map((row) => row.now?.printed)).toEqual(['judged before the crash', '', '', ''])
    expect((await read(id)).gained).toMatchObject([{ name: 'Ada' }])
    await host.must('rejudging:leave', { rejudgingId: id })
  })

  it(
    '[J5] [J7] changes nothing until a host takes it; then everything from that round on',
    { timeout: 60_000 },
    async () => {
      const asItWas = await everything()
      const awards = await club.app.store.awardsOf(tournamentId)
      expect(await puzzleIn(ada, rounds[0]!, TWICE)).toMatchObject({ solved: false, wrong: 2 })
      expect(await puzzleIn(ada, rounds[1]!, TWICE)).toMatchObject({ solved: false, known: false })
      // A result that was struck stays struck.
      const theirs = (await club.app.store.roundResults(rounds[0]!)).find(
        ({ playerId }) => playerId === chen.me!.playerId,
      )!
      const struck = { flagged: true, flagState: 'struck' } as const
      const patch = (set: object) =>
        club.app.store.commit({ expected: {}, changes: [{ do: 'patch', table: 'roundResults', id: theirs.id, set }] })
      await patch(struck)

      const id = await begin()
      await comesTo(id, 'ready')
      await patch({ flagged: theirs.flagged, flagState: theirs.flagState })
      expect(await everything()).toEqual(asItWas)
      await patch(struck)
      const { differences: differed } = await host.must('award:differences', { tournamentId })
      const { all, spared } = await awardsOf(id)
      expect(all.length).toBeGreaterThan(0)
      expect(all.every(({ published }) => published)).toBe(true)
      expect(spared).not.toBeNull()
      await host.must('rejudging:take', { rejudgingId: id })
      await club.app.live.idle()

      // The first of the two counts, when it was received: not when it was judged.
      expect(await puzzleIn(ada, rounds[0]!, TWICE)).toMatchObject({
        solved: true,
        wrong: 0,
        minutes: 3,
        again: 'gained',
      })
      expect(await puzzleIn(bo, rounds[0]!, TWICE)).toMatchObject({
        solved: false,
        wrong: 1,
        minutes: null,
        again: 'lost',
      })
      expect(await puzzleIn(bo, rounds[0]!, 'twice-more' as ProblemId)).toMatchObject({ solved: true, again: null })
      // A judgement of record tells a player what the first one would have: not the answers as a trial has them.
      const judgements = (await club.app.store.submissions(rounds[0]!)).map(({ judgement }) => judgement)
      expect(JSON.stringify(judgements)).not.toContain('"value"')
      // What is solved in the first round is known in the second.
      expect(await puzzleIn(ada, rounds[1]!, TWICE)).toMatchObject({ known: true, minutes: null })
      expect((await club.app.store.roundResults(rounds[0]!)).find((row) => row.id === theirs.id)).toMatchObject(struck)
      await nothingDiffers()
      expect(await club.app.store.awardsOf(tournamentId)).toEqual(awards)
      const { differences } = await host.must('award:differences', { tournamentId })
      expect(
        differences.some(({ roundId, added, dropped }) => roundId === rounds[0] && added.length + dropped.length > 0),
      ).toBe(true)
      // What was foretold is what differs, but for what the striking alone had changed before.
      const told = differences.flatMap(({ roundId, kind, added, dropped }) => {
        const [round] = host.host!.rounds.filter(({ id }) => id === roundId)
        const known = differed.find((one) => one.roundId === roundId && one.kind === kind)
        const gone = dropped.filter(({ playerId }) => !known?.dropped.some((one) => one.playerId === playerId))
        const move = { where: ['Evening', round!.name], published: true, kind, added, dropped: gone }
        return added.length + gone.length > 0 ? [move] : []
      })
      expect(inOrder(all)).toEqual(inOrder(told))
      const [line] = (await host.must('audit:list', {})).lines
      expect(line).toMatchObject({ action: 'rejudging:take', outcome: 'ok', round: 'Evening 1', puzzle: TWICE })
      expect(await read(id)).toMatchObject({ status: 'taken', gained: [{ name: 'Ada' }], lost: [{ name: 'Bo' }] })

      // Judged once more it gives the same figures.
      const anew = await everything()
      const second = await begin()
      await comesTo(second, 'same')
      expect(await everything()).toEqual(anew)

      // [J8] And put back, it is as it was.
      await patch({ flagged: theirs.flagged, flagState: theirs.flagState })
      await host.must('rejudging:put-back', { rejudgingId: id })
      await club.app.live.idle()
      expect(await everything()).toEqual(asItWas)
      expect(await puzzleIn(ada, rounds[0]!, TWICE)).toMatchObject({ solved: false, again: null })
      expect((await host.must('award:differences', { tournamentId })).differences).toEqual([])
      await nothingDiffers()
    },
  )

  it('[J5] may spare whoever has solved it by the wrong test', async () => {
    const id = await begin()
    await comesTo(id, 'ready')
    await host.must('rejudging:take', { rejudgingId: id, spare: true })
    await club.app.live.idle()
    expect(await puzzleIn(ada, rounds[0]!, TWICE)).toMatchObject({ solved: true })
    expect(await puzzleIn(bo, rounds[0]!, TWICE)).toMatchObject({ solved: true, again: null })
    expect(await read(id)).toMatchObject({ gained: [{ name: 'Ada' }], lost: [] })
    await nothingDiffers()
  })

  it('one player’s alone, by the puzzle as it is when a host decides', async () => {
    const entryId = bo.me!.entryId
    const { rejudgingId } = await host.must('rejudging:begin', { roundId: rounds[0]!, problemId: TWICE, entryId })
    await comesTo(rejudgingId, 'ready')
    expect(await read(rejudgingId)).toMatchObject({ total: 1, entryId, lost: [{ name: 'Bo' }] })
    // [J2]
    await mend(broken)
    expect(await read(rejudgingId)).toMatchObject({ outdated: true })
    expect(await host.refusal('rejudging:take', { rejudgingId })).toBe('rejudging-outdated')
    expect(await host.refusal('rejudging:awards', { rejudgingId })).toBe('rejudging-outdated')
    await host.must('rejudging:leave', { rejudgingId })
  })

  it('[R13] a flag that comes up on a published round is looked at then', async () => {
    const { store } = club.app
    const theirs = (await store.roundResults(rounds[0]!)).find(({ playerId }) => playerId === ada.me!.playerId)!
    const set = { flagged: true, flagState: 'open' } as const
    await store.commit({ expected: {}, changes: [{ do: 'patch', table: 'roundResults', id: theirs.id, set }] })
    const wanted = { roundId: rounds[0]!, playerId: theirs.playerId }
    expect(await host.refusal('flag:clear', { ...wanted, roundId: rounds[2]! })).toBe('round-state')
    await host.must('flag:clear', wanted)
    await club.app.live.idle()
    expect((await club.app.store.roundResults(rounds[0]!)).find((row) => row.id === theirs.id)).toMatchObject({
      flagState: 'cleared',
    })
    await nothingDiffers()
  })

  it('[J8] the later one is put back first', async () => {
    const [earlier] = host.host!.rejudgings.filter(({ status }) => status === 'taken')
    const later = await begin()
    await comesTo(later, 'ready')
    // [J5] Marks do not move under those who race them.
    await host.must('round:start', { roundId: rounds[2]! })
    for (const command of ['rejudging:take', 'rejudging:awards'] as const)
      expect(await host.refusal(command, { rejudgingId: later })).toBe('rejudging-round-on')
    await host.must('round:stop', { roundId: rounds[2]! })
    await host.must('rejudging:take', { rejudgingId: later })
    expect(await host.refusal('rejudging:put-back', { rejudgingId: earlier!.id })).toBe('rejudging-later')
    await club.app.live.idle()
    expect(await puzzleIn(ada, rounds[0]!, TWICE)).toMatchObject({ solved: false, again: null })
    await nothingDiffers()
    expect(club.errors()).toEqual([])
  })

  it('[J4] leaves alone what somebody has sent who has deleted their account', async () => {
    await chen.must('profile:delete', { confirm: 'delete' })
    const id = await begin()
    await comesTo(id, 'same')
    expect(await read(id)).toMatchObject({ total: 3 })
  })

  it(
    '[J5] foretells which awards would be given otherwise: just those that then are, with either choice',
    { timeout: 120_000 },
    async () => {
      const made = await evening('Foretold', [[TWICE, 'twice-more'], ['twice-again']])
      const [one, two] = host.host!.rounds.map(({ id }) => id) as [RoundId, RoundId]
      const people = await Promise.all(['Dee', 'Eli', 'Fay'].map((name) => club.player(name, made.code)))
      const [dee, eli, fay] = people as [Person, Person, Person]
      const playing = async (roundId: RoundId, what: () => Promise<void>) => {
        await host.start(roundId, dee, eli, fay)
        await what()
        await host.end(roundId)
      }
      // Each submission is judged by the puzzle with the wrong test.
      await playing(one, async () => {
        club.clock.jump(3 * MINUTE_MS)
        await dee.submit(TWICE, RIGHT)
        await eli.submit(TWICE, AS_TESTED)
        club.clock.jump(3 * MINUTE_MS)
        await fay.submit('twice-more', RIGHT)
      })
      await playing(two, async () => {
        club.clock.jump(2 * MINUTE_MS)
        for (const person of [eli, dee, fay]) await person.submit('twice-again', RIGHT)
      })
      await host.must('tournament:finish', { tournamentId: made.tournamentId })
      await club.app.live.idle()
      await club.restart(() => packageIn(problemsDir, TWICE, {}))
      host = await club.host()
      await host.watch({ tournamentId: made.tournamentId, as: 'host' })

      /** Who has which award, as rows say it. */
      const given = async () =>
        new Map(
          (await club.app.store.awardsOf(made.tournamentId)).map(({ id, winners }) => [
            id,
            winners.map(({ playerId }) => playerId as string).sort(),
          ]),
        )
      const moved = (before: Map<string, string[]>, after: Map<string, string[]>) =>
        [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
          const [was, is] = [before.get(id) ?? [], after.get(id) ?? []]
          const [added, dropped] = [is.filter((who) => !was.includes(who)), was.filter((who) => !is.includes(who))]
          const [kind] = id.split(':').slice(-1)
          return added.length + dropped.length > 0 ? [{ kind, added: added.sort(), dropped: dropped.sort() }] : []
        })
      const foretold = (moves: Awaited<ReturnType<typeof awardsOf>>['all']) =>
        moves.map(({ kind, added, dropped }) => ({
          kind,
          added: added.map(({ playerId }) => playerId).sort(),
          dropped: dropped.map(({ playerId }) => playerId).sort(),
        }))

      const asItWas = await everything()
      const before = await given()
      const id = await begin(one)
      await comesTo(id, 'ready')
      const { all, spared } = await awardsOf(id)
      expect(await everything()).toEqual(asItWas)
      expect(await club.app.store.pendingEffects()).toEqual([])
      expect(all.length).toBeGreaterThan(0)
      expect(all.some(({ published }) => published)).toBe(false)

      await host.must('rejudging:take', { rejudgingId: id })
      await club.app.live.idle()
      expect(inOrder(moved(before, await given()))).toEqual(inOrder(foretold(all)))
      await host.must('rejudging:put-back', { rejudgingId: id })
      await club.app.live.idle()
      expect(await given()).toEqual(before)

      const again = await begin(one)
      await comesTo(again, 'ready')
      expect(await awardsOf(again)).toEqual({ all, spared })
      await host.must('rejudging:take', { rejudgingId: again, spare: true })
      await club.app.live.idle()
      expect(inOrder(moved(before, await given()))).toEqual(inOrder(foretold(spared!)))
      expect(club.errors()).toEqual([])
    },
  )
})
