import { expect, test } from '@playwright/test'
import type { RoundId } from '../../server/protocol/ids.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import type { Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host, Player } from './people.ts'

/** A host says who is one person, and gives and takes back badges: on a phone, by what is seen. */
const house = openHouse()
let organiser: Person
test.beforeAll(async () => {
  organiser = await house.club.host('organiser')
})

const easiest = functionPuzzles.filter(({ level }) => level === 1).map(({ id }) => id)

async function solve(roundId: RoundId, player: Person, problemIds: string[]): Promise<void> {
  for (const id of problemIds) {
    await player.must('problem:open', { roundId, problemId: id as never })
    house.club.clock.jump(2 * MINUTE_MS)
    await player.submit(id, acceptedIn(id, 'python'))
  }
}
async function publish(roundId: RoundId): Promise<void> {
  await organiser.end(roundId)
  await organiser.must('round:publish', { roundId })
  await house.club.app.live.idle()
}

test('somebody who comes back under another name is one person, and two again; badges are given and taken back', async () => {
  test.setTimeout(240_000)
  const autumn = await organiser.prepare([easiest.slice(0, 2)], { name: 'Autumn' })
  const zoë = await house.club.player('Zoë', autumn.code)
  await organiser.start(autumn.roundId, zoë)
  await solve(autumn.roundId, zoë, easiest.slice(0, 2))
  await publish(autumn.roundId)
  house.club.clock.jump(30 * 24 * 60 * MINUTE_MS)

  const winter = await organiser.prepare([[easiest[2]!], [easiest[3]!]], { name: 'Winter' })
  const zoe = await house.arrive(Player, PHONE)
  await zoe.joinAs('Zoe 2', winter.code)
  const bo = await house.club.player('Bo', winter.code)
  await organiser.start(winter.roundId, bo)
  await expect(zoe.editor).toBeVisible()
  await zoe.solve()
  await solve(winter.roundId, bo, [easiest[2]!])
  await publish(winter.roundId)
  await zoe.sees(/This sets your first mark/)

  const host = await house.arrive(Host, PHONE)
  const dialog = host.page.getByRole('dialog')
  await host.signInTo('Winter', 'People')

  const choose = async () => {
    await host.press('Who is it? Zoe 2')
    await dialog.getByRole('button', { name: /^Zoë 1 tournament, last here/ }).click()
    await host.sees('Their results become one line.')
  }

  await test.step('who is meant is offered, others are searched for, and a confirmation says what will happen', async () => {
    await host.press('Who is it? Zoe 2')
    await expect(dialog.getByRole('button', { name: /^Zoë/ })).toBeVisible()
    await isAccessible(host, 'who is it')
    await dialog.getByLabel('Search by name').fill('Nobody')
    await host.sees('Nobody with a name like this has been here.')
    await dialog.getByLabel('Search by name').fill('zo')
    await dialog.getByRole('button', { name: /^Zoë/ }).click()
    await host.sees('Is Zoe 2 the same person as Zoë?')
    await host.sees('Figures that depend on it are made again.')
    await host.sees('Published awards stay as they are.')
    await isAccessible(host, 'one person')
    await host.press('No, somebody else')
    await host.closeDialog()
  })

  await test.step('linked, their rounds are one line; Undo in the notice takes it back', async () => {
    await choose()
    await host.press('Yes, one person')
    await host.sees('Zoe 2 and Zoë are one person now.')
    await house.club.app.live.idle()
    await zoe.go('/me')
    await zoe.follow(/^Autumn · Round 1/)
    await zoe.sees(/This sets your first mark/)
    await host.page
      .locator('.notice')
      .filter({ hasText: 'are one person now' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await host.sees('Zoe 2 and Zoë are two people again.')
    await house.club.app.live.idle()
    await zoe.go('/me')
    await zoe.sees(/this is your climb/)
    await expect(zoe.page.getByRole('link', { name: /Winter · Round 1/ })).toBeVisible()
    await expect(zoe.page.getByRole('link', { name: /Autumn · Round 1/ })).toHaveCount(0)
  })

  await test.step('while a round runs nobody becomes somebody else, and the host is told why', async () => {
    await organiser.start(winter.roundIds[1]!, bo)
    await choose()
    await host.press('Yes, one person')
    await host.sees('One of the two is in a round that is under way. Do it when the round has ended.')
    await isAccessible(host, 'refused')
    await host.closeDialog()
    await solve(winter.roundIds[1]!, bo, [easiest[3]!])
    await publish(winter.roundIds[1]!)
  })

  await test.step('links made stand in a list, each with its way back', async () => {
    await choose()
    await host.press('Yes, one person')
    await host.sees(/Zoe 2 and Zoë are one person, since/)
    await isAccessible(host, 'links made')
    await host.press('Undo: Zoe 2 and Zoë')
    await isAccessible(host, 'two again')
    await host.press('Cancel')
    await house.club.app.live.idle()
  })

  await test.step('of two on the list one stays, as the host chooses', async () => {
    await house.club.player('Bo phone', winter.code)
    await host.press('Who is it? Bo phone')
    await dialog.getByRole('button', { name: /^Bo 1 tournament, on this list, too/ }).click()
    await host.sees('Bo phone leaves the list. In a round that both have played, the result of Bo counts.')
    await isAccessible(host, 'which of two stays')
    await dialog.getByRole('radio', { name: 'Bo phone' }).check()
    await host.sees('Bo leaves the list. In a round that both have played, the result of Bo phone counts.')
    await dialog.getByRole('radio', { name: 'Bo', exact: true }).check()
    await host.press('Yes, one person')
    await host.sees('Bo phone and Bo are one person now.')
    await expect(host.page.getByRole('button', { name: 'Who is it? Bo phone' })).toHaveCount(0)
    await expect(host.page.getByRole('button', { name: 'Who is it? Bo', exact: true })).toBeVisible()
    await house.club.app.live.idle()
  })

  await test.step('an award that would be given otherwise stands until the host revokes it', async () => {
    await host.follow('Awards')
    await host.sees('Published awards that today’s figures would give otherwise')
    await host.sees('Awards once published do not change by themselves.')
    await isAccessible(host, 'awards that would differ')
    await host.press('Revoke it from Zoe 2 …')
    await dialog.getByRole('button', { name: 'Revoke it', exact: true }).click()
    await host.sees('Say why, in a few words.')
    await isAccessible(host, 'revoking an award')
    await host.press('Two names turned out to be one person.')
    await dialog.getByRole('button', { name: 'Revoke it', exact: true }).click()
    await host.sees('“First of a level” is revoked from Zoe 2.')
    await expect(host.page.getByRole('button', { name: /^Revoke it from/ })).toHaveCount(0)
  })

  await test.step('a badge of the host’s own making is seen before it is given, and names nobody', async () => {
    await host.press('Give a badge')
    await dialog.getByLabel('Name of the badge').fill('Helping hand')
    await dialog.getByLabel('What it is for').fill('Showed Bo how a loop ends.')
    await host.sees('“Bo” is the name of somebody here.')
    await dialog.getByLabel('What it is for').fill('Showed a neighbour how a loop ends.')
    await expect(dialog.getByText('is the name of somebody here')).toHaveCount(0)
    const preview = dialog.getByRole('figure', { name: 'How it looks' })
    await expect(preview).toContainText('Helping hand')
    for (const [index, size] of [200, 64].entries()) {
      const picture = preview.locator('img').nth(index)
      await expect(picture).toHaveJSProperty('naturalWidth', 512)
      expect((await picture.boundingBox())!.width).toBe(size)
    }
    await isAccessible(host, 'a badge of one’s own making')
    await host.press('Next: who gets it')
    await host.press('Give it')
    await host.sees('Choose at least one person.')
    await dialog.getByRole('checkbox', { name: 'Zoe 2' }).check()
    await isAccessible(host, 'who gets it')
    await host.press('Give it to 1 person')
    await host.sees('“Helping hand” is given to 1 person.')
    await zoe.go('/me')
    await zoe.press('Helping hand')
    await zoe.sees('Showed a neighbour how a loop ends.')
  })

  await test.step('the host takes it back with a reason, and it is marked', async () => {
    await host.page.locator('summary', { hasText: 'Zoe 2' }).click()
    await host.press('Revoke “Helping hand” from Zoe 2')
    await isAccessible(host, 'revoking a badge')
    await host.press('It was given by mistake.')
    await dialog.getByRole('button', { name: 'Revoke it', exact: true }).click()
    await host.sees(/Revoked on .*: “It was given by mistake.”/)
    await isAccessible(host, 'badges issued')
    await expect(host.page.getByRole('button', { name: 'Revoke “Helping hand” from Zoe 2' })).toHaveCount(0)
  })

  await test.step('one’s own climb can be read as a table', async () => {
    await zoe.go('/me')
    await zoe.page.getByText('The same as a table').click()
    const rows = zoe.page.getByRole('table').getByRole('row')
    await expect(rows).toHaveCount(3)
    await expect(rows.nth(1)).toContainText('Winter')
    await expect(rows.nth(2)).toContainText('Autumn')
    await isAccessible(zoe, 'a climb as a table')
  })
})
