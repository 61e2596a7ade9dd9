import { expect, test } from '@playwright/test'
import { functionPuzzles } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE, PROJECTOR } from './house.ts'
import { Player, Visitor } from './people.ts'

/** A badge has come: word of it waits for the end of the round, stays off the wall, and leads to the badge. */
const house = openHouse()

test('whoever is given a badge learns of it, when it disturbs nobody, once', async () => {
  const { club } = house
  const host = await club.host('organiser')
  const { code, tournamentId, roundId } = await host.prepare([[functionPuzzles[0]!.id]])
  const give = async (name: string, to: string): Promise<void> => {
    const entries = await club.app.store.entriesOf(tournamentId)
    const playerIds = entries.filter((entry) => entry.name === to).map(({ playerId }) => playerId)
    await host.must('badge:award', { tournamentId, playerIds, name, sentence: 'Stayed with a neighbour.' })
    await club.app.live.idle()
  }
  const ada = await house.arrive(Player, PHONE)
  const bo = await house.arrive(Player)
  const wall = await house.arrive(Visitor, PROJECTOR)
  await ada.joinAs('Ada', code)
  await bo.joinAs('Bo', code)
  await wall.go(`/t/${code}/wall`)
  const news = (of: Visitor) => of.page.getByRole('region', { name: 'Messages' })

  await test.step('on the page one is on, said and shown, to nobody else', async () => {
    await give('Helping hand', 'Ada')
    await expect(news(ada)).toContainText('Helping hand')
    await expect(ada.page.getByRole('status').filter({ hasText: 'A new badge for you: Helping hand.' })).toHaveCount(1)
    await isAccessible(ada, 'word of a badge')
    await expect(news(bo)).toHaveCount(0)
    await expect(wall.page.getByText('Helping hand')).toHaveCount(0)
    await ada.page.getByRole('button', { name: 'Close' }).click()
    await expect(news(ada)).toHaveCount(0)
    await ada.page.reload()
    await ada.sees('You are in, Ada')
    await expect(news(ada)).toHaveCount(0)
  })

  await test.step('not while a round is on, but after it', async () => {
    await host.start(roundId)
    await expect(ada.editor).toBeVisible()
    await give('Good question', 'Ada')
    await give('Kept calm', 'Ada')
    // By the time that a verdict is there, word of them would be.
    await ada.solve()
    await expect(news(ada)).toHaveCount(0)
    await host.end(roundId)
    await expect(news(ada)).toContainText('2 new badges for you')
  })

  await test.step('what the page has below it is reached by scrolling, and by the keyboard', async () => {
    const name = 'Asked what the whole room wondered about'
    await give(name, 'Ada')
    await expect(news(ada)).toContainText('3 new badges for you')
    await ada.go('/')
    await expect(news(ada)).toContainText('3 new badges for you')
    const top = async () => (await ada.page.locator('[data-badge-news]').boundingBox())!.y
    const host = ada.page.getByRole('link', { name: 'I host a tournament' })
    const bottom = async () => {
      const { y, height } = (await host.boundingBox())!
      return y + height
    }
    // Further down than it would have to be, so that it is the focus that brings it up.
    await host.evaluate((link) => link.parentElement!.style.setProperty('margin-top', '60vh'))
    await ada.page.getByRole('link', { name: 'Hello again' }).focus()
    await ada.page.keyboard.press('Tab')
    await expect(host).toBeFocused()
    expect(await bottom()).toBeLessThan(await top())
    await host.evaluate((link) => link.parentElement!.style.removeProperty('margin-top'))
    await ada.go(`/t/${code}`)
    await expect(news(ada)).toBeVisible()
    await ada.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    const main = (await ada.page.getByRole('main').boundingBox())!
    expect(main.y + main.height).toBeLessThanOrEqual(await top())
  })

  await test.step('days later it leads to the badges, which are new once', async () => {
    club.clock.jump(8 * 24 * 60 * 60_000)
    await ada.go('/')
    await news(ada).getByRole('link').focus()
    await ada.page.keyboard.press('Enter')
    await expect(ada.page.getByRole('heading', { name: 'Your badges' })).toBeFocused()
    await expect(ada.page.getByRole('button', { name: 'Kept calm New' })).toBeVisible()
    await isAccessible(ada, 'new badges')
    await ada.page.reload()
    await expect(ada.page.getByRole('button', { name: 'Kept calm', exact: true })).toBeVisible()
    await ada.go('/')
    await ada.sees('Hello again, Ada')
    await expect(news(ada)).toHaveCount(0)
  })

  await test.step('a single one opens, and closed it leaves the plain page', async () => {
    await give('First light', 'Ada')
    await ada.page.getByRole('link', { name: 'A new badge for you' }).click()
    await expect(ada.page.getByRole('dialog', { name: 'First light' })).toBeVisible()
    await ada.page.keyboard.press('Escape')
    await expect(ada.page).toHaveURL(/\/me$/)
  })
})
