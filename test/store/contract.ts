import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContributionId, RejudgingId } from '../../server/protocol/ids.ts'
import type { PlayerId } from '../../server/protocol/ids.ts'
import type { TableName } from '../../server/store/records.ts'
import type { Change, Expected, Store } from '../../server/store/store.ts'
import {
  accepted,
  aBadge,
  aContribution,
  aDraftPuzzle,
  aDraft,
  aHappening,
  aHelpCall,
  aHint,
  aHostAchievement,
  aLink,
  aJudgement,
  anAuditLine,
  anAward,
  anEffect,
  anEntry,
  anEvening,
  ANNA,
  ANNA_HERE,
  anOpening,
  aPlayer,
  aQuestion,
  aRejudgement,
  aRejudging,
  aResult,
  aRound,
  aSeason,
  aSeries,
  aSetting,
  aSnapshot,
  aSubmission,
  aTournament,
  AUTUMN,
  BELLS,
  BEN,
  BEN_HERE,
  CLUB,
  entryId,
  EVENING,
  inserts,
  LEAP,
  nothingExpected,
  playerId,
  problemId,
  ROUND,
  roundId,
  seasonId,
  seriesId,
  submissionId,
  tournamentId,
} from './rows.ts'

/** A place where a store keeps its rows, and where it can be opened again. */
export type Home = { open(): Promise<Store>; remove(): Promise<void> }

/** What every store has to keep to. */
export function storeContract(kind: string, makeHome: () => Promise<Home>): void {
  describe(`the store contract: ${kind}`, () => {
    let home: Home
    let store: Store

    beforeEach(async () => {
      home = await makeHome()
      store = await home.open()
      expect(await store.commit({ expected: nothingExpected, changes: anEvening() })).toBe('done')
    })
    afterEach(async () => {
      await store.close()
      await home.remove()
    })

    const change = (...changes: Change[]) => store.commit({ expected: nothingExpected, changes })
    const expecting = (expected: Expected, ...changes: Change[]) => store.commit({ expected, changes })
    const ids = (rows: { id: string }[]) => rows.map((row) => row.id)

    describe('a commit is all or nothing', () => {
      it('leaves nothing behind when its last change conflicts', async () => {
        const changes = inserts({ settings: [aSetting()], submissions: [aSubmission()], players: [aPlayer()] })
        expect(await change(...changes)).toBe('stale')
        expect(await store.setting('greeting')).toBeNull()
        expect(await store.submission(submissionId('submission-1'))).toBeNull()
      })

      it('leaves nothing behind when it refers to a row that is not there, and says so', async () => {
        const stray = aSubmission({ entryId: entryId('entry-nobody') })
        await expect(change(...inserts({ settings: [aSetting()], submissions: [stray] }))).rejects.toThrow()
        expect(await store.setting('greeting')).toBeNull()
      })
    })

    describe('a decision based on something that has moved is stale', () => {
      const moved: [string, Expected][] = [
        ['tournament', { tournaments: { [EVENING]: 1 } }],
        ['round', { rounds: { [ROUND]: 1 } }],
        ['entry', { entries: { [ANNA_HERE]: 1 } }],
        ['series that has gone', { series: { [CLUB]: 0 } }],
        ['season that has gone', { seasons: { [AUTUMN]: 0 } }],
        ['tournament that has gone', { tournaments: { [tournamentId('nowhere')]: 0 } }],
        ['round that has gone', { rounds: { [roundId('nowhere')]: 0 } }],
        ['entry that has gone', { entries: { [entryId('nowhere')]: 0 } }],
        ['one entry of two', { entries: { [BEN_HERE]: 0, [ANNA_HERE]: 1 } }],
      ]
      it.each(moved)('%s', async (_what, expected) => {
        expect(await expecting(expected, ...inserts({ settings: [aSetting()] }))).toBe('stale')
        expect(await store.setting('greeting')).toBeNull()
        expect((await store.entry(BEN_HERE))?.revision).toBe(0)
      })

      it('sets the revision of each changed row to the stored one plus one, whatever the change says', async () => {
        const put: Change = { do: 'put', table: 'rounds', row: aRound({ name: 'New name', revision: 99 }) }
        const patch: Change = { do: 'patch', table: 'entries', id: ANNA_HERE, set: { star: 'sky', revision: 99 } }
        expect(await expecting({ rounds: { [ROUND]: 0 } }, put, patch)).toBe('done')
        expect(await store.round(ROUND)).toEqual(aRound({ name: 'New name', revision: 1 }))
        expect(await store.entry(ANNA_HERE)).toEqual(anEntry({ star: 'sky', revision: 1 }))
        expect(await expecting({ rounds: { [ROUND]: 0 } }, put)).toBe('stale')
      })

      it('inserts with revision 0', async () => {
        const later = aRound({ id: roundId('round-2'), position: 2 })
        await change(...inserts({ rounds: [{ ...later, revision: 7 }] }))
        expect(await store.round(later.id)).toEqual(later)
      })

      it('what is only expected is compared, not raised: submissions do not make each other stale', async () => {
        const submit = (id: string) =>
          expecting({ rounds: { [ROUND]: 0 } }, ...inserts({ submissions: [aSubmission({ id: submissionId(id) })] }))
        expect(await Promise.all([submit('submission-1'), submit('submission-2')])).toEqual(['done', 'done'])
        expect((await store.round(ROUND))?.revision).toBe(0)
      })

      it('of two decisions on the same revision the second is stale', async () => {
        const decide = (name: string) =>
          expecting({ rounds: { [ROUND]: 0 } }, { do: 'patch', table: 'rounds', id: ROUND, set: { name } })
        expect(await Promise.all([decide('first'), decide('second')])).toEqual(['done', 'stale'])
        expect((await store.round(ROUND))?.name).toBe('first')
      })
    })

    describe('a unique value is taken once', () => {
      const secondEvening = tournamentId('evening-2')
      const twice: [string, Change[]][] = [
        ['a submission id', inserts({ submissions: [aSubmission(), aSubmission({ source: 'other' })] })],
        ['a code', inserts({ tournaments: [aTournament({ id: secondEvening })] })],
        ['a player in a tournament', inserts({ entries: [anEntry({ id: entryId('entry-2'), name: 'Other' })] })],
        [
          'a name in a tournament, whatever its case',
          inserts({
            players: [aPlayer({ id: playerId('player-3') })],
            entries: [anEntry({ id: entryId('entry-3'), playerId: playerId('player-3'), name: ' ANNA' })],
          }),
        ],
        [
          'a player name, whatever its case',
          inserts({
            players: [
              aPlayer({ id: playerId('player-3'), accountName: 'Émile' }),
              aPlayer({ id: playerId('player-4'), accountName: 'éMILE' }),
            ],
          }),
        ],
        [
          'a user',
          inserts({
            players: [
              aPlayer({ id: playerId('player-3'), userId: 'user-1' }),
              aPlayer({ id: playerId('player-4'), userId: 'user-1' }),
            ],
          }),
        ],
        ['a hint', inserts({ hintsTaken: [aHint(), aHint({ id: 'hint-2' })] })],
        ['a result', inserts({ roundResults: [aResult(), aResult({ id: 'other' })] })],
        ['an award id', inserts({ awards: [anAward(), anAward()] })],
      ]
      it.each(twice)('%s', async (_what, changes) => {
        expect(await change(...changes)).toBe('stale')
      })

      it('a removed entry gives its name free, but not its place', async () => {
        await change({ do: 'patch', table: 'entries', id: ANNA_HERE, set: { removed: true } })
        const newcomer = aPlayer({ id: playerId('player-3') })
        const again = anEntry({ id: entryId('entry-3'), playerId: newcomer.id })
        expect(await change(...inserts({ players: [newcomer], entries: [again] }))).toBe('done')
        expect(await change(...inserts({ entries: [anEntry({ id: entryId('entry-4'), name: 'Zoe' })] }))).toBe('stale')
        expect(await change({ do: 'patch', table: 'entries', id: ANNA_HERE, set: { removed: false } })).toBe('stale')
      })

      it('the same name may stand in two tournaments', async () => {
        const rows = inserts({
          tournaments: [aTournament({ id: secondEvening, code: 'OWL77' })],
          entries: [anEntry({ id: entryId('entry-2'), tournamentId: secondEvening })],
        })
        expect(await change(...rows)).toBe('done')
      })

      it('a rename is held to it too', async () => {
        const rename = (name: string) => change({ do: 'patch', table: 'entries', id: BEN_HERE, set: { name } })
        expect(await rename('anna')).toBe('stale')
        expect(await rename('BEN')).toBe('done')
      })
    })

    describe('put, patch and remove', () => {
      it('put makes a row or replaces it', async () => {
        const put = (source: string) => change({ do: 'put', table: 'drafts', row: aDraft({ source }) })
        await put('one')
        await put('two')
        expect(await store.drafts(ROUND, ANNA_HERE)).toEqual([aDraft({ source: 'two' })])
      })

      it('put does not push out another row that has the unique value', async () => {
        const row = anEntry({ id: entryId('entry-9') })
        expect(await change({ do: 'put', table: 'entries', row })).toBe('stale')
        expect(ids(await store.entriesOf(EVENING))).toEqual([ANNA_HERE, BEN_HERE])
      })

      it('patch sets the named fields, null included, and leaves the others', async () => {
        await change({
          do: 'patch',
          table: 'rounds',
          id: ROUND,
          set: { endsAt: null, pauses: [{ from: 7, to: null }] },
        })
        expect(await store.round(ROUND)).toEqual(aRound({ endsAt: null, pauses: [{ from: 7, to: null }], revision: 1 }))
      })

      it('patch of a row that has gone is stale', async () => {
        const id = submissionId('submission-9')
        expect(await change({ do: 'patch', table: 'submissions', id, set: { verdict: 'AC' } })).toBe('stale')
      })

      it('remove takes the row away, and a row that has gone is no matter', async () => {
        await change(...inserts({ drafts: [aDraft()] }))
        expect(await change({ do: 'remove', table: 'drafts', id: aDraft().id })).toBe('done')
        expect(await change({ do: 'remove', table: 'drafts', id: aDraft().id })).toBe('done')
        expect(await store.drafts(ROUND, ANNA_HERE)).toEqual([])
      })
    })

    it('gives back every row as it was written', async () => {
      const strange = 'Zoë "💫" \u0000 \\ \n'
      const rows = {
        series: [aSeries({ name: strange })],
        seasons: [aSeason({ name: strange, publishedAt: 9 })],
        openings: [anOpening()],
        hintsTaken: [aHint({ index: 2 })],
        drafts: [aDraft({ source: strange })],
        submissions: [accepted({ source: strange, judgement: aJudgement({ printed: strange }), pasted: true })],
        rejudgings: [aRejudging({ entryId: ANNA_HERE, closedAt: 9, status: 'taken' })],
        rejudgements: [aRejudgement({ was: aJudgement({ verdict: 'WA' }), now: aJudgement({ printed: strange }) })],
        effects: [anEffect({ payload: { list: [1, null, { deep: true }] }, lastError: strange })],
        roundResults: [aResult({ observations: null, outcome: [1.5, { x: 1e-9 }], flagged: true, flagState: 'open' })],
        modelSnapshots: [aSnapshot()],
        awards: [anAward()],
        happenings: [aHappening({ params: { name: strange, stars: 3 } })],
        questions: [aQuestion({ text: strange, answer: '', answeredAt: 7, toAll: true })],
        helpCalls: [aHelpCall({ place: strange, takenBy: { by: 'helper', entryId: BEN_HERE }, takenAt: 8 })],
        badges: [aBadge({ reason: { code: 'x', list: [1] }, revokedAt: 5, revokedReason: strange })],
        achievements: [aHostAchievement({ name: strange })],
        links: [aLink({ moved: { ...aLink().moved, parked: [aResult()] } })],
        practiceSolves: [],
        contributions: [aContribution({ draft: aDraftPuzzle({ name: strange }), reason: strange, queuedAt: 7 })],
        audit: [anAuditLine()],
        settings: [aSetting({ value: [strange, false, 0] }), aSetting({ id: 'nothing', value: null })],
      }
      expect(await change(...inserts(rows))).toBe('done')
      const read: Record<Exclude<TableName, 'players' | 'tournaments' | 'rounds' | 'entries'>, unknown> = {
        series: await store.allSeries(),
        seasons: await store.seasonsOf(CLUB),
        openings: await store.openings(ROUND),
        hintsTaken: await store.hintsTaken(ROUND),
        drafts: await store.drafts(ROUND, ANNA_HERE),
        submissions: await store.submissions(ROUND),
        rejudgings: [await store.rejudging(aRejudging().id)],
        rejudgements: await store.rejudgements(aRejudging().id),
        effects: await store.pendingEffects(),
        roundResults: await store.roundResults(ROUND),
        modelSnapshots: [await store.latestModel()],
        awards: await store.awardsOf(EVENING),
        happenings: await store.happenings(EVENING, 9),
        questions: await store.questionsOf(EVENING),
        helpCalls: await store.helpCallsOf(EVENING),
        badges: await store.badgesOfPlayer(ANNA),
        achievements: await store.achievementsOf(EVENING),
        links: await store.links(),
        practiceSolves: [],
        contributions: [await store.contribution(aContribution().id)],
        audit: await store.audit({ limit: 9 }),
        settings: [await store.setting('greeting'), await store.setting('nothing')],
      }
      expect(read).toEqual(rows)

      const ceremony = { roundId: ROUND, revealed: 2 }
      await change({ do: 'patch', table: 'tournaments', id: EVENING, set: { ceremony } })
      expect(await store.tournament(EVENING)).toEqual(aTournament({ ceremony, revision: 1 }))
      expect(await store.player(ANNA)).toEqual(aPlayer())
      expect(await store.entry(ANNA_HERE)).toEqual(anEntry())
    })

    describe('reads', () => {
      it('lists contributions without their drafts, those whose status is newest first', async () => {
        const second = aContribution({ id: 'contribution-2' as ContributionId, since: 700 })
        await change(...inserts({ contributions: [aContribution(), second] }))
        expect(ids(await store.contributions())).toEqual(['contribution-2', 'contribution-1'])
        const { draft: _draft, ...outline } = second
        expect((await store.contributions())[0]).toEqual(outline)
        expect(await store.contribution('nobody' as ContributionId)).toBeNull()
      })

      it('counts the rounds that hold a puzzle, and those of them that are still to be played', async () => {
        const later = aRound({ id: roundId('round-2'), position: 2, status: 'published', problemIds: [LEAP] })
        await change(...inserts({ rounds: [later] }))
        const holding = await store.roundsHolding()
        expect(holding.get(LEAP)).toEqual({ ahead: 1, all: 2 })
        expect(holding.get(problemId('nowhere'))).toBeUndefined()
      })

      it('answers null, or nothing, for what is not there', async () => {
        expect(await store.player(playerId('nobody'))).toBeNull()
        expect(await store.playerOfUser('nobody')).toBeNull()
        expect(await store.playerByAccountName('nobody')).toBeNull()
        expect(await store.tournamentByCode('NONE00')).toBeNull()
        expect(await store.entryOf(EVENING, playerId('nobody'))).toBeNull()
        expect(await store.latestModel()).toBeNull()
        expect(await store.modelAfter(ROUND)).toBeNull()
        expect(await store.submissions(roundId('nowhere'))).toEqual([])
        expect(await store.starsLit(tournamentId('nowhere'))).toBe(0)
      })

      it('finds what belongs to a series: its tournaments, its seasons by their days, their awards', async () => {
        const spring = aSeason({ id: seasonId('season-spring'), firstDay: '2027-01-10', lastDay: '2027-05-30' })
        const award = anAward({ id: 'award-season', tournamentId: null, roundId: null, seasonId: AUTUMN })
        const other = aSeries({ id: seriesId('series-camp'), name: 'Camp' })
        await change(...inserts({ series: [aSeries(), other], seasons: [aSeason(), spring], awards: [award] }))
        await change({ do: 'patch', table: 'tournaments', id: EVENING, set: { seriesId: CLUB } })
        expect(await store.series(CLUB)).toEqual(aSeries())
        expect(ids(await store.allSeries())).toEqual([other.id, CLUB])
        expect(ids(await store.tournamentsIn(CLUB))).toEqual([EVENING])
        expect(await store.tournamentsIn(other.id)).toEqual([])
        expect(await store.season(AUTUMN)).toEqual(aSeason())
        expect(ids(await store.seasonsOf(CLUB))).toEqual([spring.id, AUTUMN])
        expect(await store.awardsOfSeason(AUTUMN)).toEqual([award])
        expect(await store.awardsOf(EVENING)).toEqual([])
        expect(ids(await store.awardsOfPlayer(ANNA))).toEqual(['award-season'])
        expect(await store.series(seriesId('series-nowhere'))).toBeNull()
        expect(await store.season(seasonId('season-nowhere'))).toBeNull()
      })

      it('finds badges by owner, tournament and what they were given for; a deleted one only by the last', async () => {
        const first = aBadge()
        const second = aBadge({ id: 'badge-2', source: 'award:x', statusIndex: 1, jws: null })
        const other = aBadge({ id: 'badge-3', source: 'award:y', statusIndex: 2, playerId: BEN, revokedAt: 9 })
        await change(...inserts({ badges: [first, second, other], achievements: [aHostAchievement()] }))
        expect(await store.badge('badge-2')).toEqual(second)
        expect(ids(await store.badgesOfPlayer(ANNA))).toEqual(['badge-1'])
        expect(ids(await store.badgesOfTournament(EVENING))).toEqual(['badge-1', 'badge-3'])
        expect(await store.badgeCounts(EVENING)).toEqual({ issued: 2, revoked: 1 })
        expect(await store.badgeCounts(tournamentId('none'))).toEqual({ issued: 0, revoked: 0 })
        expect(ids(await store.givenBadges(['award:x', 'award:y', 'award:z']))).toEqual(['badge-2', 'badge-3'])
        expect(await store.achievement('achievement-1')).toEqual(aHostAchievement())
        expect(await store.achievement('achievement-2')).toBeNull()
      })

      it('counts places in the status lists, one after another', async () => {
        expect(await store.nextStatusIndex()).toBe(0)
        const places = [3, 4, 7].map((statusIndex) =>
          aBadge({ id: `badge-${statusIndex}`, source: `${statusIndex}`, statusIndex, revokedAt: statusIndex }),
        )
        await change(...inserts({ badges: places }))
        expect(await store.nextStatusIndex()).toBe(8)
        expect(await store.revokedPlaces(4, 7)).toEqual([4])
      })

      it('gives a badge once, and a place once', async () => {
        await change(...inserts({ badges: [aBadge()] }))
        expect(await change(...inserts({ badges: [aBadge({ id: 'badge-2', statusIndex: 1 })] }))).toBe('stale')
        expect(await change(...inserts({ badges: [aBadge({ id: 'badge-2', source: 'other' })] }))).toBe('stale')
      })

      it('takes who was linked for the one that stays, over several links, and not any more once they are undone', async () => {
        const third = aPlayer({ id: playerId('player-third'), userId: 'user-third', name: 'Third' })
        await change(...inserts({ players: [third], links: [aLink(), aLink({ id: third.id, into: BEN })] }))
        expect((await store.playerOfUser('user-third'))?.id).toBe(ANNA)
        await change({ do: 'remove', table: 'links', id: BEN })
        expect((await store.playerOfUser('user-third'))?.id).toBe(BEN)
        expect(await store.link(BEN)).toBeNull()
        await change({ do: 'remove', table: 'links', id: third.id })
        expect(await store.playerOfUser('user-third')).toEqual(third)
      })

      it('counts what was practised under a linked account for the one that stays, while the link stands', async () => {
        const third = aPlayer({ id: playerId('player-third'), userId: 'user-third', name: 'Third' })
        const practised = (of: typeof ANNA, problem: typeof LEAP, at: number) => ({
          ...{ id: `${of}:${problem}`, playerId: of, problemId: problem, at },
        })
        await change(
          ...inserts({
            players: [third],
            practiceSolves: [practised(third.id, BELLS, 30), practised(ANNA, LEAP, 20)],
            links: [aLink(), aLink({ id: third.id, into: BEN })],
          }),
        )
        expect(await store.practisedBy(ANNA)).toEqual([
          { problemId: LEAP, at: 20 },
          { problemId: BELLS, at: 30 },
        ])
        expect(await store.solvedBy(ANNA)).toEqual(new Set([LEAP, BELLS]))
        expect(await store.solvedBy(ANNA, 30)).toEqual(new Set([LEAP]))
        await change({ do: 'remove', table: 'links', id: BEN })
        expect(await store.solvedBy(ANNA)).toEqual(new Set([LEAP]))
        expect(await store.solvedBy(BEN)).toEqual(new Set([BELLS]))
      })

      it('finds players by a part of a name they played under, without those who were linked or are gone', async () => {
        const users = [ANNA, BEN].map(
          (id) => ({ do: 'patch', table: 'players', id, set: { userId: `user-${id}` } }) as const,
        )
        await change(...users)
        const called = async (...parts: string[]) =>
          (await store.playersCalled(parts, 9)).map(({ player }) => player.id)
        expect(await called('NN')).toEqual([ANNA])
        expect(await called('n')).toEqual([BEN, ANNA])
        expect(await called('zo', 'an')).toEqual([ANNA])
        expect(await called('%')).toEqual([])
        expect(await called()).toEqual([])
        await change(...inserts({ links: [aLink()] }))
        expect(await called('n')).toEqual([ANNA])
      })

      it('finds players by id, user and player name', async () => {
        const zoe = aPlayer({ id: playerId('player-zoe'), userId: 'user-zoe', accountName: 'Zoë_1' })
        await change(...inserts({ players: [zoe] }))
        expect(await store.playerOfUser('user-zoe')).toEqual(zoe)
        expect(await store.playerByAccountName('zOË_1')).toEqual(zoe)
        expect(new Set(ids(await store.players([ANNA, zoe.id, playerId('nobody'), ANNA])))).toEqual(
          new Set([ANNA, zoe.id]),
        )
        const many = Array.from({ length: 40_000 }, (_, index) => playerId(`none-${index}`))
        expect(ids(await store.players([...many, BEN]))).toEqual([BEN])
      })

      it('lists tournaments newest first, rounds by position, entries as they joined', async () => {
        const later = tournamentId('evening-2')
        await change(
          ...inserts({
            tournaments: [aTournament({ id: later, code: 'OWL77', createdAt: 2 })],
            rounds: [aRound({ id: roundId('round-3'), position: 3 }), aRound({ id: roundId('round-2'), position: 2 })],
            entries: [anEntry({ id: entryId('entry-x'), tournamentId: later, joinedAt: 1 })],
          }),
        )
        expect(ids(await store.tournaments())).toEqual([later, EVENING])
        expect(await store.tournamentByCode('OWL77')).toMatchObject({ id: later })
        expect(ids(await store.roundsOf(EVENING))).toEqual(['round-1', 'round-2', 'round-3'])
        expect(ids(await store.entriesOf(EVENING))).toEqual([ANNA_HERE, BEN_HERE])
        expect(ids(await store.entriesOfPlayer(ANNA))).toEqual(['entry-x', ANNA_HERE])
        expect(await store.entryOf(EVENING, BEN)).toMatchObject({ id: BEN_HERE })
      })

      it('takes up rounds under way, and ended ones that are not rated', async () => {
        const statuses = ['planned', 'countdown', 'paused', 'ended', 'published'] as const
        const others = statuses.map((status, index) =>
          aRound({ id: roundId(`round-${status}`), status, position: index + 2 }),
        )
        const rated = aRound({ id: roundId('round-rated'), status: 'ended', ratedAt: 5, position: 9 })
        await change(...inserts({ rounds: [...others, rated] }))
        expect(new Set(ids(await store.roundsUnderWay()))).toEqual(
          new Set(['round-1', 'round-countdown', 'round-paused', 'round-ended']),
        )
      })

      it('opens the puzzles of published rounds to everybody, once each', async () => {
        expect(await store.publishedProblems()).toEqual(new Set())
        const published = { status: 'published' } as const
        const second = aRound({ id: roundId('round-2'), position: 2, problemIds: [BELLS], ...published })
        await change(...inserts({ rounds: [second] }))
        expect(await store.publishedProblems()).toEqual(new Set([BELLS]))
        await change({ do: 'patch', table: 'rounds', id: ROUND, set: published })
        expect(await store.publishedProblems()).toEqual(new Set([LEAP, BELLS]))
      })

      it('lists openings, hints and submissions oldest first, of a round or of one entry', async () => {
        const of = (entry: typeof ANNA_HERE, id: string, at: number) => ({ id, entryId: entry, at })
        await change(
          ...inserts({
            openings: [
              anOpening(of(ANNA_HERE, 'late', 9)),
              anOpening(of(BEN_HERE, 'bens', 5)),
              anOpening(of(ANNA_HERE, 'z-first-of-two', 4)),
              anOpening(of(ANNA_HERE, 'a-second-of-two', 4)),
            ],
            hintsTaken: [aHint({ id: 'two', index: 1, at: 8 }), aHint({ id: 'one', at: 7 })],
            submissions: [
              aSubmission({ id: submissionId('later-one'), receivedAt: 9 }),
              accepted({ id: submissionId('bens-one'), receivedAt: 5, entryId: BEN_HERE }),
              aSubmission({ id: submissionId('first-one'), receivedAt: 1 }),
            ],
          }),
        )
        expect(ids(await store.openings(ROUND))).toEqual(['z-first-of-two', 'a-second-of-two', 'bens', 'late'])
        expect(ids(await store.openings(ROUND, BEN_HERE))).toEqual(['bens'])
        expect(ids(await store.hintsTaken(ROUND, ANNA_HERE))).toEqual(['one', 'two'])
        expect(ids(await store.submissions(ROUND))).toEqual(['first-one', 'bens-one', 'later-one'])
        expect(ids(await store.submissions(ROUND, ANNA_HERE))).toEqual(['first-one', 'later-one'])
        expect(ids(await store.submissionOutlines(ROUND))).toEqual(['first-one', 'bens-one', 'later-one'])
        expect(ids(await store.submissionOutlines(ROUND, BEN_HERE))).toEqual(['bens-one'])
        expect(ids(await store.unjudged())).toEqual(['first-one', 'later-one'])
        const {
          source: _source,
          judgement: _judgement,
          ...outline
        } = accepted({
          id: submissionId('bens-one'),
          receivedAt: 5,
          entryId: BEN_HERE,
        })
        expect((await store.submissionOutlines(ROUND, BEN_HERE))[0]).toEqual(outline)
      })

      it('counts a player once per puzzle, and nobody who was removed', async () => {
        const second = roundId('round-2')
        const by = (entry: typeof ANNA_HERE, id: string, is: Parameters<typeof accepted>[0] = {}) =>
          accepted({ id: submissionId(id), entryId: entry, ...is })
        await change(
          ...inserts({
            rounds: [aRound({ id: second, position: 2 })],
            submissions: [
              by(ANNA_HERE, 'anna-leap'),
              by(ANNA_HERE, 'anna-leap-again'),
              by(BEN_HERE, 'ben-leap'),
              by(BEN_HERE, 'ben-bells', { problemId: BELLS }),
              by(ANNA_HERE, 'anna-bells', { problemId: BELLS, verdict: 'WA' }),
              by(ANNA_HERE, 'anna-second', { receivedAt: 150, roundId: second, problemId: problemId('stage') }),
            ],
          }),
        )
        expect(await store.solvedCounts(ROUND)).toEqual(
          new Map([
            [LEAP, 2],
            [BELLS, 1],
          ]),
        )
        expect(await store.starsLit(EVENING)).toBe(4)
        expect(await store.solvedBy(ANNA)).toEqual(new Set([LEAP, 'stage']))
        expect(await store.solvedBy(ANNA, 150)).toEqual(new Set([LEAP]))
        await change({ do: 'patch', table: 'entries', id: BEN_HERE, set: { removed: true } })
        expect(await store.solvedCounts(ROUND)).toEqual(new Map([[LEAP, 1]]))
        expect(await store.starsLit(EVENING)).toBe(2)
      })

      it('knows what is judged again, and how far it is', async () => {
        const again = (id: string, is: Partial<ReturnType<typeof aRejudging>>) =>
          aRejudging({ id: id as RejudgingId, ...is })
        const first = submissionId('first')
        const second = submissionId('second')
        const wrong = aJudgement({ verdict: 'WA' })
        const taken = { status: 'taken', closedAt: 650 } as const
        await change(
          ...inserts({
            submissions: [
              accepted({ id: second, receivedAt: 120 }),
              accepted({ id: first, receivedAt: 110 }),
              accepted({ id: submissionId('bens-one'), entryId: BEN_HERE }),
            ],
            rejudgings: [
              again('was-taken', { ...taken, askedAt: 600 }),
              again('later', { ...taken, askedAt: 660, closedAt: 670 }),
              again('waits', { askedAt: 710, problemId: BELLS }),
              again('under-way', { askedAt: 700 }),
            ],
            rejudgements: [
              aRejudgement({ rejudgingId: 'under-way' as RejudgingId, submissionId: second }),
              aRejudgement({ rejudgingId: 'under-way' as RejudgingId, submissionId: first, now: wrong }),
              aRejudgement({ rejudgingId: 'later' as RejudgingId, submissionId: first, was: aJudgement(), now: wrong }),
              aRejudgement({ rejudgingId: 'was-taken' as RejudgingId, submissionId: first, was: wrong, now: wrong }),
            ],
          }),
        )
        expect((await store.rejudgingsOf(EVENING)).map(({ id, done }) => [id, done])).toEqual([
          ['waits', 0],
          ['under-way', 1],
          ['later', 1],
          ['was-taken', 1],
        ])
        expect(ids(await store.rejudgingsUnderWay())).toEqual(['under-way', 'waits'])
        const rows = await store.rejudgements('under-way' as RejudgingId)
        expect(rows.map((row) => row.submissionId)).toEqual([first, second])
        expect(await store.verdictsBefore(ROUND, ANNA_HERE)).toEqual([
          { submissionId: first, was: 'WA' },
          { submissionId: first, was: 'AC' },
        ])
        expect(await store.verdictsBefore(ROUND, BEN_HERE)).toEqual([])
        // A puzzle of a round is judged again once at a time.
        expect(await change({ do: 'insert', table: 'rejudgings', row: again('too', { problemId: BELLS }) })).toBe(
          'stale',
        )
      })

      it('keeps what is still to be done, oldest first', async () => {
        const effects = [anEffect({ id: 'newer', createdAt: 2 }), anEffect({ id: 'older', createdAt: 1 })]
        await change(...inserts({ effects: [...effects, anEffect({ id: 'was-done', doneAt: 3 })] }))
        expect(ids(await store.pendingEffects())).toEqual(['older', 'newer'])
      })

      it('lists results in the order in which rounds ended, players by id', async () => {
        const ended = (id: string, position: number, endedAt: number | null) =>
          aRound({ id: roundId(id), position, endedAt, status: 'ended' })
        const result = (round: string, player: typeof ANNA) => aResult({ roundId: roundId(round), playerId: player })
        await change(
          ...inserts({
            rounds: [ended('round-late', 2, 90), ended('round-early', 3, 50), ended('round-open', 4, null)],
            roundResults: [
              result('round-open', BEN),
              result('round-late', BEN),
              result('round-late', ANNA),
              result('round-early', BEN),
            ],
          }),
        )
        const inOrder = [
          'round-early:player-ben',
          'round-late:player-anna',
          'round-late:player-ben',
          'round-open:player-ben',
        ]
        expect(ids(await store.allResults())).toEqual(inOrder)
        expect(ids(await store.resultsOfTournament(EVENING))).toEqual(inOrder)
        expect(ids(await store.resultsOfPlayer(ANNA))).toEqual(['round-late:player-anna'])
        expect(ids(await store.roundResults(roundId('round-late')))).toEqual(inOrder.slice(1, 3))
      })

      it('finds the newest model, and the one after a round', async () => {
        const second = roundId('round-2')
        await change(
          ...inserts({
            rounds: [aRound({ id: second, position: 2 })],
            modelSnapshots: [aSnapshot({ id: second, position: 2, state: 'new' }), aSnapshot({ state: 'old' })],
          }),
        )
        expect((await store.latestModel())?.state).toBe('new')
        expect((await store.modelAfter(ROUND))?.state).toBe('old')
        const { state: _state, ...withoutState } = aSnapshot()
        expect(await store.timeline()).toEqual([withoutState, { ...withoutState, id: second, position: 2 }])
      })

      it('lists awards in ceremony order, and those a player has a share in', async () => {
        const shared = [ANNA, BEN].map((id) => ({ playerId: id, reason: null, figures: {} }))
        await change(
          ...inserts({
            awards: [
              anAward({ id: 'headline', headline: true, position: 3, roundId: null }),
              anAward({ id: 'first', position: 1, winners: shared }),
              anAward({ id: 'second', position: 2, winners: [] }),
            ],
          }),
        )
        expect(ids(await store.awardsOf(EVENING))).toEqual(['first', 'second', 'headline'])
        expect(ids(await store.allAwards())).toEqual(['first', 'second', 'headline'])
        expect(ids(await store.awardsOfPlayer(BEN))).toEqual(['first'])
        expect(ids(await store.awardsOfPlayer(ANNA))).toEqual(['first', 'headline'])
      })

      it('finds questions and calls for help, oldest first', async () => {
        const asked = [2, 1].map((askedAt) => aQuestion({ id: `question-${askedAt}`, askedAt }))
        const called = [2, 1].map((askedAt) => aHelpCall({ id: `call-${askedAt}`, askedAt, closedAt: askedAt }))
        await change(...inserts({ questions: asked, helpCalls: called }))
        expect(ids(await store.questionsOf(EVENING))).toEqual(['question-1', 'question-2'])
        expect(ids(await store.helpCallsOf(EVENING))).toEqual(['call-1', 'call-2'])
        expect(await store.question('question-2')).toEqual(asked[0])
        expect(await store.helpCall('call-2')).toEqual(called[0])
        expect(await store.question('nothing')).toBeNull()
        expect(await store.helpCall('nothing')).toBeNull()
      })

      it('keeps one open call for help an entry', async () => {
        await change(...inserts({ helpCalls: [aHelpCall({ id: 'over', closedAt: 5 }), aHelpCall()] }))
        expect(await change(...inserts({ helpCalls: [aHelpCall({ id: 'second' })] }))).toBe('stale')
      })

      it('knows when each entry last saved something it typed', async () => {
        const javascript = aDraft({ id: 'other', language: 'javascript', savedAt: 90 })
        await change(...inserts({ drafts: [aDraft(), javascript, aDraft({ id: 'bens', entryId: BEN_HERE })] }))
        expect(await store.lastSaved(ROUND)).toEqual(
          new Map([
            [ANNA_HERE, 90],
            [BEN_HERE, 50],
          ]),
        )
      })

      it('lists the newest happenings first, as many as asked for', async () => {
        const happened = [1, 3, 2].map((at) => aHappening({ id: `at-${at}`, at }))
        await change(...inserts({ happenings: happened }))
        expect(ids(await store.happenings(EVENING, 2))).toEqual(['at-3', 'at-2'])
      })
    })

    it('knows players whom nobody kept and nobody saw for long', async () => {
      const [never, kept, lately, practised, linked, keptOnce, stays] = [
        ...['never', 'kept', 'lately', 'practised', 'linked', 'kept-once', 'stays'].map(playerId),
      ] as [PlayerId, PlayerId, PlayerId, PlayerId, PlayerId, PlayerId, PlayerId]
      const user = (id: PlayerId) => ({ id, userId: `user-${id}`, createdAt: 10 })
      await change(
        ...inserts({
          players: [
            ...[never, lately, practised, linked, stays].map((id) => aPlayer(user(id))),
            aPlayer({ ...user(kept), accountName: 'kept' }),
            aPlayer({ ...user(keptOnce), accountName: 'kept-once' }),
            aPlayer({ ...user(playerId('new')), createdAt: 200 }),
          ],
          entries: [anEntry({ id: entryId('lately'), playerId: lately, name: 'Lately', joinedAt: 150 })],
          practiceSolves: [{ id: 'solved', playerId: practised, problemId: LEAP, at: 120 }],
          links: [aLink({ id: linked, into: never }), aLink({ id: keptOnce, into: stays })],
        }),
      )
      expect(await store.playersUnseenSince(100, 9)).toEqual([never])
      expect(new Set(await store.playersUnseenSince(160, 9))).toEqual(new Set([never, lately, practised]))
      await store.erasePlayer(never)
      expect(await store.playersUnseenSince(100, 9)).toEqual([])
    })

    describe('the audit trail', () => {
      const later = tournamentId('evening-2')
      beforeEach(() =>
        change(
          ...inserts({
            audit: [
              anAuditLine({ id: 'first', at: 10 }),
              anAuditLine({ id: 'same moment', at: 10, who: 'Ben' }),
              anAuditLine({ id: 'elsewhere', at: 20, tournamentId: later, params: { tournament: 'Old name' } }),
              anAuditLine({ id: 'renamed', at: 30, tournamentId: later, params: { tournament: 'New name' } }),
              anAuditLine({ id: 'nobody', at: 40, tournamentId: null, userId: null, who: '', role: null, params: {} }),
            ],
          }),
        ),
      )

      it('is read newest first, a page after the other', async () => {
        expect(ids(await store.audit({ limit: 3 }))).toEqual(['nobody', 'renamed', 'elsewhere'])
        expect(ids(await store.audit({ limit: 3, before: 'elsewhere' }))).toEqual(['same moment', 'first'])
        expect(ids(await store.audit({ limit: 3, before: 'same moment' }))).toEqual(['first'])
        expect(await store.audit({ limit: 3, before: 'first' })).toEqual([])
      })

      it('is found by name, tournament and time', async () => {
        expect(ids(await store.audit({ limit: 9, who: 'Ben' }))).toEqual(['same moment'])
        expect(ids(await store.audit({ limit: 9, tournamentId: later }))).toEqual(['renamed', 'elsewhere'])
        expect(ids(await store.audit({ limit: 9, from: 20, to: 40 }))).toEqual(['renamed', 'elsewhere'])
        expect(ids(await store.audit({ limit: 9, tournamentId: later, to: 30 }))).toEqual(['elsewhere'])
      })

      it('knows who stands in it, and tournaments by the name they had last', async () => {
        expect(await store.auditNames()).toEqual({
          people: ['Ben', 'Mira'],
          tournaments: [
            { id: later, name: 'New name' },
            { id: EVENING, name: 'Club evening' },
          ],
        })
      })

      it('forgets what is old', async () => {
        expect(await store.pruneAudit(20)).toBe(2)
        expect(ids(await store.audit({ limit: 9 }))).toEqual(['nobody', 'renamed', 'elsewhere'])
      })
    })

    describe('taking a person out', () => {
      const mine = { playerId: ANNA, entryId: ANNA_HERE }
      beforeEach(async () => {
        const error = { kind: 'NameError', text: 'my secret', line: 1 }
        await change(
          { do: 'patch', table: 'players', id: ANNA, set: { accountName: 'anna', userId: 'user-anna' } },
          ...inserts({
            audit: [anAuditLine({ userId: 'user-anna', who: 'Anna', role: 'helper' })],
            drafts: [aDraft(mine), aDraft({ id: 'bens', entryId: BEN_HERE })],
            submissions: [
              accepted({ judgement: aJudgement({ error, printed: 'my secret' }), source: 'my secret' }),
              aSubmission({ id: submissionId('pending-1') }),
              accepted({ id: submissionId('bens-one'), entryId: BEN_HERE }),
            ],
            rejudgings: [aRejudging({ total: 2 })],
            rejudgements: [
              aRejudgement({ now: aJudgement({ printed: 'my secret' }) }),
              aRejudgement({ submissionId: submissionId('bens-one') }),
            ],
            happenings: [aHappening(), aHappening({ id: 'bens', params: { name: 'Ben' } })],
            roundResults: [aResult(mine)],
            questions: [aQuestion(), aQuestion({ id: 'bens', entryId: BEN_HERE })],
            helpCalls: [aHelpCall(), aHelpCall({ id: 'bens', entryId: BEN_HERE })],
            badges: [aBadge()],
          }),
        )
        await store.erasePlayer(ANNA)
      })

      it('leaves no name, source or message', async () => {
        const left = [
          await store.player(ANNA),
          await store.entriesOf(EVENING),
          await store.drafts(ROUND, ANNA_HERE),
          await store.submissions(ROUND),
          await store.happenings(EVENING, 9),
          await store.playerByAccountName('anna'),
          await store.audit({ limit: 9 }),
        ]
        expect(JSON.stringify(left)).not.toMatch(/"Anna"|"anna"|my secret/)
        expect(await store.entry(ANNA_HERE)).toMatchObject({ name: '', removed: true, revision: 1 })
        expect((await store.tournament(EVENING))?.revision).toBe(1)
      })

      it('deletes their badges, and gives none of them again', async () => {
        expect(await store.badgesOfPlayer(ANNA)).toEqual([])
        expect(await store.givenBadges([aBadge().source])).toEqual([aBadge({ jws: null })])
      })

      it('erases whoever was said to be the same person, too', async () => {
        await change(...inserts({ links: [aLink({ id: ANNA, into: BEN })] }))
        await store.erasePlayer(BEN)
        expect(await store.players([ANNA, BEN])).toMatchObject([{ name: '' }, { name: '' }])
        expect(await store.links()).toEqual([])
      })

      it('keeps results and verdicts under the random ids', async () => {
        expect(await store.roundResults(ROUND)).toEqual([aResult()])
        expect(await store.submission(submissionId('submission-1'))).toMatchObject({
          verdict: 'AC',
          source: '',
          judgement: { passed: 1, total: 1, runs: [], printed: '' },
        })
      })

      it('touches nobody else, and doing it again changes nothing', async () => {
        await store.erasePlayer(ANNA)
        expect(await store.entry(BEN_HERE)).toMatchObject({ name: 'Ben', removed: false, revision: 0 })
        expect(ids(await store.drafts(ROUND, BEN_HERE))).toEqual(['bens'])
        expect(ids(await store.happenings(EVENING, 9))).toEqual(['bens'])
        const again = await store.rejudgements(aRejudging().id)
        expect(again.map((row) => row.submissionId)).toEqual(['bens-one'])
        expect(ids(await store.questionsOf(EVENING))).toEqual(['bens'])
        expect(ids(await store.helpCallsOf(EVENING))).toEqual(['bens'])
        expect(await store.submission(submissionId('bens-one'))).toEqual(
          accepted({ id: submissionId('bens-one'), entryId: BEN_HERE }),
        )
      })
    })

    it('has everything after a restart', async () => {
      await change(...inserts({ submissions: [aSubmission()], settings: [aSetting()] }))
      await change({ do: 'patch', table: 'rounds', id: ROUND, set: { name: 'Renamed' } })
      await store.close()
      store = await home.open()
      expect(ids(await store.unjudged())).toEqual(['submission-1'])
      expect(await store.setting('greeting')).toEqual(aSetting())
      expect((await store.round(ROUND))?.revision).toBe(1)
    })
  })
}
