import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import type { Person } from '../support/club.ts'
import { functionPuzzles, wrongIn } from '../support/puzzles.ts'
import { club, code, first, host, oneTournament, roundId, rowOf, tournamentId } from './one-tournament.ts'

oneTournament()

describe('the monitor', () => {
  const attention = (person: Person) => rowOf(person)?.attention
  it('[W1] [W2] [W3] marks who is stuck, quiet or away, in time and without anything else happening', async () => {
    const people = [await club.player('Ada', code), await club.player('Bo', code), await club.player('Chen', code)]
    const [ada, bo, chen] = people as [Person, Person, Person]
    await host.start(roundId, ada, bo, chen)
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
    await host.must('entry:make-helper', { entryId: mira.me!.entryId, helper: true })
    await host.start(roundId, mira)
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
