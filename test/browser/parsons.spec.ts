import { expect, test, type Locator } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Player } from './people.ts'

/** Lines to put in order, in a round: by keyboard alone, by mouse, and by what a finger has. */
const house = openHouse()
let code: string
test.beforeAll(async () => {
  const host = await house.club.host()
  const made = await host.prepare([['umbrella-or-sunhat', 'ticket-machine']])
  code = made.code
  await host.must('round:start', { roundId: made.roundId })
})

const STEP_PX = 24

class Sorter extends Player {
  get program(): Locator {
    return this.page.getByRole('listbox', { name: 'Your program' })
  }
  /** Joins while the round is under way. */
  async arriveInRound(name: string): Promise<void> {
    await this.join(name, code)
    await expect(this.pool).toBeVisible()
  }
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
  /** What a screen reader is told next. */
  async hears(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: text })).toHaveCount(1)
  }
  /** By arrow keys to a line beside the program, and takes it in hand. */
  async takeByKeys(text: string): Promise<void> {
    const lines = (await this.pool.getByRole('option').allInnerTexts()).map((line) => line.trim())
    await this.keys('Home', ...Array<string>(lines.indexOf(text)).fill('ArrowDown'))
    await expect(this.pool.locator('[aria-selected=true]')).toHaveText(text)
    await this.keys('Enter')
    await expect(this.program).toBeFocused()
    await this.hears(/^In hand, line \d+: /)
  }
  async putDown(): Promise<void> {
    await this.keys('Enter')
    await this.hears(/^Put down as line \d+: /)
    await expect(this.pool).toBeFocused()
  }
  /** Drags what says `text` so that its face begins `steps` right of the program's margin, below its last line. */
  async drag(text: string, steps: number): Promise<void> {
    const piece = await boxOf(this.pool.getByRole('option').filter({ hasText: text }).locator('[data-face]'))
    const program = await boxOf(this.program)
    const { mouse } = this.page
    await mouse.move(piece.x + 20, piece.y + 10)
    await mouse.down()
    await mouse.move(program.x + 20, program.y + program.height, { steps: 4 })
    await mouse.move(program.x + 32 + 20 + steps * STEP_PX, program.y + program.height + 4, { steps: 4 })
    await mouse.up()
    await expect(this.program.getByRole('option').last()).toContainText(text)
  }
}
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the page')
  return box
}

test('a puzzle is solved by keyboard alone, and each step is said', async () => {
  const ada = await house.arrive(Sorter)
  await ada.arriveInRound('Ada')
  await isAccessible(ada, 'lines to put in order')
  // Once by Tab from the statement's end, as somebody comes who has no mouse.
  await ada.page.getByRole('button', { name: 'Start over' }).focus()
  await ada.keys('Tab')
  await expect(ada.pool).toBeFocused()

  await ada.takeByKeys("return 'raincoat'")
  await ada.keys('ArrowRight', 'ArrowRight')
  await ada.hears("Line 1 of 1: return 'raincoat', indented 2 times")
  await ada.putDown()
  await ada.takeByKeys('if wind > 40:')
  await ada.keys('ArrowLeft')
  await ada.hears('Line 2 of 2: if wind > 40:, indented once')
  await ada.keys('ArrowUp')
  await ada.hears('Line 1 of 2: if wind > 40:, indented once')
  await ada.putDown()
  await ada.takeByKeys('def what_to_take(rain, wind):')
  await ada.keys('ArrowLeft', 'ArrowUp')
  await ada.hears('Line 1 of 3: def what_to_take(rain, wind):')
  await ada.putDown()
  await ada.takeByKeys('if rain <= 50:')
  await ada.keys('Escape')
  await ada.hears('Back where it was: if rain <= 50:')
  await ada.takeByKeys('if rain < 50:')
  await ada.keys('ArrowRight')
  await ada.putDown()
  await ada.takeByKeys("return 'sunhat'")
  await ada.keys('ArrowRight')
  await ada.putDown()
  await ada.takeByKeys("return 'umbrella'")
  await ada.keys('ArrowDown', 'ArrowDown', 'ArrowLeft')
  await ada.hears("Line 6 of 6: return 'umbrella', indented once")
  await ada.putDown()

  await ada.keys('Tab')
  await ada.keys('ControlOrMeta+Enter')
  await ada.hears('All examples fit. Ready to submit.')
  await isAccessible(ada, 'lines that are in order')
  await ada.keys('ControlOrMeta+Shift+Enter')
  await ada.sees('Solved. A star is lit.')
})

test('a puzzle is solved by mouse, and a reload in the middle loses nothing', async () => {
  const bo = await house.arrive(Sorter)
  await bo.arriveInRound('Bo')
  await bo.drag('def what_to_take(rain, wind):', 0)
  await bo.drag('if rain < 50:', 1)
  await bo.drag("return 'sunhat'", 2)
  await bo.drag('if wind >= 40:', 1)
  await expect(bo.page.getByText('Saved', { exact: true })).toBeVisible()
  await bo.page.reload()
  await expect(bo.program.getByRole('option')).toContainText(['def what', 'if rain < 50', 'sunhat', 'if wind >= 40'])
  await expect(bo.program.getByRole('option').nth(2)).toContainText('indented 2 times')

  await test.step('a line that belongs nowhere is dragged out again', async () => {
    const piece = await boxOf(bo.program.getByText('if wind >= 40:'))
    const pool = await boxOf(bo.pool)
    await bo.page.mouse.move(piece.x + 10, piece.y + 8)
    await bo.page.mouse.down()
    await bo.page.mouse.move(pool.x + 60, pool.y + 60, { steps: 6 })
    await bo.page.mouse.up()
    await expect(bo.program.getByRole('option')).toHaveCount(3)
  })
  await bo.drag('if wind > 40:', 1)
  await bo.drag("return 'raincoat'", 2)
  await bo.drag("return 'umbrella'", 1)
  await bo.press(/^Submit/)
  await bo.sees('Solved. A star is lit.')
})

test('one whose lines make a script shows input and output', async () => {
  const dana = await house.arrive(Sorter)
  await dana.arriveInRound('Dana')
  await dana.page.getByRole('button', { name: /^Puzzle 2: The ticket machine/ }).click()
  await dana.sees('Harbour: 6')
  await dana.solve()
})

test('a puzzle is solved on a phone by taps and buttons, in JavaScript, where lines have their indentation', async () => {
  const chen = await house.arrive(Sorter, PHONE)
  await chen.arriveInRound('Chen')
  await chen.page.getByRole('combobox', { name: 'Language' }).selectOption('JavaScript')
  for (const text of ['}', "return 'umbrella'", 'function whatToTake(rain, wind) {'])
    await chen.pool.getByText(text, { exact: true }).click()
  await expect(chen.page.getByRole('button', { name: 'Indent' })).toHaveCount(0)
  await chen.press('Move up')
  await chen.press('Move up')
  await chen.hears('Line 1 of 3: function whatToTake(rain, wind) {')
  for (const text of [
    "if (rain < 50) return 'sunhat'",
    "if (wind > 40) return 'raincoat'",
    "if (wind >= 40) return 'raincoat'",
  ])
    await chen.pool.getByText(text, { exact: true }).click()
  await chen.press('Take out of the program')
  await chen.hears("Out of your program: if (wind >= 40) return 'raincoat'")
  await chen.program.getByText('}', { exact: true }).click()
  await chen.press('Move down')
  await isAccessible(chen, 'lines to put in order on a phone')
  await chen.press(/^Submit/)
  await chen.sees('Solved. A star is lit.')
  await chen.fits()
})

test('a finger drags a line by its grip, indents it by a swipe to the side, and scrolls by one up or down', async () => {
  const eva = await house.arrive(Sorter, PHONE)
  await eva.arriveInRound('Eva')
  const devTools = await eva.context.newCDPSession(eva.page)
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints })
  const swipe = async (on: Locator, right: number, down: number) => {
    const { x, y } = await boxOf(on)
    await touch('touchStart', { x: x + 10, y: y + 10 })
    for (let i = 1; i <= 8; i++) await touch('touchMove', { x: x + 10 + (right * i) / 8, y: y + 10 + (down * i) / 8 })
    await touch('touchEnd')
  }
  const scrolled = () => eva.page.evaluate(() => scrollY)

  await eva.pool.scrollIntoViewIfNeeded()
  const before = await scrolled()
  await swipe(eva.pool.getByText('if rain < 50:'), 0, -120)
  await expect.poll(scrolled).toBeGreaterThan(before)
  await expect(eva.program.getByRole('option')).toHaveCount(0)

  const piece = eva.pool.getByRole('option').filter({ hasText: 'if rain < 50:' })
  const heading = await boxOf(eva.page.getByRole('heading', { name: 'Your program' }))
  await swipe(piece.locator('.grip'), 0, heading.y + 60 - (await boxOf(piece)).y)
  await expect(eva.program.getByRole('option')).toHaveText(/if rain < 50:/)
  await swipe(eva.program.getByText('if rain < 50:'), 2 * STEP_PX, 0)
  await expect(eva.program.getByRole('option')).toHaveText(/indented 2 times/)
})
