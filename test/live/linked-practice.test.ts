import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const [warm, practised] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]
let club: Club
let host: Person
beforeAll(async () => {
  club = await openClub()
  host = await club.host()
})
afterAll(() => club.close())

async function evening(name: string, problemId: ProblemId) {
  const rounds = [{ name, limitMinutes: 20, problemIds: [problemId] }]
  const made = await host.must('tournament:create', { name, rounds, approveNames: false })
  await host.watch({ tournamentId: made.tournamentId, as: 'host' })
  return { ...made, roundId: host.host!.rounds[0]!.id }
}
type Evening = Awaited<ReturnType<typeof evening>>
async function play({ roundId }: Evening, person: Person, problemId: ProblemId) {
  await host.must('round:start', { roundId })
  await person.sees('board', ({ round }) => round?.status === 'running')
  await person.must('problem:open', { roundId, problemId })
  await person.submit(problemId, acceptedIn(problemId, 'python'))
  await host.must('round:stop', { roundId })
  await host.sees('host', ({ rounds: [round] }) => round!.rated)
}

it('what was practised under another account is no observation, once a host has said that the two are one', async () => {
  const first = await evening('First', warm)
  const bo = await club.player('Bo', first.code)
  const double = await club.player('Bo B', first.code)
  await double.must('code:try', { problemId: practised, language: 'python', source: acceptedIn(practised, 'python') })
  await play(first, bo, warm)
  club.clock.jump(7 * 24 * 3600_000)
  const second = await evening('Second', practised)
  await bo.post('/api/join', { code: second.code, name: 'Bo', star: 'gold', continueAsKnown: true })
  await bo.watch({ code: second.code, as: 'player' })
  await play(second, bo, practised)
  const observed = async () => (await club.app.store.roundResults(second.roundId))[0]?.observations
  expect(await observed()).toEqual([expect.objectContaining({ solved: true })])
  await host.must('player:merge', { from: double.me!.playerId, into: bo.me!.playerId })
  await expect.poll(observed, { timeout: 20_000 }).toEqual([null])
  await host.must('player:unlink', { playerId: double.me!.playerId })
  await expect.poll(observed, { timeout: 20_000 }).toEqual([expect.objectContaining({ solved: true })])
})
