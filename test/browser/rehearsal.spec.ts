import { expect, test } from '@playwright/test'
import { freePort } from '../../server/cli/bots/own-server.ts'
import { PLAIN_HOST } from '../support/browser.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host, Player, Visitor } from './people.ts'

/** Before people come: network, phone, projector and judge are tried out, by what everybody sees. */
// The address that stands on the wall has to be known before the server starts.
const house = openHouse(async () => {
  const port = await freePort()
  return { port, app: { publicUrl: `http://${PLAIN_HOST}:${port}` } }
})

test('a host rehearses with a phone and a wall, and nothing of it stays', async () => {
  const host = await house.firstHost()
  const wall = await house.arrive(Visitor, { width: 1920, height: 1080 })
  const phone = await house.arrive(Visitor, PHONE)
  const code = await host.create('Tonight', 'One round', 'Beginners')

  await test.step('network and judge are measured at once', async () => {
    await host.follow('Rehearse')
    await host.sees(`People join at ${PLAIN_HOST}`)
    await host.sees(/A message takes \d+ ms from this page/)
    for (const language of ['Python', 'JavaScript', 'TypeScript']) await host.sees(new RegExp(`^${language}`))
    await host.sees('2 of 4 are good.')
  })

  await test.step('the wall shows a test picture and says how large it is', async () => {
    await wall.go(`/t/${code}/wall`)
    await expect(wall.page.getByText('Can the last row read this?')).toHaveCount(3)
    await host.sees(/A wall is open: 1,920 × 1,080/)
    await host.page.getByRole('radio', { name: 'All three lines' }).check()
    await host.sees('3 of 4 are good.')
  })

  await test.step('the host’s own browser proves nothing, a phone does', async () => {
    const own = await host.context.newPage()
    await own.goto(`${house.origin}/t/${code}/test`)
    await expect(own.getByRole('heading', { name: 'This is the host’s own device' })).toBeVisible()
    await own.close()
    await host.sees('3 of 4 are good.')
    await phone.go(`/t/${code}/test`)
    await phone.sees('It works: you got here')
    await host.sees(/A device is here, 360 pixels wide: \d+ ms/)
    await host.sees('All four are good. People may come.')
    for (const [visitor, what] of [
      [host, 'rehearsal'],
      [wall, 'test picture'],
      [phone, 'test visit'],
    ] as const)
      await isAccessible(visitor, what)
  })

  await test.step('it ends with the page: the wall is the evening’s again, and nothing is kept', async () => {
    await host.press('End the rehearsal')
    await expect(wall.page.getByText('Can the last row read this?')).toHaveCount(0)
    await wall.sees('Be the first star in the sky.')
    await phone.press('Try again')
    await phone.sees('No rehearsal is on now')
    const { id } = (await house.club.app.store.tournamentByCode(code))!
    expect(await house.club.app.store.entriesOf(id)).toEqual([])
  })
})

test('a host sees a planned round as a player will, and nothing of it is kept', async () => {
  const host = await house.arrive(Host)
  await host.signIn()
  const code = await host.create('Looked at', 'One round', 'Beginners')
  await host.follow('Plan')
  await host.follow('See it as a player')
  await host.sees('As players will see it, with the judge. Nothing is kept, and nobody notices.')
  const asPlayer = new Player(host.page, host.context, host.origin)
  await asPlayer.solve()
  await host.sees('1 of 5')
  await isAccessible(host, 'preview')
  await asPlayer.next()
  await host.follow('Back to the plan')
  await expect(host.page.getByRole('heading', { name: 'Looked at' })).toBeVisible()
  const { id } = (await house.club.app.store.tournamentByCode(code))!
  expect(await house.club.app.store.entriesOf(id)).toEqual([])
})
