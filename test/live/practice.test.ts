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
    for (const id of suggested) {
      const shown = problems.find((problem) => problem.id === id)
      expect(shown).toBeDefined()
      expect(shown).not.toHaveProperty('solutions')
    }
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
    await host.must('round:stop', { roundId })
    await host.sees('host', ({ rounds }) => rounds[0]!.rated)
    const [result] = await club.app.store.roundResults(roundId)
    expect(result!.observations).toEqual([null, expect.objectContaining({ solved: true })])
  })
})
