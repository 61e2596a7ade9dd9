import { expect, test, type Browser } from '@playwright/test'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub, type Club } from '../support/club.ts'
import { Host, pictureFailure, Player, Visitor } from './people.ts'

/** The whole of it, over plain HTTP on a name that is not localhost, as in a library. */
let club: Club
let browser: Browser
let origin: string
test.beforeAll(async () => {
  club = await openClub()
  browser = await openBrowser()
  origin = `http://${PLAIN_HOST}:${club.port}`
})
test.afterEach(({}, info) => pictureFailure(info))
test.afterAll(async () => {
  await browser.close()
  await club.close()
})

const minutes = (count: number) => count * 60_000

test('two tournaments with a host, three players and a wall; somebody improves', async () => {
  test.setTimeout(300_000)
  const host = await Host.arrive(browser, origin)
  const wall = await Visitor.arrive(browser, origin, { width: 1280, height: 720 })
  const ada = await Player.arrive(browser, origin)
  const bo = await Player.arrive(browser, origin, { width: 360, height: 740 })
  const chen = await Player.arrive(browser, origin)
  const players = [ada, bo, chen]

  await host.claim((await club.app.identity.firstHostToken())!)
  const first = await host.create('First evening', 'An evening', 'First days of coding')
  await wall.go(`/t/${first}/wall`)
  await wall.sees(new RegExp(first.replace(/(\d+)/, ' ?$1')))
  await ada.joinAs('Ada', first)
  await bo.joinAs('Bo', first)
  await chen.joinAs('Chen', first)
  await host.letNamesStand()

  for (const round of [1, 2, 3]) {
    await host.startRound()
    for (const player of players) await expect(player.editor).toBeVisible()
    club.clock.jump(minutes(6))
    await ada.solve()

    if (round === 1) {
      await test.step('a reload in the middle of a puzzle loses nothing', async () => {
        await bo.write('# half a thought')
        await expect(bo.page.getByText('Saved', { exact: true })).toBeVisible()
        await bo.page.reload()
        await expect(bo.editor).toContainText('half a thought')
      })
      await test.step('a submission without network is kept, and sent when it is back', async () => {
        const { submissions } = await chen.puzzle()
        await chen.context.setOffline(true)
        await chen.write(
          submissions.find(({ folder, language }) => folder === 'accepted' && language === 'python')!.source,
        )
        await chen.page.keyboard.press('ControlOrMeta+Shift+Enter')
        await chen.sees(/kept here/i)
        await chen.context.setOffline(false)
        await chen.sees('Solved. A star is lit.')
      })
    }
    club.clock.jump(minutes(3))
    if (round > 1) await chen.solve()
    await bo.solve()
    await wall.sees(/stars? lit/)
    await host.endRound()
    for (const player of players) await player.sees(round === 1 ? /This sets your first mark/ : /Your mark was/)
  }
  await host.finish()
  await host.press('Start the final ceremony')
  await revealAll(host, wall)
  await host.press('Close the ceremony')
  await host.press('Publish the awards')
  await host.sees('That was a good one')

  club.clock.jump(minutes(60 * 24 * 30))
  const second = await host.create('Second evening', 'One round', 'Beginners')
  await wall.go(`/t/${second}/wall`)
  await ada.comeBack('Ada', second)
  await bo.comeBack('Bo', second)
  await chen.comeBack('Chen', second)
  await host.letNamesStand()
  await host.startRound()
  for (const player of players) await expect(player.editor).toBeVisible()
  // Ada lights one star after another; the others go as they went.
  for (let star = 1; star <= 4; star++) {
    club.clock.jump(minutes(1))
    await ada.solve()
    if (star < 4) await ada.next()
  }
  club.clock.jump(minutes(8))
  await chen.solve()
  await bo.solve()
  await host.endRound()
  await ada.sees(/You beat your mark/)
  await host.finish()
  await host.press('Start the final ceremony')
  await revealAll(host, wall)
  await wall.sees('Most improved since last time')
  await wall.sees('Ada')

  await host.press('Close the ceremony')
  await host.press('Publish the awards')
  await ada.go('/me')
  await ada.sees('Most improved since last time')
  const faults = [host, wall, ...players].flatMap((visitor) => visitor.faults)
  expect(faults).toEqual([])
  expect(club.logged.filter(({ level }) => level === 'error')).toEqual([])
})

/** The host reveals award by award; the wall follows. */
async function revealAll(host: Host, wall: Visitor): Promise<void> {
  const reveal = host.page.getByRole('button', { name: 'Reveal' })
  const done = host.page.getByText('Everything is revealed')
  await expect(reveal).toBeVisible()
  while (!(await done.isVisible())) {
    const award = await host.page.getByRole('region', { name: 'Now' }).getByRole('heading').innerText()
    await reveal.click()
    await wall.sees(award)
    await expect(host.page.getByRole('region', { name: 'Now' }).getByRole('heading')).not.toHaveText(award)
  }
}
