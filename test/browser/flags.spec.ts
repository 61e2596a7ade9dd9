import { expect, test } from '@playwright/test'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host } from './people.ts'

/** Before a flagged result is struck, a host reads what was submitted: by what is seen, on a phone. */
const house = openHouse()
const [puzzle] = functionPuzzles

test('a host reads the code behind a flagged result, then decides', async () => {
  const { club } = house
  const organiser = await club.host('organiser')
  const { code, roundId } = await organiser.prepare([[puzzle!.id]], { name: 'Thursday' })
  const ada = await club.player('Ada', code)
  await organiser.start(roundId, ada)
  await ada.submit(puzzle!.id, wrongIn(puzzle!.id))
  club.clock.jump(75_000)
  await ada.submit(puzzle!.id, acceptedIn(puzzle!.id, 'python'))
  await organiser.end(roundId)
  // As if there were earlier rounds that let one expect far less.
  const { store } = club.app
  const [result] = await store.roundResults(roundId)
  const set = { flagged: true, flagState: 'open' } as const
  const sent = await store.submissions(roundId)
  await store.commit({
    expected: {},
    changes: [
      { do: 'patch', table: 'roundResults', id: result!.id, set },
      { do: 'patch', table: 'submissions', id: sent.at(-1)!.id, set: { pasted: true } },
    ],
  })

  const host = await house.arrive(Host, PHONE)
  await host.signInTo('Thursday', 'Results')
  await host.sees('To look at in Round 1')
  await isAccessible(host, 'a flag')
  await host.press('Read the code that Ada submitted')
  const dialog = host.page.getByRole('dialog', { name: 'What Ada submitted in Round 1' })
  await expect(dialog.locator('summary', { hasText: 'accepted' })).toContainText('in one paste')
  // What lit the star is unfolded, what was tried before it waits for a press.
  await expect(dialog.locator('pre:visible')).toHaveText(acceptedIn(puzzle!.id, 'python').trimEnd())
  await dialog.getByText('another answer').click()
  await expect(dialog.locator('pre:visible')).toHaveCount(2)
  await isAccessible(host, 'the code')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await host.press('Strike Ada: the result does not count')
  await host.sees('Struck')
})
