import { expect, test, type Locator } from '@playwright/test'
import { openHouse, PHONE } from './house.ts'
import { Visitor } from './people.ts'

/**
 * Somebody who has never seen it, on a phone, goes by what is written on the page alone. How long a person takes for
 * that is reckoned by the keystroke-level model (Card, Moran & Newell 1980, doi 10.1145/358886.358895), so that the
 * machine's own speed does not decide: reading and making up one's mind, moving a thumb to a place, typing a character.
 */
const PREPARE_S = 1.35
const POINT_S = 1.1
/** On a phone, 36 words of five characters a minute (Palin et al. 2019, doi 10.1145/3338286.3340120). */
const KEY_S = 60 / (36 * 5)
/** Silent reading, words a second: 238 words a minute (Brysbaert 2019). */
const WORDS_PER_S = 238 / 60
const MOST_S = 60
/** A level 1 puzzle such as a host puts first. */
const FIRST = 'a-seat-on-the-bus'

const house = openHouse()

class Newcomer extends Visitor {
  seconds = 0
  readonly steps: string[] = []

  spend(what: string, seconds: number): void {
    this.seconds += seconds
    this.steps.push(`${what} ${seconds.toFixed(1)} s`)
  }
  async tap(what: Locator, name: string): Promise<void> {
    await what.click()
    this.spend(`tap ${name}`, PREPARE_S + POINT_S)
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    this.spend(`type ${text}`, text.length * KEY_S)
  }
  /** From the top down to where there is something to do. */
  async read(what: Locator, name: string, until: string): Promise<void> {
    const [text = ''] = (await what.innerText()).split(until)
    const words = text.split(/\s+/).filter(Boolean).length
    this.spend(`read ${name}, ${words} words`, words / WORDS_PER_S)
  }
}

test('the first minute: from the address on the wall to a first submission', async () => {
  const host = await house.club.host()
  const { code, roundId } = await host.prepare([[FIRST]], { approveNames: true })
  await host.must('round:start', { roundId })

  const mira = await house.arrive(Newcomer, PHONE)
  await mira.go('/')
  await mira.read(mira.page.getByRole('main'), 'the first page', 'Join code')
  await mira.tap(mira.page.getByLabel('Join code'), 'the code field')
  await mira.type(code)
  await mira.tap(mira.button('Join'), 'Join')
  await mira.tap(mira.page.getByLabel('Your name for this evening'), 'the name field')
  await mira.type('Mira')
  await mira.tap(mira.button('Join'), 'Join')
  const editor = mira.page.getByRole('textbox', { name: /^Your code in/ })
  await editor.waitFor()
  await mira.read(mira.page.getByRole('region', { name: 'A seat on the bus' }), 'the puzzle', 'Hint 1')
  // A double tap marks a word, as everywhere, and what is typed takes its place.
  await editor.getByText('False', { exact: true }).dblclick()
  mira.spend('mark what is to be changed', PREPARE_S + POINT_S)
  await mira.type('people < seats')
  await mira.tap(mira.button(/^Submit/), 'Submit')
  await mira.sees(/tests pass|Solved/)

  console.log(`${mira.seconds.toFixed(0)} s: ${mira.steps.join(' · ')}`)
  expect(mira.seconds).toBeLessThan(MOST_S)
})
