import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayAll } from '../../server/cli/improvement-replay.ts'
import type { PlayerOutcome } from '../../server/improvement/outcome.ts'
import type { ProblemId, RoundId, SeasonId, SeriesId, TournamentId } from '../../server/protocol/ids.ts'
import type { SeriesPage } from '../../server/protocol/series.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

describe('a series and its seasons', () => {
  let club: Club
  let host: Person
  let ada: Person
  let bo: Person
  let thursdays: SeriesId
  let nextPuzzle = 0
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
  })
  afterAll(() => club.close())

  /** An evening with rounds of two puzzles each; who has a device comes in with it. */
  async function evening(name: string, rounds: number, seriesId?: SeriesId) {
    const plans = Array.from({ length: rounds }, (_, index) => ({
      name: `${name} ${index + 1}`,
      limitMinutes: 30,
      problemIds: functionPuzzles.slice(nextPuzzle, (nextPuzzle += 2)).map(({ id }) => id as ProblemId),
    }))
    const made = await host.prepare([], { name, rounds: plans, ...(seriesId ? { seriesId } : {}) })
    for (const [person, called] of [
      [ada, 'Ada'],
      [bo, 'Bo'],
    ] as const)
      if (person) {
        await person.post('/api/join', { code: made.code, name: called, star: 'gold', continueAsKnown: true })
        await person.watch({ code: made.code, as: 'player' })
      }
    return made
  }
  /** Everybody works through the puzzles of a round, so many minutes on each; null: opened and not solved. */
  async function play(roundId: RoundId, minutes: [Person, number | null][]) {
    await host.start(roundId, ...minutes.map(([player]) => player))
    for (const problemId of host.host!.rounds.find(({ id }) => id === roundId)!.problemIds) {
      for (const [player] of minutes) await player.must('problem:open', { roundId, problemId })
      let passed = 0
      for (const [player, needs] of minutes.toSorted(([, a], [, b]) => (a ?? 99) - (b ?? 99))) {
        if (needs === null) continue
        club.clock.jump((needs - passed) * MINUTE_MS)
        passed = needs
        await player.submit(problemId, acceptedIn(problemId, 'python'))
      }
      club.clock.jump((14 - passed) * MINUTE_MS)
    }
    await host.end(roundId)
  }
  const publishRound = async (roundId: RoundId) => {
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
  }
  const publish = async (tournamentId: TournamentId) => {
    await host.must('tournament:finish', { tournamentId })
    await club.app.live.idle()
    await host.must('tournament:publish', { tournamentId })
    await club.app.live.idle()
  }
  const rounds = () => host.host!.rounds.map(({ id }) => id)
  const rowOf = async (tournamentId: TournamentId) =>
    (await host.must('tournament:list', {})).tournaments.find(({ id }) => id === tournamentId)!

  it('[Z1] a tournament is put into a series when it is made or later, taken out, and copied inside it', async () => {
    thursdays = (await host.must('series:create', { name: 'Thursday club' })).seriesId
    const inside = await evening('Put in at once', 1, thursdays)
    expect((await rowOf(inside.tournamentId)).seriesId).toBe(thursdays)
    expect(host.host!.series).toEqual({ id: thursdays, name: 'Thursday club' })

    const copy = await host.must('tournament:clone', { tournamentId: inside.tournamentId })
    expect((await rowOf(copy.tournamentId)).seriesId).toBe(thursdays)
    await host.must('tournament:update', { tournamentId: copy.tournamentId, seriesId: null })
    expect((await rowOf(copy.tournamentId)).seriesId).toBeNull()
    await host.must('tournament:update', { tournamentId: copy.tournamentId, seriesId: thursdays })
    expect((await host.must('series:read', { seriesId: thursdays })).tournaments.map(({ id }) => id)).toEqual([
      copy.tournamentId,
      inside.tournamentId,
    ])
    await host.must('series:update', { seriesId: thursdays, name: 'Thursdays' })
    expect((await host.sees('host', ({ series }) => series?.name === 'Thursdays')).series?.id).toBe(thursdays)

    const seriesId = 'series-nowhere'
    expect(await host.refusal('tournament:create', { name: 'Lost', seriesId })).toBe('series-not-found')
    const { tournamentId } = copy
    expect(await host.refusal('tournament:update', { tournamentId, seriesId })).toBe('series-not-found')
    expect(await host.refusal('series:page', { seriesId })).toBe('series-not-found')
    for (const one of [copy, inside]) await host.must('tournament:remove', { tournamentId: one.tournamentId })
  })

  it('[Z6] a series with nothing in it can be removed, seasons that were only planned with it', async () => {
    const { seriesId } = await host.must('series:create', { name: 'By mistake' })
    const days = { firstDay: '2026-09-01', lastDay: '2026-12-20', timeZone: 'Europe/Madrid' }
    const { seasonId } = await host.must('season:create', { seriesId, name: 'Autumn', ...days })
    const inside = await evening('In the way', 1, seriesId)
    expect(await host.refusal('series:remove', { seriesId })).toBe('series-in-use')
    await host.must('tournament:remove', { tournamentId: inside.tournamentId })
    await host.must('series:remove', { seriesId })
    expect(await host.refusal('season:read', { seasonId })).toBe('season-not-found')
    expect((await host.must('series:list', {})).series.map(({ id }) => id)).toEqual([thursdays])
  })

  it('[Z2] the days of a season make sense, in a time zone that there is', async () => {
    const plan = { seriesId: thursdays, name: 'Autumn', timeZone: 'Europe/Madrid' }
    const days = (firstDay: string, lastDay: string, timeZone = 'Europe/Madrid') =>
      host.refusal('season:create', { ...plan, firstDay, lastDay, timeZone })
    expect(await days('2026-12-20', '2026-09-01')).toBe('season-days')
    expect(await days('2026-02-30', '2026-09-01')).toBe('bad-request')
    expect(await days('2026-01-01', '2026-09-01', 'Mars/Olympus')).toBe('bad-request')
  })

  let seasonId: SeasonId
  let before: TournamentId
  let second: TournamentId
  let elsewhere: TournamentId
  it('[Z3] a season ranks by improvement over its own rounds, on the one timeline', { timeout: 240_000 }, async () => {
    // Long before the season, in the same series; then two evenings of it, and one of another club in between.
    const first = await evening('Before the season', 1, thursdays)
    before = first.tournamentId
    ada = await club.player('Ada', first.code)
    bo = await club.player('Bo', first.code)
    await play(rounds()[0]!, [
      [ada, 13],
      [bo, 5],
    ])
    await publishRound(rounds()[0]!)
    await publish(before)
    club.clock.jump(8 * WEEK_MS)
    const begins = club.clock.now()
    const days = { firstDay: dayOf(begins), lastDay: dayOf(begins + 4 * WEEK_MS), timeZone: 'UTC' }
    const made = await host.must('season:create', { seriesId: thursdays, name: 'Autumn', ...days })
    seasonId = made.seasonId

    const opening = await evening('Opening', 2, thursdays)
    for (const [index, roundId] of rounds().entries()) {
      await play(roundId, [
        [ada, index === 0 ? 13 : 12],
        [bo, 5],
      ])
      await publishRound(roundId)
    }
    await publish(opening.tournamentId)
    expect(await host.must('season:read', { seasonId })).toMatchObject({
      ...{ tournaments: 1, rounds: 2, over: false, award: null, publishedAt: null },
      hindrance: { code: 'season-nobody' },
    })

    club.clock.jump(WEEK_MS)
    elsewhere = (await evening('Another club', 1)).tournamentId
    await play(rounds()[0]!, [
      [ada, 9],
      [bo, 6],
    ])
    await publishRound(rounds()[0]!)
    await publish(elsewhere)

    club.clock.jump(WEEK_MS)
    second = (await evening('Closing', 2, thursdays)).tournamentId
    const [third, fourth] = rounds()
    await play(third!, [
      [ada, 4],
      [bo, 6],
    ])
    await publishRound(third!)
    await play(fourth!, [
      [ada, 2],
      [bo, 6],
    ])
    const read = await host.must('season:read', { seasonId })
    expect(read).toMatchObject({ tournaments: 2, rounds: 4, hindrance: { code: 'publish-rounds-first' } })
    expect(read.ranking.map(({ name, rounds: count }) => [name, count])).toEqual([
      ['Ada', 4],
      ['Bo', 4],
    ])
    expect(read.ranking[0]!.gain).toBeGreaterThan(0)
    expect(read.award).toMatchObject({ kind: 'improved-season', scope: 'season', winners: [{ name: 'Ada' }] })
    expect(await host.refusal('season:publish', { seasonId })).toBe('publish-rounds-first')
    await publishRound(fourth!)

    // Out of the series its rounds are out of the season, and in again, in.
    await host.must('tournament:update', { tournamentId: second, seriesId: null })
    expect(await host.must('season:read', { seasonId })).toMatchObject({ rounds: 2, award: null })
    await host.must('tournament:update', { tournamentId: second, seriesId: thursdays })
    expect(await host.must('season:read', { seasonId })).toMatchObject({ rounds: 4, hindrance: null })
  })

  it('tells everybody of their own season, and nobody else', async () => {
    const { series } = await ada.must('profile:read', {})
    expect(series).toMatchObject([{ id: thursdays, seasons: [{ id: seasonId, name: 'Autumn' }] }])
    expect(series[0]!.tournamentIds).toHaveLength(3)
    const [autumn] = series[0]!.seasons
    expect(autumn!.roundIds).toHaveLength(4)
    expect(autumn!.sentence).toMatchObject({ code: 'season-climbed', params: { count: 4 } })
    const { from, to } = autumn!.sentence.params as { from: number; to: number }
    const [first] = (await host.must('season:read', { seasonId })).ranking
    expect(Math.abs(to - from - first!.gain!)).toBeLessThanOrEqual(1)
    const ofBo = (await bo.must('profile:read', {})).series[0]!.seasons[0]!
    expect(['season-climbed', 'season-held']).toContain(ofBo.sentence.code)
  })

  it('[Z4] [Z5] its award is published once, with a badge, and read by everybody', async () => {
    const stranger = await club.stranger()
    const unpublished = await stranger.must('series:page', { seriesId: thursdays })
    expect(unpublished.seasons).toMatchObject([{ id: seasonId, award: null, publishedAt: null }])
    expect(JSON.stringify(unpublished)).not.toContain('improved-season')

    await host.must('season:publish', { seasonId })
    await club.app.live.idle()
    expect(await host.refusal('season:publish', { seasonId })).toBe('season-published')
    expect(await host.refusal('season:remove', { seasonId })).toBe('season-published')
    expect(await host.refusal('season:update', { seasonId, lastDay: '2030-01-01' })).toBe('season-published')
    expect(await host.refusal('series:remove', { seriesId: thursdays })).toBe('series-in-use')

    await publish(second)
    const page = await stranger.must('series:page', { seriesId: thursdays })
    expect(page.seasons[0]!.award).toMatchObject({ kind: 'improved-season', winners: [{ name: 'Ada' }], more: 0 })
    expect(page.seasons[0]!.evenings.map(({ name }) => name)).toEqual(['Closing', 'Opening'])
    expect(page.evenings.map(({ name }) => name)).toEqual(['Before the season'])
    expect((await stranger.must('tournament:awards', { tournamentId: second })).series).toEqual({
      ...{ id: thursdays, name: 'Thursdays' },
    })

    const { awards } = await ada.must('profile:read', {})
    expect(awards.find(({ kind }) => kind === 'improved-season')).toMatchObject({
      ...{ tournamentId: null, seasonId, where: ['Thursdays', 'Autumn'] },
      reason: { code: 'award-improved-season', params: { count: 4 } },
    })
    const { badges } = await ada.must('badge:list', {})
    expect(badges.find(({ achievementId }) => achievementId === 'improved-season')).toMatchObject({
      ...{ tournamentId: null, where: ['Thursdays', 'Autumn'], revoked: null },
    })
  })

  it('[Z7] its ceremony is held in the room of an evening, and nobody knows of the award before', async () => {
    const { firstDay, lastDay } = await host.must('season:read', { seasonId })
    const dayBefore = dayOf(Date.parse(firstDay) - 24 * 60 * MINUTE_MS)
    const days = { firstDay: dayBefore, lastDay, timeZone: 'UTC' }
    // Whoever reads the series' page is sent what changes on it.
    const reader = await club.stranger()
    await reader.must('series:page', { seriesId: thursdays })
    const awardOf = ({ seasons }: SeriesPage) => seasons.find(({ name }) => name === 'Year')?.award
    const sent: SeriesPage[] = []
    const sentAward = new Promise<SeriesPage>((resolve) =>
      reader.on('series:changed', (page: SeriesPage) => {
        sent.push(page)
        if (awardOf(page)) resolve(page)
      }),
    )
    const year = (await host.must('season:create', { seriesId: thursdays, name: 'Year', ...days })).seasonId
    const wall = await club.stranger()
    await wall.watch({ tournamentId: second, as: 'projector' })
    /** What of the season's award can be read anywhere. */
    const told = async () => {
      const { seasons } = await wall.must('series:page', { seriesId: thursdays })
      const { awards } = await ada.must('profile:read', {})
      const own = [
        ...awards,
        ...(await ada.must('badge:list', {})).badges,
        ...(await ada.must('badge:unseen', {})).badges,
      ]
      return [seasons.find(({ id }) => id === year)!.award !== null, own.some(({ where }) => where.includes('Year'))]
    }

    const start = { tournamentId: second, roundId: null, seasonId: year }
    expect(await host.refusal('ceremony:start', start)).toBe('award-not-published')
    expect(await host.refusal('season:publish', { seasonId: year, tournamentId: elsewhere })).toBe(
      'tournament-not-found',
    )
    await host.must('season:publish', { seasonId: year, tournamentId: second })
    await club.app.live.idle()
    for (const person of [wall, ada]) {
      const { ceremony } = await person.sees('board', (board) => board.ceremony !== null)
      expect(ceremony).toMatchObject({ season: { id: year, name: 'Year' }, steps: 3, revealed: 0, current: null })
    }
    const { seasonAwards } = await host.sees('host', (view) => view.seasonAwards.length > 0)
    expect(seasonAwards.map(({ evening: of }) => of)).toEqual(['Opening', 'Closing', undefined])

    for (const [after, name] of ['Opening', 'Closing'].entries()) {
      await host.must('ceremony:reveal', { tournamentId: second, after })
      const { ceremony } = await wall.sees('board', (board) => board.ceremony?.revealed === after + 1)
      expect(ceremony!.current).toMatchObject({ evening: name, headline: false })
      expect(await told()).toEqual([false, false])
    }
    await expect.poll(() => sent.length).toBeGreaterThan(0)
    expect(sent.map(awardOf).filter(Boolean)).toEqual([])
    const heard = new Promise<void>((resolve) => ada.on('badges:changed', resolve))
    await host.must('ceremony:reveal', { tournamentId: second, after: 2 })
    await heard
    expect(awardOf(await sentAward)).toMatchObject({ kind: 'improved-season', winners: [{ name: 'Ada' }] })
    const { ceremony } = await wall.sees('board', (board) => board.ceremony?.revealed === 3)
    expect(ceremony).toMatchObject({
      current: { kind: 'improved-season', headline: true, winners: [{ name: 'Ada' }] },
      before: [{ evening: 'Opening' }, { evening: 'Closing' }],
    })
    expect(await told()).toEqual([true, true])
    expect(await host.refusal('ceremony:reveal', { tournamentId: second, after: 3 })).toBe('nothing-to-reveal')

    // Held again it tells nothing new, and hides nothing.
    await host.must('ceremony:close', { tournamentId: second })
    await host.must('ceremony:start', start)
    expect(await told()).toEqual([true, true])
    await host.must('ceremony:close', { tournamentId: second })
  })

  it('[Z7] closed before it came to the award, it keeps nothing from anybody', async () => {
    const { firstDay, lastDay } = await host.must('season:read', { seasonId })
    const dayBefore = dayOf(Date.parse(firstDay) - 2 * 24 * 60 * MINUTE_MS)
    const days = { firstDay: dayBefore, lastDay, timeZone: 'UTC' }
    const { seasonId: term } = await host.must('season:create', { seriesId: thursdays, name: 'Term', ...days })
    await host.must('season:publish', { seasonId: term, tournamentId: second })
    const shown = async () => {
      const { seasons } = await bo.must('series:page', { seriesId: thursdays })
      return seasons.find(({ id }) => id === term)!.award?.kind
    }
    expect(await shown()).toBeUndefined()
    await host.must('ceremony:close', { tournamentId: second })
    expect(await shown()).toBe('improved-season')
  })

  it('[Z5] what is played after it belongs to what comes', { timeout: 120_000 }, async () => {
    await evening('One more in the same week', 1, thursdays)
    await play(rounds()[0]!, [
      [ada, null],
      [bo, 2],
    ])
    expect(await host.must('season:read', { seasonId })).toMatchObject({
      rounds: 4,
      award: { winners: [{ name: 'Ada' }] },
    })
    expect((await replayAll(club.app.store)).differences).toEqual([])
  })

  it('a host sees what would differ, and may revoke', async () => {
    const { store } = club.app
    expect((await host.must('award:differences', { seasonId })).differences).toEqual([])
    const { playerId } = ada.me!
    const results = (await store.resultsOfPlayer(playerId)).filter(({ tournamentId }) => tournamentId === second)
    const fallen = (outcome: PlayerOutcome) => ({ ...outcome, level: outcome.level - 2 })
    await store.commit({
      expected: {},
      changes: results.map(({ id, outcome }) => ({
        ...({ do: 'patch', table: 'roundResults', id } as const),
        set: { outcome: fallen(outcome as PlayerOutcome) },
      })),
    })
    const { differences } = await host.must('award:differences', { seasonId })
    expect(differences).toMatchObject([
      { kind: 'improved-season', roundId: null, dropped: [{ playerId, name: 'Ada' }] },
    ])
    const awardId = differences[0]!.awardId!
    const reason = 'Two results were judged again.'
    expect(await host.refusal('award:revoke', { awardId, playerId, reason })).toBe('bad-request')
    await host.must('award:revoke', { seasonId, awardId, playerId, reason })
    const [line] = (await host.must('audit:list', {})).lines
    expect(line).toMatchObject({ action: 'award:revoke-season', outcome: 'ok', player: 'Ada' })
    expect((await (await club.stranger()).must('series:page', { seriesId: thursdays })).seasons[0]!.award).toBeNull()
    const { badges } = await ada.must('badge:list', {})
    const given = badges.filter(({ achievementId }) => achievementId === 'improved-season')
    expect(given.find(({ where }) => where.includes('Autumn'))!.revoked).toMatchObject({ reason })
  })
})
