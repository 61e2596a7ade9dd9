import { expect, test } from '@playwright/test'
import type { MoveOffer } from '../../server/protocol/http.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Player, type Host } from './people.ts'

/** Being the same person at the next tournament, on whatever device. */
const house = openHouse()
let host: Host
let code: string
test.beforeAll(async () => {
  host = await house.firstHost()
  code = await host.create('Thursday', 'One round', 'First days of coding')
})

/** Keeps their progress, and has read under which name and with which words. */
async function keepsProgress(player: Player): Promise<{ name: string; passphrase: string }> {
  await player.go('/me')
  await player.press('Keep my progress')
  await player.press('Keep it')
  await player.sees('Kept. These four words are yours')
  const definitions = player.page.getByRole('definition')
  return { name: await definitions.first().innerText(), passphrase: await definitions.last().innerText() }
}

test('who has kept their progress says so at the door of another device, and is themselves', async () => {
  const ada = await house.arrive(Player)
  await ada.joinAs('Ada', code)
  const kept = await keepsProgress(ada)

  const next = await host.create('The Thursday after', 'One round', 'First days of coding')
  const phone = await house.arrive(Player, PHONE)
  await phone.go(`/t/${next}`)
  await phone.press('I have a player name and passphrase')
  await isAccessible(phone, 'player name and passphrase at the door')
  await phone.page.getByLabel('Player name').fill(kept.name)
  await phone.page.getByLabel('Passphrase').fill('not the right words')
  await phone.press('Bring it here')
  await phone.sees('Player name and passphrase do not belong together')
  await phone.page.getByLabel('Passphrase').fill(kept.passphrase.toUpperCase().replaceAll('-', ' '))
  await phone.press('Bring it here')
  await phone.press('Continue as Ada')
  await phone.sees('You are in, Ada')
  const { store } = house.club.app
  const [first, second] = await Promise.all([code, next].map((one) => store.tournamentByCode(one)))
  const [before] = await store.entriesOf(first!.id)
  const [now] = await store.entriesOf(second!.id)
  expect(now!.playerId).toBe(before!.playerId)
})

test('[E7] who has joined as new and finds their words later stands on the list once', async () => {
  const elif = await house.arrive(Player)
  await elif.joinAs('Elif', code)
  const kept = await keepsProgress(elif)

  const next = await host.create('A Thursday later', 'One round', 'First days of coding')
  const phone = await house.arrive(Player, PHONE)
  await phone.joinAs('Elif on a phone', next)
  await phone.go('/me')
  await phone.press('I have a player name and passphrase')
  await phone.sees('What you have done here as Elif on a phone goes along')
  await isAccessible(phone, 'bringing earlier progress to what was done here')
  await phone.page.getByLabel('Player name').fill(kept.name)
  await phone.page.getByLabel('Passphrase').fill(kept.passphrase)
  await phone.press('Bring it here')
  await phone.sees(`Kept as ${kept.name}`)
  await phone.go(`/t/${next}`)
  await phone.sees('You are in, Elif on a phone')
  const { store } = house.club.app
  const [first, second] = await Promise.all([code, next].map((one) => store.tournamentByCode(one)))
  const before = (await store.entriesOf(first!.id)).find(({ name }) => name === 'Elif')
  const now = (await store.entriesOf(second!.id)).filter(({ removed }) => !removed)
  expect(now.map(({ name, playerId }) => [name, playerId])).toEqual([['Elif on a phone', before!.playerId]])
})

test('a puzzle to practise is opened from the list, by its address, and left again', async () => {
  const gul = await house.arrive(Player, PHONE)
  await gul.joinAs('Gül', code)
  await gul.go('/me?practice')
  await gul.sees('A little above your level')
  await isAccessible(gul, 'puzzles to practise')
  await gul.page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(gul.editor).toBeVisible()
  await gul.page.reload()
  await expect(gul.editor).toBeVisible()
  await isAccessible(gul, 'a puzzle to practise')
  await gul.follow('All practice puzzles')
  await gul.sees('A little above your level')
  await gul.go('/me?practice=no-such-puzzle')
  await gul.sees('This puzzle is not part of it')
  await gul.follow('All practice puzzles')
  await gul.sees('A little above your level')
})

test('"This is not me" asks first where nobody could find the rounds again', async () => {
  const bo = await house.arrive(Player)
  await bo.joinAs('Bo', code)
  await bo.go('/me')
  await bo.press('This is not me')
  await bo.sees('Leave Bo’s rounds behind?')
  await isAccessible(bo, 'leaving rounds behind')
  await bo.press('Keep them first')
  await bo.page.getByLabel('Player name').fill('B')
  await bo.press('Keep it')
  await bo.sees('A player name has 3 to 30 letters or digits, without spaces.')
  await bo.page.getByLabel('Player name').fill('Bo 42')
  await bo.press('Keep it')
  await bo.sees('A player name has 3 to 30 letters or digits, without spaces.')
  await bo.page.reload()
  await bo.press('Keep my progress')
  // A name too short to be one's own everywhere is suggested longer.
  await expect(bo.page.getByLabel('Player name')).toHaveValue(/^Bo\d\d$/)
  await bo.press('Keep it')
  await bo.press('I have them')
  await bo.sees(/Kept as/)
  // From now on they are found again, so nothing is asked.
  await bo.press('This is not me')
  await bo.sees('Bring my progress here')
})

test('[E4] whoever is taken off the list by mistake goes on by themselves when they are let back in', async () => {
  const evening = await host.create('Mistakes', 'One round', 'First days of coding')
  const dana = await house.arrive(Player, PHONE)
  await dana.joinAs('Dana', evening)
  await host.letNamesStand()
  await host.startRound()
  await dana.solve()
  await dana.next()
  await dana.write('# half of it')

  await host.follow('People')
  await host.press('Remove Dana')
  await host.press('Take off the list')
  await dana.sees('The host has taken you off the list.')
  await dana.sees('As soon as you are let back in, this page goes on by itself')
  await expect(dana.page.getByRole('main')).toBeFocused()
  await isAccessible(dana, 'taken off the list')
  await host.press('Let Dana back in')
  await dana.sees('Welcome back, Dana. Everything you had is still here.')
  await expect(dana.editor).toContainText('# half of it')
  expect(await house.club.app.store.entriesOf((await house.club.app.store.tournamentByCode(evening))!.id)).toHaveLength(
    1,
  )
})

test('a player continues on their phone with the code that the laptop shows, in the tournament they are in', async () => {
  const chen = await house.arrive(Player)
  await chen.joinAs('Chen', code)
  await chen.go('/me')
  const made = chen.page.waitForResponse((response) => response.url().endsWith('/api/move'))
  await chen.press('Continue on my phone')
  await expect(chen.page.getByRole('img', { name: 'QR code that makes one more device yours' })).toBeVisible()
  await isAccessible(chen, 'a code for the phone')
  // As the phone reads it off the code, by the address that this test's browsers know.
  const { link } = ((await (await made).json()) as { value: MoveOffer }).value
  const { pathname, hash } = new URL(link)

  const phone = await house.arrive(Player, PHONE)
  await phone.go(pathname + hash)
  await phone.sees('Continue here?')
  await isAccessible(phone, 'arriving with a code')
  await phone.press('Yes, it is me')
  await phone.sees('You are in, Chen')
  await chen.go(`/t/${code}`)
  await chen.sees('You are in, Chen')

  const late = await house.arrive(Player)
  await late.go(pathname + hash)
  await late.press('Yes, it is me')
  await late.sees('This code has been used or is too old. Make a new one on your other device.')
})
