import { expect, test, type Browser } from '@playwright/test'
import { openBrowser } from '../support/browser.ts'
import { openClub, type Club } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { Host, pictureFailure, Player } from './people.ts'

/** Where browsers allow it (here: localhost), the page opens without a network and loses nothing. */
const puzzle = functionPuzzles[0]!
let club: Club
let browser: Browser
let origin: string
test.beforeAll(async () => {
  club = await openClub()
  browser = await openBrowser()
  origin = `http://localhost:${club.port}`
})
test.afterEach(({}, info) => pictureFailure(info))
test.afterAll(async () => {
  await browser.close()
  await club.close()
})

test('a laptop that is closed and opened without a network goes on in the round', async () => {
  const organiser = await club.host()
  const rounds = [{ name: 'Round 1', limitMinutes: 30, problemIds: [puzzle.id as ProblemId] }]
  const { tournamentId, code } = await organiser.must('tournament:create', { name: 'Library', rounds })
  await organiser.watch({ tournamentId, as: 'host' })
  const ada = await Player.arrive(browser, origin)
  await ada.joinAs('Ada', code)
  await organiser.must('round:start', { roundId: organiser.host!.rounds[0]!.id })
  await ada.write('# the beginning of something\n')
  // The worker keeps its files while people read.
  await ada.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

  await test.step('loaded without a network, the editor has what was typed', async () => {
    await ada.context.setOffline(true)
    await ada.page.reload()
    await expect(ada.page.getByRole('heading', { level: 1, name: puzzle.name })).toBeVisible()
    await expect(ada.editor).toContainText('the beginning of something')
  })

  await test.step('what is submitted now is kept, over another reload, too', async () => {
    await ada.write(acceptedIn(puzzle.id, 'python'))
    await ada.press(/^Submit/)
    await ada.sees('Kept here, sent when the network is back')
    await ada.page.reload()
    await expect(ada.editor).toContainText('def ')
    await ada.sees('1 submission is kept here and sent when the network is back.')
    expect(await club.app.store.submissionOutlines(organiser.host!.rounds[0]!.id)).toEqual([])
  })

  await test.step('and goes out when the network is back', async () => {
    await ada.context.setOffline(false)
    await ada.sees('Solved. A star is lit.')
    const sent = await club.app.store.submissionOutlines(organiser.host!.rounds[0]!.id)
    expect(sent.map(({ verdict }) => verdict)).toEqual(['AC'])
  })
  expect(ada.faults).toEqual([])
})

test('over plain http in a network nothing is installed, and what the server decides is never kept', async () => {
  const host = await Host.arrive(browser, origin)
  await host.go('/')
  await host.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await host.page.reload()
  await host.page.evaluate(() => fetch('/api/session').then((answer) => answer.json()))
  const kept = await host.page.evaluate(async () => {
    const names = await caches.keys()
    const found = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return found.flat()
  })
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.filter((url) => /\/(api|socket\.io|badges)\b/.test(url))).toEqual([])

  const plain = await Host.arrive(browser, `http://outdo.test:${club.port}`)
  await plain.go('/')
  expect(await plain.page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
  expect([host, plain].flatMap((visitor) => visitor.faults)).toEqual([])
})
