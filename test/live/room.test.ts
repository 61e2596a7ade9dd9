import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommandName } from '../../server/protocol/commands.ts'
import type { Invited } from '../../server/protocol/http.ts'
import type { EntryId, ProblemId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { MAY_GIVE } from '../../server/tournament/permissions.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles, puzzles, wrongIn } from '../support/puzzles.ts'

const [first, second] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]

describe('the room, by sockets', () => {
  let club: Club
  let host: Person
  let code: string
  let tournamentId: TournamentId
  let roundId: RoundId
  // Limits as in earnest: a room must not run into them.
  beforeAll(async () => {
    club = await openClub({ app: { rateLimitScale: 1 } })
    host = await club.host()
  })
  afterAll(() => club.close())

  /** A new tournament with one round of two puzzles and twenty minutes, watched by the host. */
  beforeEach(async () => {
    ;({ code, tournamentId, roundId } = await host.prepare([[first, second]]))
  })
  const entryOf = (person: Person): EntryId => person.me!.entryId
  const start = async (...people: Person[]) => {
    await host.must('round:start', { roundId })
    for (const person of people) await person.sees('me', ({ round }) => round?.roundId === roundId)
  }
  const rowOf = (person: Person) => host.host!.monitor.find(({ entryId }) => entryId === entryOf(person))
  const errors = () => club.logged.filter(({ level }) => level === 'error')
  /** What a person's next HTTP request is refused with; null where it is done. */
  const joinRefusal = async (name: string, changes: object = {}) => {
    const response = await fetch(`${club.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: club.url },
      body: JSON.stringify({ code, name, star: 'gold', continueAsKnown: false, ...changes }),
    })
    const answer = (await response.json()) as { ok: boolean; refusal?: { code: string } }
    return answer.refusal?.code ?? null
  }

  describe('extra time', () => {
    it('[E5] moves one player’s end and nobody else’s, and the round goes on for them', async () => {
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      await start(ada, bo)
      const common = bo.me!.round!.endsAt!
      await host.must('entry:give-time', { entryId: entryOf(ada), factor: 1.5 })
      const me = await ada.sees('me', ({ timeFactor }) => timeFactor === 1.5)
      expect(me.round!.endsAt).toBe(common + 10 * MINUTE_MS)
      await host.sees('host', () => rowOf(ada)?.timeFactor === 1.5)
      expect(rowOf(bo)?.timeFactor).toBe(1)

      // Past the common end: the timer was set again, Ada still plays, Bo does not.
      club.clock.jump(21 * MINUTE_MS)
      expect((await ada.submit(first, acceptedIn(first, 'python'))).verdict).toBe('AC')
      await bo.watch({ tournamentId, as: 'player' })
      expect(bo.me!.round!.endsAt).toBe(common)
      expect(bo.board!.round).toMatchObject({ status: 'running', endsAt: common })
      const late = { id: crypto.randomUUID(), roundId, problemId: first, language: 'python', source: 'x = 1' }
      expect(await bo.refusal('submission:create', late)).toBe('round-closed')
      club.clock.jump(10 * MINUTE_MS)
      await ada.sees('board', ({ round }) => round?.status === 'ended')
      expect((await club.app.store.round(roundId))!.endedAt).toBe(common + 10 * MINUTE_MS)
    })

    it('[E5] [R7] taken back, or gone with its owner, lets the round end', async () => {
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      await start(ada, bo)
      for (const person of [ada, bo]) await host.must('entry:give-time', { entryId: entryOf(person), factor: 3 })
      club.clock.jump(25 * MINUTE_MS)
      await host.must('entry:give-time', { entryId: entryOf(ada), factor: 1 })
      await host.must('entry:remove', { entryId: entryOf(bo) })
      await ada.sees('board', ({ round }) => round?.status === 'ended')
    })

    it('[E5] given later changes nothing in a round that has ended', async () => {
      const ada = await club.player('Ada', code)
      await host.must('entry:give-time', { entryId: entryOf(ada), factor: 2 })
      await start(ada)
      club.clock.jump(6 * MINUTE_MS)
      await ada.submit(first, acceptedIn(first, 'python'))
      await host.must('round:stop', { roundId })
      await host.sees('host', ({ rounds }) => rounds[0]!.rated)
      const observed = async () => (await club.app.store.roundResults(roundId))[0]!.observations
      const before = await observed()
      await host.must('entry:give-time', { entryId: entryOf(ada), factor: 1 })
      const kept = (await club.app.store.round(roundId))!
      expect(kept.timeFactors).toEqual({ [entryOf(ada)]: 2 })
      // A round is rated again when a flag has been looked at.
      const payload = { roundId }
      const due = { createdAt: 1, attempts: 0, lastError: null, doneAt: null }
      const row = { id: `again-${roundId}`, kind: 'rate-round', payload, ...due }
      await club.app.store.commit({ expected: {}, changes: [{ do: 'insert', table: 'effects', row }] })
      await host.must('round:publish', { roundId })
      await club.app.live.idle()
      expect((await club.app.store.pendingEffects()).filter(({ id }) => id === row.id)).toEqual([])
      expect(await observed()).toEqual(before)
    })

    it('is one to three times the limit, for somebody who is here', async () => {
      const ada = await club.player('Ada', code)
      for (const factor of [0.5, 3.1, -1, Number.NaN, '2'])
        expect(await host.refusal('entry:give-time', { entryId: entryOf(ada), factor })).toBe('bad-request')
      await host.must('entry:remove', { entryId: entryOf(ada) })
      for (const entryId of [entryOf(ada), 'nobody-here'])
        expect(await host.refusal('entry:give-time', { entryId, factor: 2 })).toBe('entry-not-found')
    })
  })

  describe('announcements and breaks', () => {
    it('[B3] stand on the wall until the next one, or until withdrawn', async () => {
      const wall = await club.stranger()
      await wall.watch({ tournamentId, as: 'projector' })
      await host.must('tournament:announce', { tournamentId, text: 'Pizza has come!' })
      await wall.sees('board', ({ announcement }) => announcement?.text === 'Pizza has come!')
      await host.must('tournament:announce', { tournamentId, text: 'Pizza is gone.' })
      await wall.sees('board', ({ announcement }) => announcement?.text === 'Pizza is gone.')
      await host.must('tournament:announce', { tournamentId, text: null })
      await wall.sees('board', ({ announcement }) => announcement === null)
    })
    it.each([
      ['too long', 'x'.repeat(201)],
      ['empty', '  '],
      ['written backwards', 'abc\u202edef'],
      ['with a control character', 'abc\u0000'],
    ])('[B3] are not %s', async (_what, text) => {
      expect(await host.refusal('tournament:announce', { tournamentId, text })).toBe('bad-request')
    })
    it('[B1] [B2] a break counts down, and a host ends it', async () => {
      const wall = await club.stranger()
      await wall.watch({ tournamentId, as: 'projector' })
      const before = club.clock.now()
      await host.must('break:start', { tournamentId, minutes: 10 })
      const { breakEndsAt, serverNow } = await wall.sees('board', (board) => board.breakEndsAt !== null)
      expect(breakEndsAt! - serverNow).toBeLessThanOrEqual(10 * MINUTE_MS)
      expect(breakEndsAt!).toBeGreaterThanOrEqual(before + 10 * MINUTE_MS)
      await host.must('break:end', { tournamentId })
      await wall.sees('board', (board) => board.breakEndsAt === null)
    })
    it('[B2] a break is over when its time is, or when a round counts down', async () => {
      const wall = await club.stranger()
      await host.must('break:start', { tournamentId, minutes: 10 })
      club.clock.jump(10 * MINUTE_MS)
      await wall.watch({ tournamentId, as: 'projector' })
      expect(wall.board!.breakEndsAt).toBeNull()
      await host.must('break:start', { tournamentId, minutes: 10 })
      await host.must('round:start', { roundId, inMinutes: 2 })
      await wall.sees('board', ({ round, breakEndsAt }) => round?.status === 'countdown' && breakEndsAt === null)
      await host.must('round:call-off', { roundId })
      await wall.sees('board', ({ round, breakEndsAt }) => round?.status === 'planned' && breakEndsAt === null)
    })
    it('[B1] a break waits for the round under way', async () => {
      await host.must('round:start', { roundId })
      expect(await host.refusal('break:start', { tournamentId, minutes: 10 })).toBe('round-under-way')
      for (const minutes of [0, 181])
        expect(await host.refusal('break:start', { tournamentId, minutes })).toBe('bad-request')
    })
    it('leave the board within 4 KB in the fullest of rooms', async () => {
      const longest = puzzles.toSorted((a, b) => b.name.length - a.name.length).slice(0, 20)
      const problemIds = longest.map(({ id }) => id)
      const rounds = [{ name: 'R'.repeat(40), limitMinutes: 20, problemIds }]
      const made = await host.prepare([], { name: 'N'.repeat(60), rounds })
      await host.must('round:start', { roundId: made.roundId })
      const at = club.clock.now()
      const happenings = Array.from({ length: 9 }, (_, index) => ({
        ...{ id: crypto.randomUUID(), tournamentId: made.tournamentId, roundId: made.roundId },
        ...{ at: at + index, code: 'solved-after-tries' as const, params: { tries: 12 } },
      }))
      const changes = happenings.map((row) => ({ do: 'insert', table: 'happenings', row }) as const)
      await club.app.store.commit({ expected: {}, changes })
      await host.must('tournament:announce', { tournamentId: made.tournamentId, text: '漢'.repeat(200) })
      const board = await host.sees('board', ({ announcement }) => announcement !== null)
      expect(board.feed).toHaveLength(6)
      expect(board.round!.problems).toHaveLength(20)
      expect(Buffer.byteLength(JSON.stringify(board))).toBeLessThan(4096)
    })
  })

  describe('a ceremony', () => {
    it('leaves the board within 4 KB however many awards there are and however long the names', async () => {
      const problemIds = functionPuzzles.slice(0, 20).map(({ id }) => id)
      const rounds = [{ name: 'R'.repeat(40), limitMinutes: 20, problemIds }]
      const made = await host.prepare([], { name: 'N'.repeat(60), rounds })
      const { roundId } = made
      const names = ['a', 'b', 'c'].map((letter) => `${letter}${'漢'.repeat(23)}`)
      for (const name of names) await club.player(name, made.code)
      const [round] = await club.app.store.roundsOf(made.tournamentId)
      const entries = await club.app.store.entriesOf(made.tournamentId)
      const longest = { code: 'award-since-last-time', params: { mark: 1000, level: 1000 } } as const
      const winners = entries.map(({ playerId }) => ({ playerId, reason: longest, figures: {} }))
      const now = club.clock.now()
      const awards = Array.from({ length: 9 }, (_, position) => ({
        ...{ id: `${roundId}-${position}`, tournamentId: made.tournamentId, roundId, seasonId: null, position },
        ...{ kind: 'personal-best' as const, headline: position === 8, winners, publishedAt: now },
      }))
      await club.app.store.commit({
        expected: {},
        changes: [
          { do: 'put', table: 'rounds', row: { ...round!, status: 'published', startedAt: now, endedAt: now } },
          ...awards.map((row) => ({ do: 'insert', table: 'awards', row }) as const),
        ],
      })
      await host.must('tournament:announce', { tournamentId: made.tournamentId, text: '漢'.repeat(200) })
      await host.must('ceremony:start', { tournamentId: made.tournamentId, roundId })
      for (let step = 0; step < awards.length; step++)
        await host.must('ceremony:reveal', { tournamentId: made.tournamentId })
      const board = await host.sees('board', ({ ceremony }) => ceremony?.revealed === awards.length)
      expect(board.ceremony!.current!.winners.map(({ name }) => name)).toEqual(names)
      expect(board.ceremony!.before).toHaveLength(5)
      expect(Buffer.byteLength(JSON.stringify(board))).toBeLessThan(4096)
    })
  })

  describe('questions', () => {
    it('[Q3] [Q4] are seen by hosts with name and puzzle, and answered to one', async () => {
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      await start(ada, bo)
      const text = 'Does <b>zero</b>\ncount?'
      const { questionId } = await ada.must('question:ask', { tournamentId, problemId: first, text })
      const { room } = await host.sees('host', ({ room }) => room.questions.length === 1)
      expect(room.questions[0]).toMatchObject({ name: 'Ada', text, problem: { id: first }, answer: null })
      expect((await ada.sees('me', ({ questions }) => questions.length === 1)).questions[0]!.answer).toBeNull()

      await host.must('question:answer', { questionId, text: 'Yes, it does.' })
      const { questions } = await ada.sees('me', ({ questions }) => questions[0]!.answer !== null)
      expect(questions[0]!.answer).toMatchObject({ text: 'Yes, it does.', toAll: false })
      const after = await host.sees('host', ({ room }) => room.questions.length === 0)
      expect(after.room.answered.map(({ id }) => id)).toEqual([questionId])
      await bo.watch({ tournamentId, as: 'player' })
      expect(JSON.stringify(bo.me)).not.toContain('zero')
      expect(bo.me!.answers).toEqual([])
    })
    it('[Q3] [Q4] are answered to all without saying who asked, and back to one', async () => {
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      const { questionId } = await ada.must('question:ask', { tournamentId, text: 'When is the next round?' })
      const before = bo.me!.version
      await host.must('question:answer', { questionId, text: 'At eight.', toAll: true })
      const { answers, version } = await bo.sees('me', ({ answers }) => answers.length === 1)
      expect(version).toBeGreaterThan(before)
      expect(answers[0]).toMatchObject({ question: 'When is the next round?', answer: 'At eight.', problemId: null })
      expect(JSON.stringify(answers)).not.toMatch(/Ada|entryId/)
      await host.must('question:answer', { questionId, text: 'At nine.', toAll: false })
      await bo.sees('me', ({ answers }) => answers.length === 0)
      await ada.sees('me', ({ questions }) => questions[0]?.answer?.text === 'At nine.')
    })
    it('[Q3] are answered in person', async () => {
      const ada = await club.player('Ada', code)
      const { questionId } = await ada.must('question:ask', { tournamentId, text: 'Can you come?' })
      await host.must('question:close', { questionId })
      const { questions } = await ada.sees('me', ({ questions }) => questions[0]?.answer != null)
      expect(questions[0]!.answer).toMatchObject({ text: '', toAll: false })
    })
    it('[Q1] [Q2] are about puzzles of the round, three at a time, the same one once', async () => {
      const ada = await club.player('Ada', code)
      const ask = (text: string, problemId: ProblemId | null = null) => ({ tournamentId, problemId, text })
      expect(await ada.refusal('question:ask', ask('Now?', first))).toBe('problem-not-found')
      const once = await ada.must('question:ask', ask('one'))
      expect(await ada.must('question:ask', ask('one'))).toEqual(once)
      await ada.must('question:ask', ask('two'))
      await ada.must('question:ask', ask('three'))
      expect(await ada.refusal('question:ask', ask('four'))).toBe('questions-waiting')
      await host.must('question:close', { questionId: once.questionId })
      expect(await ada.refusal('question:ask', ask('four'))).toBeNull()
    })
    it('are short, not empty, and cannot turn text around', async () => {
      const ada = await club.player('Ada', code)
      expect(await ada.refusal('question:ask', { tournamentId, text: 'x'.repeat(301) })).toBe('bad-request')
      expect(await ada.refusal('question:ask', { tournamentId, text: '\u202e\u0007 ' })).toBe('bad-request')
      await ada.must('question:ask', { tournamentId, text: 'a\u202eb\u0000c\r\nd' })
      await ada.sees('me', ({ questions }) => questions[0]?.text === 'abc\nd')
    })
    it('come in at a rate that somebody can read', async () => {
      const ada = await club.player('Ada', code)
      const refusals: (string | null)[] = []
      for (let n = 0; n < 12; n++) refusals.push(await ada.refusal('question:ask', { tournamentId, text: 'again' }))
      expect(refusals.slice(0, 10).every((code) => code === null)).toBe(true)
      expect(refusals.slice(10)).toEqual(['too-many', 'too-many'])
    })
    it('[Q1] end with the tournament, and belong to people who are in it', async () => {
      const [ada, stranger] = [await club.player('Ada', code), await club.stranger()]
      expect(await stranger.refusal('question:ask', { tournamentId, text: 'Hello?' })).toBe('not-joined')
      await start(ada)
      await ada.submit(first, acceptedIn(first, 'python'))
      await host.must('round:stop', { roundId })
      await host.sees('host', ({ rounds }) => rounds[0]!.rated)
      await host.must('tournament:finish', { tournamentId })
      expect(await ada.refusal('question:ask', { tournamentId, text: 'Still there?' })).toBe('tournament-over')
      expect(await ada.refusal('help:ask', { tournamentId })).toBe('tournament-over')
      expect(await host.refusal('question:answer', { questionId: 'no-such-question', text: 'x' })).toBe(
        'question-not-found',
      )
    })
  })

  describe('calls for help', () => {
    it('[H1] [H2] [H5] say who, where and which puzzle, are taken and done', async () => {
      const ada = await club.player('Ada', code)
      await start(ada)
      const { callId } = await ada.must('help:ask', { tournamentId, problemId: first, place: 'by the <i>window</i>' })
      const { room } = await host.sees('host', ({ room }) => room.calls.length === 1)
      const waiting = {
        id: callId,
        name: 'Ada',
        connected: true,
        place: 'by the <i>window</i>',
        problem: { id: first },
      }
      expect(room.calls[0]).toMatchObject({ ...waiting, takenBy: null })
      const since = room.calls[0]!.since
      expect(await ada.must('help:ask', { tournamentId, place: 'at the door' })).toEqual({ callId })
      const moved = await host.sees('host', ({ room }) => room.calls[0]?.place === 'at the door')
      expect(moved.room.calls[0]).toMatchObject({ since, problem: null })

      await host.must('help:take', { callId })
      await ada.sees('me', ({ help }) => help?.taken?.by === 'host' && help.taken.name === 'host')
      await host.must('help:release', { callId })
      await ada.sees('me', ({ help }) => help !== null && help.taken === null)
      await host.must('help:done', { callId })
      await ada.sees('me', ({ help }) => help === null)
      expect((await host.sees('host', ({ room }) => room.calls.length === 0)).room.helped).toBe(1)
      for (const command of ['help:take', 'help:release', 'help:done'] as const)
        expect(await host.refusal(command, { callId })).toBe('help-over')
      expect(await host.refusal('help:take', { callId: 'no-such-call' })).toBe('help-over')
    })
    it('[H4] are cancelled by who called, however often, and can be made again', async () => {
      const ada = await club.player('Ada', code)
      const { callId } = await ada.must('help:ask', { tournamentId })
      await host.must('help:take', { callId })
      await ada.must('help:cancel', { tournamentId })
      await ada.must('help:cancel', { tournamentId })
      const { room } = await host.sees('host', ({ room }) => room.calls.length === 0)
      expect(room.helped).toBe(0)
      expect((await ada.must('help:ask', { tournamentId })).callId).not.toBe(callId)
    })
    it('go with whoever is taken off the list, and stay over a restart', async () => {
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      await ada.must('help:ask', { tournamentId })
      const { callId } = await bo.must('help:ask', { tournamentId })
      await host.must('entry:remove', { entryId: entryOf(bo) })
      const { room } = await host.sees('host', ({ room }) => room.calls.length === 1)
      expect(room.calls[0]!.name).toBe('Ada')
      expect(await host.refusal('help:take', { callId })).toBe('help-over')
      await club.restart()
      await host.connect()
      await host.watch({ tournamentId, as: 'host' })
      expect(host.host!.room.calls.map(({ name }) => name)).toEqual(['Ada'])
    })
  })

  describe('helpers', () => {
    const helperOnly = (Object.keys(MAY_GIVE) as CommandName[]).filter(
      (command) => MAY_GIVE[command].some((role) => role === 'helper') && !MAY_GIVE[command].includes('spectator'),
    )
    /** Each of them with a payload that is right. */
    async function given(asker: Person) {
      const { questionId } = await asker.must('question:ask', { tournamentId, text: 'How?' })
      const { callId } = await asker.must('help:ask', { tournamentId, place: 'left' })
      const payloads: Partial<Record<CommandName, object>> = {
        'question:answer': { questionId, text: 'So.' },
        'question:close': { questionId },
        'help:take': { callId },
        'help:release': { callId },
        'help:done': { callId },
      }
      expect(Object.keys(payloads).sort()).toEqual(helperOnly.toSorted())
      return payloads as Record<string, object>
    }

    it('[E6] [P3] are made by a host, see who asks, take and answer', async () => {
      const [ada, mira] = [await club.player('Ada', code), await club.player('Mira', code)]
      const payloads = await given(ada)
      expect(await mira.refusal('tournament:watch', { tournamentId, as: 'helper' })).toBe('not-a-helper')
      for (const [command, payload] of Object.entries(payloads))
        expect(await mira.refusal(command as CommandName, payload), command).toBe('not-a-helper')

      await host.must('entry:make-helper', { entryId: entryOf(mira), helper: true })
      await mira.sees('me', ({ helper }) => helper)
      await mira.watch({ tournamentId, as: 'helper' })
      expect(mira.room).toMatchObject({ calls: [{ name: 'Ada', place: 'left' }], questions: [{ text: 'How?' }] })
      expect(mira.host).toBeNull()
      await mira.must('help:take', payloads['help:take'] as never)
      await mira.sees('room', ({ calls }) => calls[0]?.takenBy?.entryId === entryOf(mira))
      await ada.sees('me', ({ help }) => help?.taken?.by === 'helper' && help.taken.name === 'Mira')
      expect(await host.refusal('help:take', payloads['help:take'])).toBe('help-taken')
      await mira.must('question:answer', payloads['question:answer'] as never)
      await mira.sees('room', ({ questions, answered }) => questions.length === 0 && answered.length === 1)
      await mira.must('help:done', payloads['help:done'] as never)
      await mira.sees('room', ({ calls, helped }) => calls.length === 0 && helped === 1)
    })
    it('[P3] start, change and end nothing', async () => {
      const mira = await club.player('Mira', code)
      await host.must('entry:make-helper', { entryId: entryOf(mira), helper: true })
      const hosting = (Object.keys(MAY_GIVE) as CommandName[]).filter((command) =>
        MAY_GIVE[command].every((role) => role === 'owner' || role === 'host'),
      )
      expect(hosting.length).toBeGreaterThan(30)
      for (const command of hosting) expect(await mira.refusal(command, {}), command).toBe('not-signed-in')
      expect(await mira.refusal('tournament:watch', { tournamentId, as: 'host' })).toBe('not-signed-in')
    })
    it('[P3] help in their own tournament only', async () => {
      const mira = await club.player('Mira', code)
      await host.must('entry:make-helper', { entryId: entryOf(mira), helper: true })
      const other = await host.must('tournament:create', { name: 'Other', rounds: [], approveNames: false })
      const bo = await club.player('Bo', other.code)
      const { callId } = await bo.must('help:ask', { tournamentId: other.tournamentId })
      expect(await mira.refusal('help:take', { callId })).toBe('not-a-helper')
      expect(await mira.refusal('tournament:watch', { tournamentId: other.tournamentId, as: 'helper' })).toBe(
        'not-a-helper',
      )
    })
    it('[E6] hear nothing more once a host takes it back, on a page that is still open', async () => {
      const [ada, mira] = [await club.player('Ada', code), await club.player('Mira', code)]
      await host.must('entry:make-helper', { entryId: entryOf(mira), helper: true })
      await mira.watch({ tournamentId, as: 'helper' })
      await host.must('entry:make-helper', { entryId: entryOf(mira), helper: false })
      await mira.sees('me', ({ helper }) => !helper)
      await ada.must('help:ask', { tournamentId, place: 'here' })
      await host.sees('host', ({ room }) => room.calls.length === 1)
      await mira.must('tournament:unwatch', {})
      expect(mira.room!.calls).toEqual([])
    })
    it('[E6] join with the link that the host gives, until there is another', async () => {
      expect(await joinRefusal('Guess', { helperKey: 'guessed-key' })).toBe('invitation-outdated')
      const { key } = await host.must('helper:invite', { tournamentId })
      await host.sees('host', ({ helperKey }) => helperKey === key)
      const noor = await club.stranger()
      const joined = { code, name: 'Noor', star: 'sky', continueAsKnown: false, helperKey: key }
      await noor.post('/api/join', joined)
      await noor.connect()
      await noor.watch({ tournamentId, as: 'helper' })
      expect(noor.me).toMatchObject({ name: 'Noor', helper: true })
      // Somebody who plays already becomes one, too.
      const ada = await club.player('Ada', code)
      await ada.post('/api/join', { ...joined, name: 'Ada', continueAsKnown: true })
      await ada.sees('me', ({ helper }) => helper)

      const next = await host.must('helper:invite', { tournamentId })
      expect(await joinRefusal('Late', { helperKey: key })).toBe('invitation-outdated')
      await host.must('helper:uninvite', { tournamentId })
      expect(await joinRefusal('Later', { helperKey: next.key })).toBe('invitation-outdated')
      const wall = await club.stranger()
      await wall.watch({ tournamentId, as: 'projector' })
      expect(JSON.stringify(wall.board)).not.toContain(key)
    })
  })

  describe('mentors', () => {
    const solveAll = async (person: Person) => {
      for (const id of [first, second]) await person.submit(id, acceptedIn(id, 'python'))
    }
    it('[M1] [M2] [M3] offer when they have finished, and a host brings them together with somebody', async () => {
      const ada = await club.player('Ada Lovelace', code)
      const bo = await club.player('Bo Diddley', code)
      await start(ada, bo)
      const { callId } = await ada.must('help:ask', { tournamentId, problemId: second, place: 'third row' })
      expect(await bo.refusal('mentor:offer', { tournamentId })).toBe('mentor-not-finished')
      expect(bo.me!.mentoring.mayOffer).toBe(false)
      await solveAll(bo)
      await bo.sees('me', ({ mentoring }) => mentoring.mayOffer)
      expect(await host.refusal('mentor:match', { callId, entryId: entryOf(bo) })).toBe('mentor-not-free')
      await bo.must('mentor:offer', { tournamentId })
      const { room } = await host.sees('host', ({ room }) => room.mentors.length === 1)
      expect(room.mentors[0]).toMatchObject({ name: 'Bo Diddley', callId: null })
      expect(bo.me!.mentoring.match).toBeNull()

      await host.must('mentor:match', { callId, entryId: entryOf(bo) })
      const mine = await ada.sees('me', ({ help }) => help?.taken != null)
      expect(mine.help!.taken).toMatchObject({ by: 'mentor', name: 'Bo' })
      const his = await bo.sees('me', ({ mentoring }) => mentoring.match !== null)
      expect(his.mentoring.match).toMatchObject({ callId, name: 'Ada', place: 'third row', problemId: second })
      expect(JSON.stringify(his)).not.toContain('Lovelace')
      expect(JSON.stringify(mine)).not.toContain('Diddley')

      // He is with her: nobody else gets him, and he says when it is done.
      const chen = await club.player('Chen', code)
      const other = await chen.must('help:ask', { tournamentId })
      expect(await host.refusal('mentor:match', { callId: other.callId, entryId: entryOf(bo) })).toBe('mentor-not-free')
      expect(await bo.refusal('help:done', { callId: other.callId })).toBe('not-a-helper')
      expect(await bo.refusal('help:take', { callId: other.callId })).toBe('not-a-helper')
      await bo.must('help:done', { callId })
      await ada.sees('me', ({ help }) => help === null)
      await bo.sees('me', ({ mentoring }) => mentoring.match === null && mentoring.offered)
    })
    it('[M1] withdraw, and whom they were with waits again', async () => {
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      await start(ada, bo)
      await solveAll(bo)
      const { callId } = await ada.must('help:ask', { tournamentId })
      await bo.must('mentor:offer', { tournamentId })
      await host.must('mentor:match', { callId, entryId: entryOf(bo) })
      await bo.sees('me', ({ mentoring }) => mentoring.match !== null)
      await bo.must('mentor:withdraw', { tournamentId })
      await bo.sees('me', ({ mentoring }) => !mentoring.offered && mentoring.match === null)
      await ada.sees('me', ({ help }) => help !== null && help.taken === null)
      await host.watch({ tournamentId, as: 'host' })
      expect(host.host!.room.mentors).toEqual([])
      expect(host.host!.room.calls).toMatchObject([{ id: callId, takenBy: null }])
    })
    it('[M3] learn no name that no host has approved', async () => {
      await host.must('tournament:update', { tournamentId, approveNames: true })
      const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
      await start(ada, bo)
      await solveAll(bo)
      const { callId } = await ada.must('help:ask', { tournamentId })
      await bo.must('mentor:offer', { tournamentId })
      await host.must('mentor:match', { callId, entryId: entryOf(bo) })
      expect((await bo.sees('me', ({ mentoring }) => mentoring.match !== null)).mentoring.match!.name).toBe('')
      expect((await ada.sees('me', ({ help }) => help?.taken != null)).help!.taken!.name).toBe('')
    })
    it('[M1] their offer ends with the round', async () => {
      const bo = await club.player('Bo', code)
      await start(bo)
      await solveAll(bo)
      await bo.must('mentor:offer', { tournamentId })
      await host.must('round:stop', { roundId })
      await bo.sees('me', ({ mentoring }) => !mentoring.offered && !mentoring.mayOffer)
      expect(await bo.refusal('mentor:offer', { tournamentId })).toBe('mentor-not-finished')
    })
  })

  describe('tournaments', () => {
    it('[T4] are copied with their rounds, and nothing of what happened', async () => {
      const ada = await club.player('Ada', code)
      await start(ada)
      await host.must('tournament:update', { tournamentId, blockedWords: ['banana'] })
      const copy = await host.must('tournament:clone', { tournamentId, name: 'Once more' })
      expect(copy.code).not.toBe(code)
      await host.watch({ tournamentId: copy.tournamentId, as: 'host' })
      expect(host.board).toMatchObject({ name: 'Once more', joined: 0, status: 'open', code: copy.code })
      expect(host.host!.rounds).toMatchObject([{ name: 'Round 1', status: 'planned', problemIds: [first, second] }])
      expect(host.host!.approveNames).toBe(false)
      expect(await host.must('tournament:words', { tournamentId: copy.tournamentId })).toEqual({
        words: ['banana'],
        house: false,
      })
      expect(await host.refusal('tournament:clone', { tournamentId: 'no-such-one' })).toBe('tournament-not-found')
    })
    it('[T5] are removed while nobody has joined', async () => {
      await host.must('tournament:remove', { tournamentId })
      expect(await host.refusal('tournament:watch', { tournamentId, as: 'host' })).toBe('tournament-not-found')
      expect(await joinRefusal('Ada')).toBe('tournament-not-found')
      expect(await host.refusal('round:start', { roundId })).toBe('round-not-found')
      expect((await host.must('tournament:list', {})).tournaments.map(({ id }) => id)).not.toContain(tournamentId)
    })
    it('[T5] stay once somebody has, also somebody who was taken off the list', async () => {
      const ada = await club.player('Ada', code)
      expect(await host.refusal('tournament:remove', { tournamentId })).toBe('tournament-joined')
      await host.must('entry:remove', { entryId: entryOf(ada) })
      expect(await host.refusal('tournament:remove', { tournamentId })).toBe('tournament-joined')
    })
    it('can be taken over by another host, mid-round', async () => {
      const ada = await club.player('Ada', code)
      await start(ada)
      const { callId } = await ada.must('help:ask', { tournamentId })
      const { link } = await host.post<Invited>('/api/host/invite', {})
      const token = new URL(link).searchParams.get('token')
      const other = await club.stranger()
      await other.post('/api/host/claim', { token, name: 'second-host', password: 'a long enough password' })
      await other.connect()
      await other.watch({ tournamentId, as: 'host' })
      await other.must('help:take', { callId })
      expect(await host.refusal('help:take', { callId })).toBe('help-taken')
      await other.must('round:pause', { roundId })
      await ada.sees('board', ({ round }) => round?.status === 'paused')
      await other.must('round:resume', { roundId })
      await other.must('round:stop', { roundId })
      await ada.sees('board', ({ round }) => round?.status === 'ended')
    })
  })

  describe('names', () => {
    it.each([
      ['an insult', 'Stup1d', 'name-unkind'],
      ['an insult in full width', 'ｉｄｉｏｔ', 'name-unkind'],
      ['two hundred characters', 'x'.repeat(200), 'name-unusable'],
      ['markup', '<img src=x onerror=alert(1)>', 'name-unusable'],
      ['a right-to-left override', 'Ada\u202egnp.exe', 'name-unusable'],
      ['a right-to-left mark', 'Ada\u200f', 'name-unusable'],
      ['a zero-width space', 'A\u200bda', 'name-unusable'],
      ['a tower of marks', 'Z\u0300\u0301\u0302\u0303\u0304\u0305', 'name-unusable'],
      ['nothing that is seen', '\u3164', 'name-unusable'],
      ['a line break', 'Ada\nBo', 'name-unusable'],
      ['a template', '{{constructor}}', 'name-unusable'],
    ])('[N1] [N2] are refused with %s, over HTTP and by sockets', async (_what, name, why) => {
      const ada = await club.player('Ada', code)
      expect(await joinRefusal(name)).toBe(why)
      expect(await ada.refusal('entry:rename-self', { tournamentId, name, star: 'sky' })).toBe(why)
      if (why === 'name-unusable' && name !== '\u3164' && !name.startsWith('Z'))
        expect(await host.refusal('entry:rename', { entryId: entryOf(ada), name })).toBe(why)
      expect((await club.app.store.entriesOf(tournamentId)).map((entry) => entry.name)).toEqual(['Ada'])
    })
    it.each(['🦊 Fox', 'مريم', 'נועה כהן', '李雷', 'Nguyễn Thị', "Zoë O'Neill"])(
      '[N1] stand as they are written: %s',
      async (name) => {
        const person = await club.player(name, code)
        expect(person.me!.name).toBe(name.normalize('NFC'))
        const row = await host.sees('host', ({ monitor }) => monitor.length === 1)
        expect(row.monitor[0]!.name).toBe(name.normalize('NFC'))
      },
    )
    it('[N3] are held to the host’s own list, which goes back to the house’s', async () => {
      expect(await host.must('tournament:words', { tournamentId })).toMatchObject({ house: true })
      await host.must('tournament:update', { tournamentId, blockedWords: ['voldemort*', 'voldemort*'] })
      expect(await host.must('tournament:words', { tournamentId })).toEqual({ words: ['voldemort*'], house: false })
      expect(await joinRefusal('V0ldem0rt7')).toBe('name-unkind')
      expect(await joinRefusal('Idiot')).toBeNull()
      await host.must('tournament:update', { tournamentId, blockedWords: null })
      expect(await joinRefusal('V0ldem0rt7')).toBeNull()
      expect(await joinRefusal('Idiot2')).toBe('name-unkind')
    })
    it('[N4] are given by hosts as they like, and then kept', async () => {
      const richard = await club.player('Richard', code)
      await host.must('entry:rename', { entryId: entryOf(richard), name: 'Dick' })
      await richard.must('entry:rename-self', { tournamentId, name: 'Dick', star: 'mint' })
      await richard.sees('me', ({ name, star }) => name === 'Dick' && star === 'mint')
    })
  })

  describe('the monitor', () => {
    const attention = (person: Person) => rowOf(person)?.attention
    it('[W1] [W2] [W3] marks who is stuck, quiet or away, in time and without anything else happening', async () => {
      const people = [await club.player('Ada', code), await club.player('Bo', code), await club.player('Chen', code)]
      const [ada, bo, chen] = people as [Person, Person, Person]
      await start(ada, bo, chen)
      await ada.must('problem:open', { roundId, problemId: first })
      await bo.must('problem:open', { roundId, problemId: first })
      await host.sees('host', () => rowOf(bo)?.openProblem === first)
      expect(people.map(attention)).toEqual([null, null, null])
      chen.close()
      await host.sees('host', () => rowOf(chen)?.connected === false)
      const { minutes } = functionPuzzles.find(({ id }) => id === first)!
      // Bo goes on typing; Ada is not heard of.
      club.clock.jump((Math.max(3, minutes) - 0.5) * MINUTE_MS)
      const draft = { roundId, problemId: first, language: 'python' as const, source: '# thinking' }
      await bo.must('draft:save', draft)
      club.clock.jump(0.5 * MINUTE_MS)
      await host.sees('host', () => attention(ada) === 'quiet' && attention(chen) === 'away')
      expect(attention(bo)).toBeNull()
      for (let n = 0; n < 4; n++) await bo.submit(first, wrongIn(first))
      await host.sees('host', () => attention(bo) === 'stuck')
    })
    it('[W4] leaves helpers alone', async () => {
      const mira = await club.player('Mira', code)
      await host.must('entry:make-helper', { entryId: entryOf(mira), helper: true })
      await start(mira)
      club.clock.jump(10 * MINUTE_MS)
      await host.sees('host', ({ monitor }) => monitor.length === 1 && monitor[0]!.helper)
      await host.watch({ tournamentId, as: 'host' })
      expect(attention(mira)).toBeNull()
    })
  })

  it('is in one’s own data: what one asked, and where one sat', async () => {
    const response = await fetch(`${club.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: club.url },
      body: JSON.stringify({ code, name: 'Ada', star: 'gold', continueAsKnown: false }),
    })
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const entryId = (await club.app.store.entriesOf(tournamentId))[0]!.id
    const mine = { tournamentId, entryId, problemId: null, askedAt: club.clock.now() }
    const question = { ...mine, id: crypto.randomUUID(), text: 'Why?', answer: 'So.', answeredAt: 1, toAll: false }
    const call = { ...mine, id: crypto.randomUUID(), place: 'at the door', takenBy: null, takenAt: null }
    await club.app.store.commit({
      expected: {},
      changes: [
        { do: 'insert', table: 'questions', row: question },
        { do: 'insert', table: 'helpCalls', row: { ...call, closedAt: 2, outcome: 'done' } },
      ],
    })
    const data = await (await fetch(`${club.url}/api/export/me.json`, { headers: { cookie } })).json()
    expect(data).toMatchObject({
      tournaments: [{ questions: [{ text: 'Why?', answer: 'So.' }], callsForHelp: [{ place: 'at the door' }] }],
    })
  })

  it('has logged no error over all of it', () => {
    expect(errors()).toEqual([])
  })
})
