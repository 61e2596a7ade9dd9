import { expect, test, type Page } from '@playwright/test'
import type { Problem } from '../../server/bank/problem.ts'
import { WARM_UP_ID } from '../../server/bank/warm-up.ts'
import { puzzles } from '../support/puzzles.ts'
import { openHouse, PHONE, PROJECTOR } from './house.ts'
import { Player, Visitor } from './people.ts'

const house = openHouse()

/** What a page says: its text, and the labels and titles that are read aloud or shown on pointing. */
const words = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const told = [...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('title') ?? '',
    ])
    return [document.title, document.body.innerText, ...told].join('\n')
  })
/** The puzzles of the bank that the page calls by their English name. */
const inEnglish = async (page: Page): Promise<string[]> => {
  const text = await words(page)
  const stands = (name: string) => new RegExp(`(?<!\\p{L})${name.replace(/[?.]/g, '\\$&')}(?!\\p{L})`, 'u').test(text)
  return puzzles.map(({ name }) => name).filter(stands)
}
/** The page names all of these in Spanish, and no puzzle at all in English. */
async function namesInSpanish(page: Page, wanted: readonly Problem[]): Promise<void> {
  await expect
    .poll(async () => {
      const text = await words(page)
      return wanted.filter(({ names }) => !text.includes(names['es']!)).map(({ id }) => id)
    })
    .toEqual([])
  expect(await inEnglish(page)).toEqual([])
}

/** The first words of a statement as the page shows them: up to the first mark-up. */
const beginning = (statement: string): string => statement.split(/[`*\n[]/)[0]!.trim()

test('somebody switches to Spanish in the middle of a puzzle, and the wall speaks Spanish by its address', async () => {
  const host = await house.firstHost()
  const ada = await house.arrive(Player, PHONE)
  const wall = await house.arrive(Visitor, PROJECTOR)
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
    await ada.fits()
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

  const { store } = house.club.app
  const [round] = await store.roundsOf((await store.tournaments())[0]!.id)
  const played = puzzles.filter(({ id }) => round!.problemIds.includes(id))
  await test.step('puzzles have their Spanish names on the path and on the wall', async () => {
    await namesInSpanish(ada.page, played)
    await namesInSpanish(wall.page, played)
  })
  await test.step('and for a host, on the monitor, in the plan and in the picker', async () => {
    await host.press('Español')
    await host.follow('En vivo')
    await host.sees(/^Ada$/)
    await namesInSpanish(host.page, played)
    await host.follow('Plan')
    await expect(host.page.getByRole('heading', { name: 'Ronda 1', exact: true })).toBeVisible()
    await namesInSpanish(host.page, played)
    await host.press('Añadir una ronda')
    await host.press('Elegir puzles')
    await namesInSpanish(
      host.page,
      puzzles.filter(({ id }) => id !== WARM_UP_ID),
    )
    await host.press('Hecho')
    await host.press('Quitar la ronda')
    await host.press('English')
  })
  await test.step('and in the result, its sentences and the ceremony', async () => {
    await ada.press('English')
    const solved = await ada.puzzle()
    await ada.solve()
    await ada.press('Español')
    await host.endRound()
    await ada.sees('Ya tienes tu primera marca.')
    await ada.sees(`Tu primer puzle resuelto: ${solved.names['es']}`)
    await namesInSpanish(ada.page, played)
    await host.finish()
    await host.press('Start the final ceremony')
    await host.press('Reveal')
    await namesInSpanish(wall.page, [solved])
  })
})

test('a browser that wants Spanish gets it at once; the keyboard alone switches', async () => {
  const context = await house.browser.newContext({ locale: 'es-MX' })
  const page = await context.newPage()
  await page.goto(house.origin)
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
