import { describe, expect, it } from 'vitest'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { acceptedIn } from '../support/puzzles.ts'
import { club, code, first, host, oneTournament, roundId, tournamentId } from './one-tournament.ts'

oneTournament()

describe('questions', () => {
  it('[Q3] [Q4] are seen by hosts with name and puzzle, and answered to one', async () => {
    const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
    await host.start(roundId, ada, bo)
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
    await host.start(roundId, ada)
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
