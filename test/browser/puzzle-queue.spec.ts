import { expect, test } from '@playwright/test'
import { filesOfDraft } from '../../server/bank/authoring/draft-files.ts'
import { zipPackage } from '../../server/bank/package-zip.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { aPuzzle } from '../support/drafts.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host, Visitor } from './people.ts'

/** A puzzle comes as a zip, is tried, lands, can be picked, and is taken back. */
test.describe.configure({ mode: 'serial' })
const house = openHouse()
let host: Host
test.beforeAll(async () => {
  host = await house.firstHost()
})

const zip = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })
const posts = () => zip('fence-posts.zip', zipPackage('fence-posts' as ProblemId, filesOfDraft(aPuzzle()).files))

test('a zip becomes a draft, is tried, looked at, and lands', async () => {
  const { page } = host
  await host.go('/host')
  await host.follow('Puzzles of your own')
  await host.sees('Nobody has written a puzzle here yet.')
  await page.setInputFiles('input[type=file]', zip('holiday.zip', Buffer.from('no zip')))
  await host.sees('holiday.zip: This file cannot be taken: is no zip file')
  await page.setInputFiles('input[type=file]', posts())
  await host.sees('fence-posts.zip is a draft now.')
  await expect(page.getByRole('region', { name: 'Being written' })).toContainText('Fence posts')

  await host.press('Hand in Fence posts')
  await host.press('Look at it')
  const review = page.getByRole('region', { name: 'To look at' })
  await expect(review).toContainText('Right as far as the trial can see')
  await expect(review.getByText('The tests notice small changes')).toBeVisible()
  await expect(review.getByRole('heading', { name: 'Fence posts', level: 2 })).toBeVisible()
  await review.getByText('11 tests').click()
  await expect(review.getByRole('cell', { name: '63050394783186952' })).toBeVisible()
  await isAccessible(host, 'a puzzle under review')
  await host.press('Land Fence posts in the bank')
  await expect(page.getByRole('region', { name: 'In the bank' })).toContainText('Fence posts')
})

test('it can be picked, and is taken back with a reason', async () => {
  const { page } = host
  await host.create('Garden evening', 'One round', 'Beginners')
  await host.follow('Plan')
  await host.press('Choose puzzles')
  await page.getByLabel('Search puzzles').fill('Fence posts')
  await page.getByRole('checkbox', { name: /Fence posts/ }).check()
  await page.keyboard.press('Escape')

  await host.go('/host/puzzles')
  await host.press('Take Fence posts back out of the bank')
  const dialog = page.getByRole('dialog', { name: 'Take Fence posts back?' })
  await expect(dialog).toContainText('1 round that is still to be played keeps it.')
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await expect(dialog).toContainText('A few words')
  await dialog.getByLabel('Why?').fill('A neighbour wants it at their own evening first.')
  await dialog.getByRole('button', { name: 'Take back' }).click()
  const out = page.getByRole('region', { name: 'Taken back' })
  await expect(out).toContainText('A neighbour wants it')
  await host.press('Undo')
  await expect(page.getByRole('region', { name: 'In the bank' })).toContainText('Fence posts')
})

test('what others do comes by itself, the round that has it says so, and nothing of it is for players', async () => {
  const { page } = host
  const other = await house.arrive(Host, PHONE)
  await other.signIn()
  await other.go('/host/puzzles')
  await other.sees('Fence posts')
  await host.press('Take Fence posts back out of the bank')
  await page.getByLabel('Why?').fill('For now.')
  await host.confirm('Take back')
  await expect(other.page.getByRole('region', { name: 'Taken back' })).toContainText('For now.')
  await isAccessible(other, 'the queue on a phone')
  await host.go('/host')
  await host.follow('Garden evening')
  await host.follow('Plan')
  await host.sees('Taken out of the bank since: Fence posts.')
  const stranger = await house.arrive(Visitor)
  await stranger.go('/host/puzzles')
  await expect(stranger.page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await expect(stranger.page.getByText('Fence posts')).toHaveCount(0)
})
