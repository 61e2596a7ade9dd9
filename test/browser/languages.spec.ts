import { expect, test, type Browser } from '@playwright/test'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub, type Club } from '../support/club.ts'
import { puzzles } from '../support/puzzles.ts'
import { Host, pictureFailure, Player, Visitor } from './people.ts'

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

/** The first words of a statement as the page shows them: up to the first mark-up. */
const beginning = (statement: string): string => statement.split(/[`*\n[]/)[0]!.trim()

test('somebody switches to Spanish in the middle of a puzzle, and the wall speaks Spanish by its address', async () => {
  const host = await Host.arrive(browser, origin)
  const ada = await Player.arrive(browser, origin, { width: 360, height: 740 })
  const wall = await Visitor.arrive(browser, origin, { width: 1280, height: 720 })
  await host.claim((await club.app.identity.firstHostToken())!)
  const code = await host.create('An evening', 'One round', 'First days of coding')

  await test.step('the wall has the language of its address, and switches', async () => {
    await wall.go(`/t/${code}/wall?lang=es`)
    await wall.sees('Enciende la primera estrella del cielo.')
    await expect(wall.page.locator('html')).toHaveAttribute('lang', 'es')
    await wall.press('English')
    await wall.sees('Be the first star in the sky.')
    await wall.page.reload()
    await wall.sees('Be the first star in the sky.')
    await wall.press('Español')
  })

  await ada.joinAs('Ada', code)
  await host.letNamesStand()
  await host.startRound()
  await expect(ada.editor).toBeVisible()
  const open = await ada.page.getByRole('heading', { level: 1 }).innerText()
  const { statement } = puzzles.find(({ name }) => name === open)!
  await ada.sees(beginning(statement['en']!))

  await test.step('a switch asks for the puzzles again; code, outcome and focus stay', async () => {
    await ada.write('# half a thought')
    await ada.press('Try')
    await ada.sees(/The judge looks for/)
    await ada.press('Español')
    await ada.sees(beginning(statement['es']!))
    await expect(ada.page.locator('html')).toHaveAttribute('lang', 'es')
    await expect(ada.page.getByRole('button', { name: 'English' })).toBeFocused()
    await expect(ada.page.getByRole('textbox', { name: 'Tu código en Python' })).toContainText('half a thought')
    await ada.sees(/El juez busca/)
    expect(await ada.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
  await test.step('a hint comes in the language of now', async () => {
    await ada.press(/^Pista 1/)
    const { hints } = puzzles.find(({ name }) => name === open)!
    await ada.sees(beginning(hints['es']![0]!))
  })
  await test.step('the device remembers it', async () => {
    await ada.page.reload()
    await ada.sees(beginning(statement['es']!))
    await expect(ada.page.getByRole('textbox', { name: 'Tu código en Python' })).toContainText('half a thought')
  })
  await wall.sees(/^Ronda 1 de 1$/)
  expect([host, ada, wall].flatMap((visitor) => visitor.faults)).toEqual([])
})

test('a browser that wants Spanish gets it at once; the keyboard alone switches', async () => {
  const context = await browser.newContext({ locale: 'es-MX' })
  const page = await context.newPage()
  await page.goto(origin)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Supera tu mejor marca.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  const toEnglish = page.getByRole('button', { name: 'English' })
  for (let steps = 0; steps < 20 && !(await toEnglish.evaluate((one) => one.matches(':focus'))); steps++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Race your own best.')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Race your own best.')
  await context.close()
})
