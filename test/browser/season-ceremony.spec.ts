import { expect, test } from '@playwright/test'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import type { Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE, PROJECTOR } from './house.ts'
import { Host, Visitor } from './people.ts'

/** A season is published on the wall of its last evening: award by award, the season's own last. */
const house = openHouse({ app: { judgeWorkers: 1 } })
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

test('a season’s awards are revealed on the wall of its last evening, and the phones follow', async () => {
  const { club } = house
  const organiser = await club.host('organiser')
  const { seriesId } = await organiser.must('series:create', { name: 'Thursday club' })
  const now = club.clock.now()
  const days = { firstDay: dayOf(now), lastDay: dayOf(now + 5 * WEEK_MS), timeZone: 'UTC' }
  await organiser.must('season:create', { seriesId, name: 'Autumn', ...days })
  const puzzles = functionPuzzles.map(({ id }) => id)
  const players: Person[] = []
  let code = ''
  for (const [week, name] of ['Opening', 'Closing'].entries()) {
    const plan = [0, 1].map(() => puzzles.splice(0, 2))
    const made = await organiser.prepare(plan, { name, seriesId })
    code = made.code
    for (const [at, called] of ['Ada', 'Bo'].entries()) {
      const player = (players[at] ??= await club.player(called, code))
      await player.post('/api/join', { code, name: called, star: 'gold', continueAsKnown: true })
      await player.watch({ code, as: 'player' })
    }
    const [ada, bo] = players as [Person, Person]
    for (const roundId of made.roundIds) {
      await organiser.start(roundId, ada, bo)
      for (const problemId of organiser.host!.rounds.find(({ id }) => id === roundId)!.problemIds) {
        for (const player of players) await player.must('problem:open', { roundId, problemId })
        // Ada is slow in the first week and quick in the second; Bo takes as long as ever.
        for (const player of week === 0 ? [bo, ada] : [ada, bo]) {
          club.clock.jump(4 * MINUTE_MS)
          await player.submit(problemId, acceptedIn(problemId, 'python'))
        }
      }
      await organiser.end(roundId)
      await organiser.must('round:publish', { roundId })
      await club.app.live.idle()
    }
    await organiser.must('tournament:finish', { tournamentId: made.tournamentId })
    await club.app.live.idle()
    await organiser.must('tournament:publish', { tournamentId: made.tournamentId })
    club.clock.jump(WEEK_MS)
  }

  const host = await house.arrive(Host, PHONE)
  const wall = await house.arrive(Visitor, PROJECTOR)
  const phone = await house.arrive(Visitor, PHONE)
  await host.signIn()
  await wall.go(`/t/${code}/wall`)
  await phone.go(`/t/${code}/awards`)
  await host.go(`/host/series/${seriesId}`)
  await host.press('Publish the award')
  const dialog = host.page.getByRole('dialog', { name: 'Publish the award of Autumn?' })
  await expect(dialog.getByLabel('Ceremony').locator('option:checked')).toHaveText(/^On the wall of Closing/)
  await expect(dialog.getByLabel('Ceremony').locator('option')).toHaveText([/Closing/, /Opening/, 'Without a ceremony'])
  await isAccessible(host, 'publishing a season')
  await host.press('Publish and begin the ceremony')
  await wall.sees('Autumn')
  const series = await house.arrive(Visitor)
  await series.go(`/s/${seriesId}`)
  await expect(series.page.getByRole('heading', { name: 'Autumn' })).toBeVisible()
  await expect(series.page.getByText('Most improved of the season')).toHaveCount(0)

  const reveal = host.page.getByRole('button', { name: 'Reveal' })
  const stage = host.page.getByRole('region', { name: 'Now' })
  await expect(reveal).toBeVisible()
  for (let shown = 1; !(await stage.getByText('Everything is revealed').isVisible()); shown++) {
    const award = await stage.getByRole('heading').innerText()
    await expect(reveal).not.toHaveAttribute('aria-disabled')
    await reveal.click()
    await expect(stage).toContainText(`${shown} of `)
    for (const screen of [wall, phone]) await screen.sees(award)
  }
  for (const screen of [wall, phone]) {
    await expect(screen.page.getByRole('heading', { name: 'Most improved of the season' })).toBeVisible()
    await screen.sees('Ada')
    await isAccessible(screen, 'a season’s ceremony')
  }
  // Nobody has to load the series again to read it there.
  await series.sees('Most improved of the season')
  await expect(series.page.getByRole('status').filter({ hasText: 'Most improved of the season: Ada' })).toHaveCount(1)
  await isAccessible(series, 'a season’s award on the series’ page')
  await host.press('Close the ceremony')
})
