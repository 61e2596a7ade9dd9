import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const [played, practised] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]
let club: Club
let host: Person
beforeAll(async () => {
  club = await openClub()
  host = await club.host()
})
afterAll(() => club.close())

it('a player takes along what they wrote, practised and won', async () => {
  const rounds = [{ name: 'One', limitMinutes: 20, problemIds: [played] }]
  const { tournamentId, code } = await host.must('tournament:create', { name: 'Evening', rounds, approveNames: false })
  await host.watch({ tournamentId, as: 'host' })
  const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
  const practice = { problemId: practised, language: 'python', source: acceptedIn(practised, 'python') } as const
  await ada.must('code:try', practice)
  const roundId = host.host!.rounds[0]!.id
  await host.must('round:start', { roundId })
  for (const person of [ada, bo]) {
    await person.sees('board', ({ round }) => round?.status === 'running')
    await person.must('problem:open', { roundId, problemId: played })
  }
  await ada.submit(played, acceptedIn(played, 'python'))
  await bo.submit(played, 'print("a thought of Bo’s")')
  await host.must('round:stop', { roundId })
  await host.sees('host', (view) => view.rounds[0]!.rated)
  await host.must('round:publish', { roundId })
  await host.must('tournament:finish', { tournamentId })
  await host.sees('host', ({ awardsReady }) => awardsReady)
  await host.must('tournament:publish', { tournamentId })

  const data = (await (await ada.request('/api/export/me.json')).json()) as Record<string, unknown>
  expect(data).toMatchObject({
    player: { name: 'Ada' },
    results: [{ roundName: 'One' }],
    practice: [{ problemId: practised, solvedAt: expect.stringMatching(/^\d{4}-/) }],
    tournaments: [
      {
        name: 'Evening',
        rounds: [
          {
            openings: [{ problemId: played }],
            submissions: [{ source: acceptedIn(played, 'python'), judgement: { verdict: 'AC' } }],
          },
        ],
      },
    ],
  })
  expect(data['awards']).toContainEqual(expect.objectContaining({ kind: 'your-moment', headline: true }))
  expect(JSON.stringify(data)).not.toMatch(/a thought of|"Bo"/)
})
