import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Visitor, type Host } from './people.ts'

/** A series from its first evening on: made while a tournament is, with a season, and with what everybody sees. */
test.describe.configure({ mode: 'serial' })
const house = openHouse()
let host: Host
test.beforeAll(async () => {
  host = await house.firstHost(PHONE)
})

test('a series is made with its first tournament, taken out of, put back and given a season', async () => {
  const { page } = host
  await page.getByLabel('Name of the tournament').fill('First Thursday')
  await page.getByLabel('Series').selectOption('New series …')
  await page.getByRole('dialog', { name: 'New series' }).getByLabel('Name of the series').fill('Thursday club')
  await host.press('Make the series')
  await expect(page.getByLabel('Series').locator('option:checked')).toHaveText('Thursday club')
  await page.getByRole('radio', { name: /^One round/ }).check()
  await host.press('Create')
  await expect(page.getByRole('heading', { name: 'First Thursday' })).toBeVisible()

  await page.getByLabel('Series').selectOption('None')
  await host.sees('First Thursday is out of Thursday club.')
  await host.press('Undo')
  await expect(page.getByLabel('Series').locator('option:checked')).toHaveText('Thursday club')

  await host.go('/host')
  await page.getByRole('navigation', { name: 'Which series' }).getByRole('link', { name: 'In no series' }).click()
  await expect(page.getByRole('link', { name: 'First Thursday' })).toBeHidden()
  await page.getByRole('navigation', { name: 'Which series' }).getByRole('link', { name: 'Thursday club' }).click()
  await expect(page.getByRole('link', { name: 'First Thursday' })).toBeVisible()
  await host.follow('Seasons of Thursday club')

  await host.press('New season')
  const form = page.getByRole('dialog', { name: 'New season' })
  await form.getByLabel('Name of the season').fill('Autumn')
  await form.getByLabel('First day').fill('2026-12-20')
  await form.getByLabel('Last day, included').fill('2026-09-01')
  await host.press('Make the season')
  await expect(form).toContainText('A season ends on the day it begins or later')
  await form.getByLabel('First day').fill('2026-09-01')
  await form.getByLabel('Last day, included').fill('2026-12-20')
  await host.press('Make the season')
  await host.sees(/September 1.*December 20, 2026/)
  await host.sees('Nobody has gained over four rounds of this season yet.')
  await isAccessible(host, 'a series, for hosts')
})

test('everybody reads the series, on a page of its own', async () => {
  const { page } = host
  const anybody = await house.arrive(Visitor, PHONE)
  await anybody.go((await page.getByRole('link', { name: 'Public page' }).getAttribute('href'))!)
  await expect(anybody.page.getByRole('heading', { name: 'Thursday club', level: 1 })).toBeVisible()
  await anybody.sees('The first evening’s awards will stand here.')
  await isAccessible(anybody, 'a series')
  await anybody.go('/s/series-nowhere')
  await anybody.sees('This series is not here')
})
