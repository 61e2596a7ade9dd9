import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProblemId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

/** After a round the host walks the room through its puzzles. */
const [first, second] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]
let club: Club
let host: Person
let wall: Person
let tournamentId: TournamentId
let rounds: [RoundId, RoundId]
const at = (roundId: RoundId, problemId = first) => {
  return { tournamentId, roundId, problemId, part: 'solution', language: 'python' } as const
}
beforeAll(async () => {
  club = await openClub()
  host = await club.host()
  const made = await host.prepare([[first], [second]])
  tournamentId = made.tournamentId
  rounds = made.roundIds as [RoundId, RoundId]
  const ada = await club.player('Ada', made.code)
  wall = await club.stranger()
  await wall.watch({ code: made.code, as: 'projector' })
  await host.start(rounds[0], ada)
  await ada.submit(first, acceptedIn(first, 'python'))
})
afterAll(() => club.close())

it('[V2] waits until no round is under way', async () => {
  expect(await host.refusal('walk-through:show', at(rounds[0]))).toBe('round-under-way')
  await host.must('round:stop', { roundId: rounds[0] })
})
it('[V1] waits until the round is published, and shows only what was played in it', async () => {
  expect(await host.refusal('walk-through:show', at(rounds[0]))).toBe('publish-rounds-first')
  await host.sees('host', (view) => view.rounds[0]!.rated)
  await host.must('round:publish', { roundId: rounds[0] })
  expect(await host.refusal('walk-through:show', at(rounds[1], second))).toBe('publish-rounds-first')
  expect(await host.refusal('walk-through:show', at(rounds[0], second))).toBe('problem-not-found')
})
it('stands on the wall, whose page fetches the words that are open by now', async () => {
  await host.must('walk-through:show', at(rounds[0]))
  const board = await wall.sees('board', ({ walkThrough }) => walkThrough !== null)
  expect(board.walkThrough).toEqual({
    roundId: rounds[0],
    problemId: first,
    part: 'solution',
    language: 'python',
    page: 0,
  })
  const { problems } = await wall.must('round:problems', { roundId: rounds[0] })
  expect(problems[0]!.solutions!.python).toContain('def ')
  await host.must('walk-through:close', { tournamentId })
  await wall.sees('board', ({ walkThrough }) => walkThrough === null)
})
it('[V2] makes room for a round, and does not come back after it', async () => {
  await host.must('walk-through:show', at(rounds[0]))
  await host.must('round:start', { roundId: rounds[1] })
  await wall.sees('board', ({ round, walkThrough }) => round?.status === 'running' && walkThrough === null)
  club.clock.jump(21 * MINUTE_MS)
  const board = await wall.sees('board', ({ round }) => round?.status === 'ended')
  expect(board.walkThrough).toBeNull()
})
