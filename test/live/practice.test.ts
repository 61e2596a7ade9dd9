import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'

const [tonight, other, third] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId, ProblemId]

describe('practice', () => {
  let club: Club
  let host: Person
  let ada: Person
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
    const { code } = await host.prepare([[tonight, third]])
    ada = await club.player('Ada', code)
  })
  afterAll(() => club.close())
  const practise = (problemId: ProblemId, source: string) =>
    ada.send('code:try', { problemId, language: 'python', source })

  it('suggests two puzzles slightly above one’s level, none of them in a round to come, nothing of their solutions', async () => {
    const { suggested, problems } = await ada.must('practice:problems', {})
    expect(suggested).toHaveLength(2)
    expect(suggested).not.toContain(tonight)
    expect(problems.map(({ id }) => id).sort()).toEqual(suggested.toSorted())
    for (const problemId of suggested) {
      const { problem } = await ada.must('practice:problem', { problemId })
      expect(problem.statement).not.toBe('')
      expect(problem).not.toHaveProperty('solutions')
    }
  })

  it('lists names alone; the rest of a puzzle comes when it is opened, of those on the list', async () => {
    const { problems, suggested } = await ada.must('practice:problems', { locale: 'es' })
    for (const one of problems) expect(Object.keys(one).sort()).toEqual(['id', 'level', 'minutes', 'name', 'topics'])
    const { problem } = await ada.must('practice:problem', { problemId: suggested[0]!, locale: 'es' })
    expect(problem).toMatchObject(problems.find(({ id }) => id === problem.id)!)
    const elsewhere = functionPuzzles.find(({ id }) => id !== tonight && id !== third && !suggested.includes(id))!.id
    for (const problemId of [tonight, elsewhere, 'no-such-puzzle'])
      expect(await ada.refusal('practice:problem', { problemId })).toBe('problem-not-found')
    const stranger = await club.stranger()
    expect(await stranger.refusal('practice:problem', { problemId: suggested[0]! })).toBe('not-joined')
  })

  it('keeps what a round has ahead to itself', async () => {
    expect(await ada.refusal('code:try', { problemId: tonight, language: 'python', source: 'x = 1' })).toBe(
      'problem-not-found',
    )
  })

  it('looks at everything, hidden tests too, and remembers what was solved', async () => {
    const wrong = await practise(other, wrongIn(other))
    expect(wrong.ok && wrong.value.judgement.verdict).not.toBe('AC')
    expect((await ada.must('practice:problems', {})).solved).not.toContain(other)
    const right = await practise(other, acceptedIn(other, 'python'))
    expect(right.ok && right.value.judgement.runs.some(({ kind }) => kind === 'hidden')).toBe(true)
    expect(right.ok && right.value.judgement.verdict).toBe('AC')
    await practise(other, acceptedIn(other, 'python'))
    expect((await ada.must('practice:problems', {})).solved).toEqual([other])
    // It may still lie open before her, in the other language, too.
    expect((await ada.must('practice:problem', { problemId: other })).problem).not.toHaveProperty('solutions')
  })

  it('is no observation in a round afterwards, and does not move the mark', async () => {
    expect((await ada.must('profile:read', {})).mark).toBeNull()
    const roundId = host.host!.rounds[0]!.id
    await host.must('round:update', { roundId, problemIds: [other, third] })
    await host.must('round:start', { roundId })
    await ada.sees('board', ({ round }) => round?.status === 'running')
    await ada.must('problem:open', { roundId, problemId: other })
    await ada.submit(other, acceptedIn(other, 'python'))
    await ada.must('problem:open', { roundId, problemId: third })
    await ada.submit(third, acceptedIn(third, 'python'))
    await host.end(roundId)
    const [result] = await club.app.store.roundResults(roundId)
    expect(result!.observations).toEqual([null, expect.objectContaining({ solved: true })])

    await host.must('round:publish', { roundId })
    const { problem } = await ada.must('practice:problem', { problemId: third })
    expect(problem.walkthrough).toBeTruthy()
    expect(problem.solutions?.python).toBeTruthy()
  })
})
