import { expect, test } from '@playwright/test'
import { openHouse, PHONE, PROJECTOR } from './house.ts'
import { Player, Visitor } from './people.ts'

/** Who asks and who comes: the room, by what everybody sees. */
const house = openHouse()

test('people ask for help and ask questions, and the host tells everybody something', async () => {
  const host = await house.firstHost()
  const wall = await house.arrive(Visitor, PROJECTOR)
  const ada = await house.arrive(Player)
  const bo = await house.arrive(Player, PHONE)

  const code = await host.create('The room', 'One round', 'Beginners')
  await wall.go(`/t/${code}/wall`)
  await ada.joinAs('Ada', code)
  await bo.joinAs('Bo', code)
  await host.letNamesStand()
  await host.startRound()
  await expect(ada.editor).toBeVisible()
  await expect(bo.editor).toBeVisible()
  const badge = host.page.getByRole('link', { name: /^Live/ })

  await test.step('a call for help is seen, taken and done', async () => {
    await bo.press('Help')
    await bo.page.getByLabel('Where you sit').fill('third row, by the window')
    await bo.press('Ask for help')
    await bo.sees('You have asked for help. Somebody will come to you.')
    await bo.closeDialog()
    await expect(badge).toContainText('1')
    await host.follow(/^Live/)
    await host.sees('third row, by the window')
    await host.press('Take the call from Bo')
    await host.sees('You are going there')
    await bo.sees('The host is on the way to you.')
    await host.press('Done with Bo')
    await host.sees('Nobody is calling for help.')
    await expect(bo.page.getByRole('button', { name: 'I need no help any more' })).toHaveCount(0)
  })

  await test.step('a question that is answered to all is read by another player', async () => {
    await bo.press('Help')
    await bo.page.getByLabel('Your question').fill('May the list be empty?')
    await bo.press('Send the question')
    await bo.sees('Waits for an answer')
    await host.sees('May the list be empty?')
    await host.press('Answer Bo')
    await host.page.getByLabel('Your answer').fill('Yes: then the sum is 0.')
    await host.press('Answer to all')
    await ada.sees('Answered to all: Yes: then the sum is 0.')
    await bo.sees('Yes: then the sum is 0.')
    await ada.press('Help')
    await ada.sees('May the list be empty?')
    await expect(ada.page.getByRole('dialog').getByText('Bo', { exact: true })).toHaveCount(0)
  })

  await test.step('an announcement stands on the wall and on every page until it is withdrawn', async () => {
    await host.press('Announce')
    await host.press('Read the last paragraph again')
    await host.confirm('Announce')
    for (const one of [wall, ada, bo, host]) await one.sees('Read the last paragraph again')
    await host.press('Withdraw')
    // What was said to screen readers stays said, so the words alone are looked for.
    for (const one of [wall, ada, bo])
      await expect(one.page.getByText('Read the last paragraph again', { exact: true })).toHaveCount(0)
  })

  await test.step('a helper has a page of their own', async () => {
    await host.follow(/^People/)
    await host.press('More for Ada')
    await host.press('Make Ada a helper')
    await ada.closeDialog()
    await ada.follow('Open calls and questions')
    await ada.sees('No question waits.')
    await bo.press('Ask for help')
    await ada.press('Take the call from Bo')
    await bo.sees('Ada is on the way to you.')
  })

  await test.step('a break counts down for everybody, until the host ends it', async () => {
    await host.press('Stop the round')
    await host.press('Stop it')
    await host.press('Break')
    await host.press('Start the break')
    await wall.sees('We go on in')
    await bo.closeDialog()
    await bo.sees('Break. On again in')
    await host.press('End the break')
    await expect(wall.page.getByText('We go on in')).toHaveCount(0)
  })

  await test.step('a tournament is copied, and the copy that nobody joined removed', async () => {
    await host.go('/host')
    await host.press('Copy The room')
    await host.sees('“The room (copy)” is made: the same rounds, and nobody in it yet.')
    await expect(host.page.getByRole('button', { name: 'Remove The room', exact: true })).toHaveCount(0)
    await host.press('Remove The room (copy)')
    await host.press('Remove it')
    await expect(host.page.getByRole('link', { name: 'The room (copy)' })).toHaveCount(0)
  })
})
