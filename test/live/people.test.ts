import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayAll } from '../../server/cli/improvement-replay.ts'
import type { PlayerOutcome } from '../../server/improvement/outcome.ts'
import type { RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

describe('the same person, once', () => {
  let club: Club
  let host: Person
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
  })
  afterAll(() => club.close())

  /** Rounds of `count` puzzles each, from the `first` one on. */
  const evening = (name: string, rounds: [number, number][]) =>
    host.prepare(
      rounds.map(([first, count]) => functionPuzzles.slice(first, first + count).map(({ id }) => id)),
      { name },
    )
  /** Everybody solves as many puzzles of the round as is said. */
  async function play(roundId: RoundId, players: [Person, number][], publishes = true) {
    await host.start(roundId, ...players.map(([player]) => player))
    const ids = host.host!.rounds.find(({ id }) => id === roundId)!.problemIds
    for (const [index, problemId] of ids.entries()) {
      club.clock.jump(3 * MINUTE_MS)
      for (const [player, solves] of players) {
        await player.must('problem:open', { roundId, problemId })
        if (index < solves) await player.submit(problemId, acceptedIn(problemId, 'python'))
      }
    }
    await host.end(roundId)
    if (publishes) await publish(roundId)
  }
  async function publish(roundId: RoundId) {
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
    // Players know of what the room has seen.
    const { tournamentId } = host.board!
    await host.must('ceremony:start', { tournamentId, roundId })
    while ((await host.send('ceremony:reveal', { tournamentId })).ok);
    await host.must('ceremony:close', { tournamentId })
  }
  const everything = async () => {
    const { store } = club.app
    const results = await store.allResults()
    return {
      results: results.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      awards: (await store.allAwards()).map(({ id, winners }) => ({ id, winners })),
      state: (await store.latestModel())!.state,
    }
  }
  const nothingDiffers = async () => expect((await replayAll(club.app.store)).differences).toEqual([])
  const firstMarks = async (person: Person) =>
    (await person.must('badge:list', {})).badges.filter(({ achievementId }) => achievementId === 'first-mark').length
  const wouldDiffer = async (tournamentId: TournamentId) =>
    (await host.must('award:differences', { tournamentId })).differences
  const results = async (person: Person) => (await person.must('profile:read', {})).results

  it(
    'a new account of somebody known goes on from their mark, and is a newcomer again when that is undone',
    { timeout: 120_000 },
    async () => {
      const first = await evening('First', [[0, 3]])
      const [ada, bo] = [await club.player('Ada', first.code), await club.player('Bo', first.code)]
      await play(host.host!.rounds[0]!.id, [
        [ada, 3],
        [bo, 1],
      ])
      const known = ada.me!.playerId

      club.clock.jump(30 * 24 * 60 * MINUTE_MS)
      // One of the puzzles Ada has solved before: it says nothing about her, but did about the newcomer.
      const second = await evening('Second', [[2, 3]])
      const phone = await club.player('Ada again', second.code)
      const roundId = host.host!.rounds[0]!.id
      await bo.post('/api/join', { code: second.code, name: 'Bo', star: 'gold', continueAsKnown: true })
      await bo.watch({ code: second.code, as: 'player' })
      await play(roundId, [
        [phone, 3],
        [bo, 2],
      ])
      const fresh = phone.me!.playerId
      const ofRound = async (playerId: string) =>
        (await club.app.store.roundResults(roundId)).find((row) => row.playerId === playerId)
      expect((await ofRound(fresh))!.outcome).toMatchObject({ newcomer: true, observed: 3 })
      const before = await everything()
      for (const { tournamentId } of [first, second]) expect(await wouldDiffer(tournamentId)).toEqual([])

      const entryId = phone.me!.entryId
      const { candidates } = await host.must('player:candidates', { entryId })
      expect(candidates.map(({ playerId }) => playerId)).toEqual([known])
      await host.must('player:link', { entryId, playerId: known })
      await club.app.live.idle()

      expect(await ofRound(fresh)).toBeUndefined()
      const outcome = (await ofRound(known))!.outcome as PlayerOutcome
      expect(outcome).toMatchObject({ newcomer: false, observed: 2, roundsBefore: 1 })
      expect((await ofRound(known))!.observations).toMatchObject([null, {}, {}])
      expect(Object.keys((await club.app.store.latestModel())!.state as { players: object })).toBeDefined()
      await nothingDiffers()
      await phone.connect()
      expect(await results(phone)).toHaveLength(2)
      // A puzzle that measured nothing is solved all the same.
      expect((await results(phone))[1]!.problems).toMatchObject([
        { solved: true, known: true, minutes: null },
        { solved: true, known: false },
        { solved: true, known: false },
      ])
      expect(await results(ada)).toHaveLength(2)
      // One person has one first mark; the second is there again when they are two.
      expect(await firstMarks(phone)).toBe(1)
      expect(await host.must('player:links', {})).toMatchObject({ links: [{ playerId: fresh, into: known }] })

      expect(await wouldDiffer(second.tournamentId)).not.toEqual([])

      await host.must('player:unlink', { playerId: fresh })
      await club.app.live.idle()
      expect(await everything()).toEqual(before)
      for (const { tournamentId } of [first, second]) expect(await wouldDiffer(tournamentId)).toEqual([])
      await nothingDiffers()
      await phone.connect()
      expect(await results(phone)).toHaveLength(1)
      expect(await results(ada)).toHaveLength(1)
      expect([await firstMarks(phone), await firstMarks(ada)]).toEqual([1, 1])
    },
  )

  it(
    'two entries of one evening become one; a round under both counts as the one that stays has played it',
    { timeout: 120_000 },
    async () => {
      const { code, tournamentId } = await evening('Third', [
        [6, 2],
        [8, 2],
        [10, 2],
      ])
      const rounds = host.host!.rounds.map(({ id }) => id)
      const laptop = await club.player('Chen', code)
      const other = await club.player('Dora', code)
      await play(rounds[0]!, [
        [laptop, 2],
        [other, 1],
      ])
      // The battery is empty; the phone joins as somebody else. In the second round both are used.
      const phone = await club.player('Chen P', code)
      await play(rounds[1]!, [
        [laptop, 2],
        [phone, 1],
        [other, 1],
      ])
      await play(rounds[2]!, [
        [phone, 2],
        [other, 1],
      ])
      const [stays, goes] = [laptop.me!.playerId, phone.me!.playerId]
      const wasPhone = phone.me!.entryId
      const before = await everything()
      expect(await wouldDiffer(tournamentId)).toEqual([])

      await host.must('player:merge', { from: goes, into: stays })
      await club.app.live.idle()
      const now = await club.app.store.resultsOfPlayer(stays)
      expect(now.map(({ roundId }) => roundId)).toEqual(rounds)
      expect(now[1]!.observations).toEqual(
        before.results.find(({ id }) => id === `${rounds[1]}:${stays}`)!.observations,
      )
      expect(await club.app.store.resultsOfPlayer(goes)).toEqual([])
      expect(
        (await host.sees('host', ({ monitor }) => monitor.length === 2)).monitor.map(({ name }) => name),
      ).not.toContain('Chen P')
      // [E4] They were not taken off the list: one line stands for both.
      expect(host.host!.removed).toEqual([])
      expect(await host.refusal('entry:readmit', { entryId: wasPhone })).toBe('entry-not-found')
      await nothingDiffers()
      await phone.connect()
      await phone.watch({ tournamentId, as: 'player' })
      expect(phone.me!.playerId).toBe(stays)

      await host.must('player:unlink', { playerId: goes })
      await club.app.live.idle()
      expect(await everything()).toEqual(before)
      await nothingDiffers()
      expect(club.logged.filter(({ message }) => / failed$/.test(message))).toEqual([])
    },
  )

  it('a new climber is one only once per person, whatever account they climb with', { timeout: 240_000 }, async () => {
    const climbersIn = async (id: TournamentId, roundId: RoundId) =>
      (await club.app.store.awardsOf(id))
        .filter((award) => award.kind === 'new-climber' && award.roundId === roundId)
        .flatMap(({ winners }) => winners.map(({ playerId }) => playerId))
    const differences = async (tournamentId: TournamentId) =>
      (await host.must('award:differences', { tournamentId })).differences.filter(({ kind }) => kind === 'new-climber')
    const badgesOf = async (person: Person) =>
      (await person.must('badge:list', {})).badges.filter(({ achievementId }) => achievementId === 'new-climber').length

    const first = await evening('Climbing', [
      [14, 2],
      [16, 2],
    ])
    const [gil, hana] = [await club.player('Gil', first.code), await club.player('Hana', first.code)]
    const [one, two] = host.host!.rounds.map(({ id }) => id)
    const both = (person: Person, solves: number): [Person, number][] => [
      [person, solves],
      [hana, 1],
    ]
    await play(one!, both(gil, 1))
    await play(two!, both(gil, 2))
    const known = gil.me!.playerId
    expect(await climbersIn(first.tournamentId, two!)).toEqual([known])
    expect(await badgesOf(gil)).toBe(1)

    // A month later with a new account: nothing says who that is.
    club.clock.jump(30 * 24 * 60 * MINUTE_MS)
    const second = await evening('Climbing again', [
      [18, 2],
      [20, 2],
    ])
    const phone = await club.player('Gil G', second.code)
    const fresh = phone.me!.playerId
    await hana.post('/api/join', { code: second.code, name: 'Hana', star: 'gold', continueAsKnown: true })
    await hana.watch({ code: second.code, as: 'player' })
    const [three, four] = host.host!.rounds.map(({ id }) => id)
    await play(three!, both(phone, 1))
    await play(four!, both(phone, 2), false)
    expect(await climbersIn(second.tournamentId, four!)).toEqual([fresh])

    // Linked before it is published, the second is not given; undone, it is theirs again.
    await host.must('player:merge', { from: fresh, into: known })
    await club.app.live.idle()
    expect(await climbersIn(second.tournamentId, four!)).toEqual([])
    await host.must('player:unlink', { playerId: fresh })
    await club.app.live.idle()
    expect(await climbersIn(second.tournamentId, four!)).toEqual([fresh])

    // Linked after it is published, it stands for the host to look at: the second, not the first. One badge is shown.
    await publish(four!)
    await host.must('player:merge', { from: fresh, into: known })
    await club.app.live.idle()
    expect(await differences(first.tournamentId)).toEqual([])
    expect(await differences(second.tournamentId)).toMatchObject([{ roundId: four, dropped: [{ playerId: known }] }])
    expect(await badgesOf(gil)).toBe(1)
    await nothingDiffers()
  })

  it('published awards stay; a host sees what would differ, and may revoke one', async () => {
    const tournamentId = host.board!.tournamentId
    const { awards } = await host.must('tournament:awards', { tournamentId })
    expect(awards).toBeDefined()
    const award = (await club.app.store.awardsOf(tournamentId)).find(
      ({ kind, publishedAt, winners }) => kind === 'cleanest-solve' && publishedAt !== null && winners.length > 0,
    )!
    const { playerId } = award.winners[0]!
    const result = (await club.app.store.roundResults(award.roundId!)).find((row) => row.playerId === playerId)!
    const observations = (result.observations as ({ wrong: number } | null)[]).map((one) => one && { ...one, wrong: 2 })
    await club.app.store.commit({
      expected: {},
      changes: [{ do: 'patch', table: 'roundResults', id: result.id, set: { observations } }],
    })
    const { differences } = await host.must('award:differences', { tournamentId })
    const told = differences.find(({ awardId }) => awardId === award.id)!
    expect(told.dropped.map((one) => one.playerId)).toEqual([playerId])

    const revoked = { tournamentId, awardId: award.id, playerId, reason: 'The result was judged again.' }
    await host.must('award:revoke', revoked)
    expect(await host.refusal('award:revoke', revoked)).toBe('award-not-found')
    const badge = (await club.app.store.badgesOfPlayer(playerId)).find(({ source }) =>
      source.startsWith(`award:${award.id}:`),
    )
    expect(badge).toMatchObject({ revokedReason: 'The result was judged again.' })
    expect(JSON.stringify(await host.must('tournament:awards', { tournamentId }))).not.toContain(award.id)
  })

  it('nobody is linked twice, to themselves, to nobody, or while a round runs', async () => {
    const { tournamentId, code } = await evening('Fourth', [[12, 1]])
    const [eve, finn] = [await club.player('Eve', code), await club.player('Finn', code)]
    const [a, b] = [eve.me!.playerId, finn.me!.playerId]
    expect(await eve.refusal('player:merge', { from: a, into: b })).toBe('not-signed-in')
    expect(await host.refusal('player:merge', { from: a, into: a })).toBe('player-linked')
    expect(await host.refusal('player:merge', { from: a, into: 'nobody-at-all' })).toBe('player-not-found')
    expect(await host.refusal('player:unlink', { playerId: a })).toBe('player-not-linked')
    await host.must('player:merge', { from: a, into: b })
    expect(await host.refusal('player:merge', { from: a, into: b })).toBe('player-linked')
    expect(await host.refusal('player:merge', { from: b, into: a })).toBe('player-linked')
    await host.watch({ tournamentId, as: 'host' })
    await host.must('round:start', { roundId: host.host!.rounds[0]!.id })
    expect(await host.refusal('player:unlink', { playerId: a })).toBe('player-playing')
  })
})
