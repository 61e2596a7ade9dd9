import { expect, test, type Locator } from '@playwright/test'
import { acceptedIn, puzzles } from '../support/puzzles.ts'
import { openHouse } from './house.ts'
import { Visitor } from './people.ts'

/** Everything that an evening asks of a player and of a host, by keyboard alone: nobody touches a mouse or a screen. */
const house = openHouse()

const MOST_TABS = 80

class Typist extends Visitor {
  /** Tabs on until it is there: whoever sees the focus finds it the same way. */
  async reach(what: Locator): Promise<void> {
    await what.waitFor()
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await what.evaluate((element) => element === document.activeElement)) return this.seesFocus(what)
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${MOST_TABS} times Tab, and the focus never came to ${String(what)}`)
  }
  /** Focus that cannot be seen is no focus; where one writes, the cursor shows it. */
  private async seesFocus(what: Locator): Promise<void> {
    const shown = await what.evaluate((element) => {
      if (element.matches('[contenteditable=true]')) return true
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      const around = element.closest('label, .field') ?? element
      const outer = getComputedStyle(around)
      return (
        outlineStyle !== 'none' || boxShadow !== 'none' || outer.outlineStyle !== 'none' || outer.boxShadow !== 'none'
      )
    })
    expect(shown, `the focus on ${String(what)} can be seen`).toBe(true)
  }
  async choose(what: Locator, key = 'Enter'): Promise<void> {
    await this.reach(what)
    await this.page.keyboard.press(key)
  }
}

test('a player and a host play an evening by keyboard alone', async () => {
  test.setTimeout(240_000)
  const host = await house.arrive(Typist)
  const token = await house.club.app.identity.firstHostToken()
  await host.go(`/host/claim?token=${token}`)
  await host.reach(host.page.getByLabel('Sign-in name'))
  await host.page.keyboard.type('organiser')
  await host.page.keyboard.press('Tab')
  await host.page.keyboard.type('six stars over town')
  await host.page.keyboard.press('Enter')
  const name = host.page.getByLabel('Name of the tournament')
  await host.reach(name)
  await host.page.keyboard.type('Without a mouse')
  await host.choose(host.button('Create'))
  await host.sees('Ready when you are')
  const code = new URL(host.page.url()).pathname.split('/').at(-1)!
  const tournament = await house.club.app.store.tournament(code as never)

  const player = await house.arrive(Typist)
  await player.go('/')
  await player.reach(player.page.getByLabel('Join code'))
  await player.page.keyboard.type(tournament!.code)
  await player.page.keyboard.press('Enter')
  await player.reach(player.page.getByLabel('Your name for this evening'))
  await player.page.keyboard.type('Mira')
  await player.page.keyboard.press('Enter')
  await player.sees('You are in, Mira')

  // Not "now": that leaves five seconds, and on a busy machine the round has begun before the focus is there.
  await host.choose(host.button('Count down'))
  // The button that had the focus is gone; the next Tab goes on where it was, not at the top of the page.
  await host.button('Start at once').waitFor()
  await host.page.keyboard.press('Tab')
  await expect(host.button('Start at once')).toBeFocused()
  await host.page.keyboard.press('Enter')
  await host.button('Pause').waitFor()

  const editor = player.page.getByRole('textbox', { name: /^Your code in/ })
  await player.reach(editor)
  const title = await player.page.getByRole('heading', { level: 1 }).first().innerText()
  const { id } = puzzles.find((puzzle) => puzzle.name === title)!
  await player.page.keyboard.press('ControlOrMeta+a')
  await player.page.keyboard.insertText(acceptedIn(id, 'python'))
  await player.page.keyboard.press('ControlOrMeta+Enter')
  await player.sees('examples fit')
  // Tab indents in the editor; after Escape it leads on.
  await player.page.keyboard.press('Escape')
  await player.choose(player.button(/^Submit/))
  await player.sees('Solved. A star is lit.')
  await player.choose(player.button('Next puzzle'))
  await expect(player.page.getByRole('heading', { level: 1 }).first()).not.toHaveText(title)
  await player.choose(player.button(/^Hint 1/))
  await player.button(/^Hint 2/).waitFor()
  await player.choose(player.button('Help'))
  await player.page.getByRole('dialog').waitFor()
  await player.page.keyboard.press('Escape')
  await expect(player.page.getByRole('dialog')).toBeHidden()
  await expect(player.button('Help')).toBeFocused()

  await host.choose(host.button('Stop the round'))
  await host.choose(host.button('Stop it'))
  await host.choose(host.button(/^Publish Round/))
  await host.choose(host.page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }))
  await host.choose(host.button('Not now'))
  await player.sees(/Your mark/)
})
