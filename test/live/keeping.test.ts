import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClub, type Club, type Person } from '../support/club.ts'

const DAY_MS = 24 * 60 * 60_000
let club: Club
let host: Person
let code: string
beforeAll(async () => {
  club = await openClub()
  host = await club.host()
  ;({ code } = await host.must('tournament:create', { name: 'Evening', rounds: [], approveNames: false }))
})
afterAll(() => club.close())

/** So many days go by, and what the day's sweep began is done. */
async function daysLater(days: number): Promise<void> {
  const swept = club.logged.length
  club.clock.jump(days * DAY_MS)
  await expect
    .poll(() => club.logged.slice(swept).some(({ message }) => /13 months/.test(message)), { timeout: 20_000 })
    .toBe(true)
  await club.app.live.idle()
}
const called = async (person: Person) => (await club.app.store.player(person.me!.playerId))!

it('lets accounts go that nobody kept, 13 months after they were last seen', { timeout: 60_000 }, async () => {
  const ada = await club.player('Ada', code)
  const bo = await club.player('Bo', code)
  await bo.post('/api/keep', { playerName: 'bo-peep' })
  // A line of the trail goes at the same age, so each sweep has something to say.
  await daysLater(400)
  expect(await called(ada)).toMatchObject({ name: '', userId: null })
  expect(await called(bo)).toMatchObject({ name: 'Bo', accountName: 'bo-peep' })
  expect(await club.app.store.entry(ada.me!.entryId)).toMatchObject({ name: '', removed: true })
  expect((await host.must('audit:list', {})).lines).toEqual([])

  await host.must('judge:restart', {})
  const chen = await club.player('Chen', code)
  club.clock.jump(390 * DAY_MS)
  await club.app.live.idle()
  expect((await called(chen)).name).toBe('Chen')
})
