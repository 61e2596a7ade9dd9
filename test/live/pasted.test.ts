import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportTournament, tournamentCsv } from '../../server/live/exports/tournament.ts'
import type { ProblemId, SubmissionId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'

const [first, second] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]
let club: Club
let host: Person
beforeAll(async () => {
  club = await openClub()
  host = await club.host()
})
afterAll(() => club.close())

it('a solve that arrived in one paste is marked for the host, and for nobody else', async () => {
  const rounds = [{ name: 'One', limitMinutes: 20, problemIds: [first, second] }]
  const { tournamentId, code } = await host.must('tournament:create', { name: 'Evening', rounds, approveNames: false })
  await host.watch({ tournamentId, as: 'host' })
  const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
  const roundId = host.host!.rounds[0]!.id
  await host.must('round:start', { roundId })
  const hand = async (who: Person, problemId: ProblemId, source: string, pasted: boolean) => {
    const id = crypto.randomUUID() as SubmissionId
    await who.must('problem:open', { roundId, problemId })
    await who.must('submission:create', { id, roundId, problemId, language: 'python', source, pasted })
    await who.sees('me', ({ round }) =>
      round!.problems.some(({ submissions }) => submissions.some((one) => one.id === id && one.judgement)),
    )
  }
  await hand(ada, first, acceptedIn(first, 'python'), true)
  // What is pasted and wrong solves nothing, and after a solve nothing changes any more.
  await hand(ada, second, wrongIn(second), true)
  await hand(ada, second, acceptedIn(second, 'python'), false)
  await hand(ada, second, `${acceptedIn(second, 'python')}\n`, true)
  await hand(bo, first, acceptedIn(first, 'python'), false)

  const { monitor } = await host.sees(
    'host',
    ({ rounds: [round] }) => round!.submissions === 5 && round!.unjudged === 0,
  )
  expect(monitor.map(({ name, solved, pasted }) => ({ name, solved, pasted }))).toEqual([
    { name: 'Ada', solved: 2, pasted: 1 },
    { name: 'Bo', solved: 1, pasted: 0 },
  ])
  await host.must('round:stop', { roundId })
  await host.sees('host', ({ rounds: [round] }) => round!.rated)
  const { store, bank } = club.app
  const exported = await exportTournament({ store, bank }, (await store.tournament(tournamentId))!)
  const solves = exported.rounds[0]!.results.flatMap(({ player, problems }) =>
    problems.filter(({ pasted }) => pasted).map(({ id }) => `${player}: ${id}`),
  )
  expect(solves).toEqual([`Ada: ${first}`])
  expect(tournamentCsv(exported).match(/,yes\r\n/g)).toHaveLength(1)

  await host.must('round:publish', { roundId })
  const { results } = await ada.sees('me', (me) => me.results.length === 1)
  expect(results).toHaveLength(1)
  for (const person of [ada, bo]) expect(JSON.stringify([person.me, person.board, person.room])).not.toContain('pasted')
})
