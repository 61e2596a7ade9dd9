import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { ProblemId } from '../../server/protocol/ids.ts'
import type { Person } from '../support/club.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host } from './people.ts'

/** A host writes a puzzle in the browser, from nothing to the queue. */
class Author extends Host {
  async part(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Parts of the puzzle' }).getByRole('link', { name }).click()
    await expect(this.page.getByRole('heading', { name, level: 2 })).toBeVisible()
  }
  async isSaved(): Promise<void> {
    await this.sees(/^Saved /)
  }
  get code() {
    return this.page.getByRole('textbox', { name: /^Your code in/ })
  }
  async writeCode(source: string): Promise<void> {
    await this.code.click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(source)
  }
  cell(half: 'Examples' | 'Hidden tests', label: string) {
    return this.page.getByRole('region', { name: half }).getByLabel(label, { exact: true })
  }
}

const house = openHouse()
let author: Author
let organiser: Person
test.beforeAll(async () => {
  organiser = await house.club.host('organiser')
  author = await house.arrive(Author)
  await author.signIn()
})

test('a puzzle is written from nothing, loses nothing to a reload, and goes into the queue', async () => {
  const { page } = author
  await author.go('/host/puzzles/new')
  await page.getByLabel('What is it called?').fill('Third cone free')
  await author.press('Begin')
  await expect(page.getByRole('heading', { name: 'Third cone free', level: 1 })).toBeVisible()
  await author.press('arithmetic')

  await author.part('Statement')
  await page.getByLabel('What is asked').fill('Every **third** cone is free. Return what `cones` cost at 2 each.')
  await expect(page.getByRole('region', { name: 'As players see it' }).locator('strong')).toHaveText('third')
  await author.press('Add a hint')
  await page.getByLabel('Hint 1', { exact: true }).fill('How many cones are free?')
  await page.getByLabel('How to think about it').fill('Take the free ones away, then count.')

  await author.part('Signature')
  await page.getByLabel('Parameter 1', { exact: true }).fill('cones')
  await author.sees('def third_cone_free(cones: int) -> int')

  await author.part('Tests')
  await author.cell('Examples', 'Line 1, cones').fill('3')
  await page.keyboard.press('Enter')
  await page.keyboard.type('4')
  await author.cell('Examples', 'Line 1, note').fill('two to pay for')
  await author.press('Paste many')
  await page.getByRole('textbox', { name: 'Lines' }).fill('cones\n0\n1\n2\n5\n6\n7\n100\n301')
  await author.sees('8 lines understood')
  await author.press('Add them')
  await expect(author.cell('Hidden tests', 'Line 8, cones')).toHaveValue('301')
  await author.cell('Examples', 'Line 1, expected').fill('free')
  await author.cell('Examples', 'Line 2, expected').focus()
  await author.sees('A whole number belongs here, like 12.')
  await author.cell('Examples', 'Line 1, expected').fill('5')

  // In the middle of it all, before anything says that it is saved.
  await page.reload()
  await expect(author.cell('Hidden tests', 'Line 8, cones')).toHaveValue('301')
  await expect(author.cell('Examples', 'Line 1, note')).toHaveValue('two to pay for')

  await author.part('Solutions')
  await author.press('Add an accepted solution')
  await author.writeCode('def third_cone_free(cones):\n    return 2 * (cones - cones // 3)\n')
  await author.part('Tests')
  await author.press('Fill in what is expected')
  await author.sees('1 answer has changed, 9 filled in. Look at the marked lines.')
  await author.sees('It was 5')
  await expect(author.cell('Hidden tests', 'Line 8, expected')).toHaveValue('402')
  await author.press('Undo')
  await expect(author.cell('Hidden tests', 'Line 8, expected')).toHaveValue('')
  await author.press('Redo')
  await expect(author.cell('Examples', 'Line 1, expected')).toHaveValue('4')

  await author.part('Solutions')
  await author.press('Add an accepted solution')
  await author.writeCode('function thirdConeFree(cones) {\n  return 2 * (cones - Math.floor(cones / 3))\n}\n')
  await author.press(/^Run$/)
  await author.sees('Passes all 10 tests.')
  await author.press('Add a wrong one')
  await page.getByLabel('Named by its mistake').fill('Pays for all')
  await author.writeCode('def third_cone_free(cones):\n    return 2 * cones\n')
  await author.press(/^Run$/)
  await author.sees('As promised: a wrong answer. 7 of 10 tests catch it.')
  await expect(page.getByRole('button', { name: /^pays-for-all/ })).toBeVisible()

  await author.part('Finish')
  await author.isSaved()
  await author.sees('Nothing left to do')
  await author.press('Try it as a player')
  const trial = page.getByRole('dialog', { name: 'As a player sees it' })
  await expect(trial).toContainText('third_cone_free(3) → 4')
  await author.writeCode('def third_cone_free(cones):\n    return 4\n')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(trial).toContainText('One call gives something else')
  await page.keyboard.press('Escape')

  await author.press('Hand it in')
  await author.sees(/^(Waiting for its trial|Its trial is running|Right as far as the trial can see.*)$/)
  await author.part('About')
  await expect(page.getByLabel('Name (English)')).toBeDisabled()
})

test('a puzzle goes as a zip and comes back as another draft', async () => {
  const { page } = author
  const { contributionId } = await organiser.must('contribution:copy', { problemId: 'late-book-fee' as ProblemId })
  await author.go(`/host/puzzles/${contributionId}?part=finish`)
  const arriving = page.waitForEvent('download')
  await author.press('Export as zip')
  const zip = await (await arriving).path()
  await author.follow('Puzzles of your own')
  const choosing = page.waitForEvent('filechooser')
  await author.press('Choose a file')
  await (await choosing).setFiles({ name: 'fee.zip', mimeType: 'application/zip', buffer: await readFile(zip) })
  await author.sees('fee.zip is a draft now.')
  await author.follow('Open the draft')
  await expect(page.getByRole('heading', { name: 'Three days of grace', level: 1 })).toBeVisible()
  await author.part('Solutions')
  await expect(page.getByRole('button', { name: /^third-day-costs/ })).toBeVisible()
})

test('lines of the table are moved, doubled and removed by keyboard, and undone', async () => {
  const { page } = author
  const { contributionId } = await organiser.must('contribution:copy', { problemId: 'late-book-fee' as ProblemId })
  await author.go(`/host/puzzles/${contributionId}?part=tests`)
  const days = (line: number) => author.cell('Hidden tests', `Line ${line}, days`)
  await expect(days(1)).toHaveValue('0')
  await days(2).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(days(1)).toHaveValue('2')
  await expect(days(1)).toBeFocused()
  await page.getByRole('region', { name: 'Hidden tests' }).getByRole('button', { name: 'Line 1: more' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Duplicate' }).focus()
  await page.keyboard.press('Enter')
  await expect(days(2)).toHaveValue('2')
  await page.getByRole('region', { name: 'Hidden tests' }).getByRole('button', { name: 'Line 1: more' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByRole('region', { name: 'Hidden tests' }).getByRole('row')).toHaveCount(11)
  await page.getByRole('heading', { name: 'Tests', level: 2 }).focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ControlOrMeta+z')
  await expect(days(1)).toHaveValue('0')
  await expect(days(2)).toHaveValue('2')

  // What is mended leads to its place, and the star of the part follows.
  await days(3).fill('three')
  await author.isSaved()
  await author.part('Finish')
  await author.press(/^Hidden test 3: /)
  await expect(days(3)).toBeFocused()
  await days(3).fill('3')
  await author.isSaved()
  await author.part('Finish')
  await author.sees('Nothing left to do')
})

for (const [kind, id] of [
  ['first steps', 'honey-stall'],
  ['a program', 'coins-in-two-jars'],
  ['lines to put in order', 'first-and-last-jar'],
] as const) {
  test(`${kind}: filled in and run like a function`, async () => {
    const { contributionId } = await organiser.must('contribution:copy', { problemId: id as ProblemId })
    await author.go(`/host/puzzles/${contributionId}?part=tests`)
    const answer = author.page.getByRole('region', { name: 'Hidden tests' }).getByLabel(/^Line 2, (expected|output)$/)
    const right = await answer.inputValue()
    await answer.fill('')
    await author.press('Fill in what is expected')
    await author.sees('1 answer filled in.')
    await expect(answer).toHaveValue(right)
    await author.part('Solutions')
    await author.press('Run all')
    await author.sees(/^All \d+ do as they promise\.$/)
  })
}

test('a puzzle of the bank is where another starts', async () => {
  const { page } = author
  await author.create('Evening', 'An evening', 'Beginners')
  await author.follow('Plan')
  await author.press(/^(Choose|Change) puzzles/)
  await author.press(/^Look at/)
  await author.press('Write a puzzle of your own that starts from this one')
  await expect(page.getByRole('heading', { name: 'About', level: 2 })).toBeVisible()
  await expect(page.getByLabel('Name (English)')).not.toHaveValue('')
})

test('each part reads well on a phone, in light and dark', async () => {
  const { page } = author
  await page.setViewportSize(PHONE)
  await author.go('/host/puzzles/new')
  await author.sees('A new puzzle')
  await isAccessible(author, 'a new puzzle')
  const { contributionId } = await organiser.must('contribution:copy', { problemId: 'first-and-last-jar' as ProblemId })
  await author.go(`/host/puzzles/${contributionId}`)
  for (const part of ['About', 'Statement', 'Signature', 'Tests', 'Solutions', 'Finish']) {
    await author.part(part)
    if (part === 'Solutions') await author.press(/^used-before-it-is-there/)
    await isAccessible(author, `writing, ${part}`)
  }
  await author.press('Try it as a player')
  await expect(page.getByRole('dialog')).toContainText('The first and the last jar')
  await isAccessible(author, 'as a player')
})
