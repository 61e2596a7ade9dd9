import { expect, test } from '@playwright/test'
import { functionPuzzles } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host } from './people.ts'

const house = openHouse()

test('[R15] minutes given by a slip of the thumb are taken back from the desk', async () => {
  const organiser = await house.club.host('organiser')
  const { roundId } = await organiser.prepare([[functionPuzzles[0]!.id]], { name: 'Thursday' })
  await organiser.must('round:start', { roundId })
  const minutesOf = async () => (await house.club.app.store.round(roundId))!.limitMinutes
  const host = await house.arrive(Host, PHONE)
  await host.signInTo('Thursday')

  await host.press('+5 minutes')
  await host.sees('5 minutes more for everybody.')
  await host.press('+1 minute')
  await host.sees('1 minute more for everybody.')
  expect(await minutesOf()).toBe(26)
  await isAccessible(host, 'minutes that can be taken back')
  await host.fits()
  const first = host.page.getByRole('region', { name: 'Messages' }).getByText('5 minutes more').locator('..')
  await first.getByRole('button', { name: 'Undo' }).click()
  await host.sees('Those 5 minutes are taken back.')
  expect(await minutesOf()).toBe(21)

  // What is in use by now stays, and the page says why.
  house.club.clock.jump(20 * 60_000)
  await host.press('Undo')
  await host.sees('Hardly any time would be left without these minutes.')
  expect(await minutesOf()).toBe(21)
})
