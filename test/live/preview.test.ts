import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProblemId, RoundId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'

/** A host looks at a planned round as a player would. */
const first = functionPuzzles[0]!.id as ProblemId
let club: Club
let host: Person
let roundId: RoundId
beforeAll(async () => {
  club = await openClub()
  host = await club.host()
  ;({ roundId } = await host.prepare([[first]]))
})
afterAll(() => club.close())

it('submitting is judged on hidden tests, too, and kept nowhere', async () => {
  const submit = async (source: string) =>
    (await host.must('preview:submit', { problemId: first, language: 'python', source })).judgement
  const accepted = await submit(acceptedIn(first, 'python'))
  expect(accepted).toMatchObject({ verdict: 'AC' })
  expect(accepted.runs.some(({ kind }) => kind === 'hidden')).toBe(true)
  expect((await submit(wrongIn(first))).verdict).toBe('WA')
  expect(await club.app.store.submissionOutlines(roundId)).toEqual([])
  expect(await club.app.store.entriesOf(host.tournamentId!)).toEqual([])
})

it('a host who is a player on the same device has not solved it by that', async () => {
  const player = await host.post<{ tournamentId: string }>('/api/join', {
    ...{ code: host.board!.code, name: 'Host', star: 'gold', continueAsKnown: false },
  })
  expect(player.tournamentId).toBe(host.tournamentId)
  host.close()
  await host.connect()
  await host.must('preview:submit', { problemId: first, language: 'python', source: acceptedIn(first, 'python') })
  const [entry] = await club.app.store.entriesOf(host.tournamentId!)
  expect(await club.app.store.solvedBy(entry!.playerId)).toEqual(new Set())
})

it('hints come with the puzzle, for hosts', async () => {
  const { problem, hints } = await host.must('bank:preview', { problemId: first })
  expect(hints).toHaveLength(problem.hintCount)
})

it('only for hosts, and only what can be judged', async () => {
  const stranger = await club.stranger()
  const submit = { problemId: first, language: 'python', source: 'x = 1' }
  expect(await stranger.refusal('preview:submit', submit)).toBe('not-signed-in')
  expect(await host.refusal('preview:submit', { ...submit, problemId: 'not-there' })).toBe('problem-not-found')
  expect(await host.refusal('preview:submit', { ...submit, source: ' ' })).toBe('source-empty')
})
