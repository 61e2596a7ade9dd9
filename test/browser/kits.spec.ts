import { expect, test } from '@playwright/test'
import { openHouse } from './house.ts'
import type { Host } from './people.ts'

/** A ready evening: begun in two clicks, with the workshop and the checklist at hand. */
// The second begins where the first has left a tournament.
test.describe.configure({ mode: 'serial' })
const house = openHouse()
let host: Host
test.beforeAll(async () => {
  host = await house.firstHost()
})

test('a ready evening is there in two clicks, and helps until the day after', async () => {
  const { page } = host
  await host.press('Or take a ready evening')
  await host.press('Create: A first hour')
  await expect(page.getByRole('heading', { name: 'A first hour', level: 1 })).toBeVisible()
  await host.sees('Recipe for ten')

  await host.press('Workshop: Numbers with names')
  await expect(page.getByRole('dialog', { name: 'Numbers with names' })).toContainText('A question for the room')
  await page.keyboard.press('Escape')

  await host.press('Checklist')
  await page.getByRole('checkbox', { name: /^Find a room/ }).check()
  await page.reload()
  await host.press('Checklist')
  await expect(page.getByRole('checkbox', { name: /^Find a room/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Say when and where/ })).not.toBeChecked()
})

test('a week of four is a tournament of its own, in the language of the page', async () => {
  const { page } = host
  await host.go('/host')
  await host.press('Español')
  await host.press('Torneo nuevo')
  await host.press('O elige un encuentro ya preparado')
  await page.getByRole('radio', { name: 'Principiantes' }).check()
  await host.press('Crear: Cuatro semanas para principiantes, semana 3')
  await expect(page.getByRole('heading', { name: /semana 3$/, level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Taller: Paso a paso' })).toBeVisible()
})
