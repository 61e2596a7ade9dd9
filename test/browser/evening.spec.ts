import { expect, test } from '@playwright/test'
import type { TournamentId } from '../../server/protocol/ids.ts'
import { openHouse, PHONE, PROJECTOR } from './house.ts'
import { Player, Visitor, type Host } from './people.ts'

/** The whole of it, over plain HTTP on a name that is not localhost, as in a library. */
const house = openHouse()

const minutes = (count: number) => count * 60_000

test('two tournaments with a host, three players and a wall; somebody improves', async () => {
  test.setTimeout(300_000)
  const host = await house.firstHost()
  const wall = await house.arrive(Visitor, PROJECTOR)
  const ada = await house.arrive(Player)
  const bo = await house.arrive(Player, PHONE)
  const chen = await house.arrive(Player)
  const players = [ada, bo, chen]

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
    house.club.clock.jump(minutes(6))
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
        await chen.submit()
        await chen.sees(/kept here/i)
        await chen.context.setOffline(false)
        await chen.sees('Solved. A star is lit.')
      })
    }
    house.club.clock.jump(minutes(3))
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
  await host.publishAwards()
  await host.sees('That was a good one')

  house.club.clock.jump(minutes(60 * 24 * 30))
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
    house.club.clock.jump(minutes(1))
    await ada.solve()
    if (star < 4) await ada.next()
  }
  house.club.clock.jump(minutes(8))
  await chen.solve()
  await bo.solve()
  await host.endRound()
  await ada.sees(/You beat your mark/)
  await host.finish()
  await host.press('Start the final ceremony')
  expect(await revealAll(host, wall)).toBeGreaterThan(1)
  await wall.sees('Most improved since last time')
  await wall.sees('Ada')

  await host.press('Close the ceremony')
  await host.publishAwards()
  await ada.go('/me')
  await ada.sees('Most improved since last time')
})

/** The host reveals award by award, how many are told; the wall follows. */
async function revealAll(host: Host, wall: Visitor): Promise<number> {
  const reveal = host.page.getByRole('button', { name: 'Reveal' })
  const next = host.page.getByRole('region', { name: 'Now' }).getByRole('heading')
  const done = host.page.getByText('Everything is revealed')
  await expect(reveal).toBeVisible()
  const id = new URL(host.page.url()).pathname.split('/').at(-1)
  let taps = 0
  while (!(await done.isVisible())) {
    const award = await next.innerText()
    await reveal.click()
    taps += 1
    await wall.sees(award)
    await expect(next).not.toHaveText(award)
    // An eager thumb's second tap is nothing: the next award waits for a tap of its own.
    if (await done.isVisible()) break
    await reveal.dispatchEvent('click')
    await expect(reveal).not.toHaveAttribute('aria-disabled')
    expect((await house.club.app.store.tournament(id as TournamentId))?.ceremony?.revealed).toBe(taps)
  }
  await host.sees(`${taps} of ${taps} revealed`)
  return taps
}
