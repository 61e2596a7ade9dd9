import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { openClub } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { DESK, openHouse } from './house.ts'
import { Player, Visitor } from './people.ts'

/** Where browsers allow it (here: localhost), the page opens without a network and loses nothing. */
const puzzle = functionPuzzles[0]!
const house = openHouse()

test('a laptop that is closed and opened without a network goes on in the round', async () => {
  const organiser = await house.club.host()
  const { code, roundId } = await organiser.prepare([[puzzle.id]], { approveNames: true })
  const ada = await house.arrive(Player, DESK, house.localOrigin)
  await ada.joinAs('Ada', code)
  await organiser.must('round:start', { roundId })
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
    expect(await house.club.app.store.submissionOutlines(roundId)).toEqual([])
  })

  await test.step('and goes out when the network is back', async () => {
    await ada.context.setOffline(false)
    await ada.sees('Solved. A star is lit.')
    const sent = await house.club.app.store.submissionOutlines(roundId)
    expect(sent.map(({ verdict }) => verdict)).toEqual(['AC'])
  })
})

test('over plain http in a network nothing is installed, and what the server decides is never kept', async () => {
  const host = await house.arrive(Visitor, DESK, house.localOrigin)
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

  const plain = await house.arrive(Visitor)
  await plain.go('/')
  expect(await plain.page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
})

/** A reverse proxy, and what one says when it finds nobody behind itself. */
async function openProxy(behind: number) {
  const open = new Set<Socket>()
  let away = false
  const proxy = createServer((from) => {
    if (away) {
      const page = '<h1>502 Bad Gateway</h1>'
      const head = ['HTTP/1.1 502 Bad Gateway', 'Content-Type: text/html', `Content-Length: ${page.length}`]
      from.on('error', () => undefined)
      from.once('data', () => from.end(`${head.join('\r\n')}\r\nConnection: close\r\n\r\n${page}`))
      return
    }
    const to = connect(behind, '127.0.0.1')
    for (const [one, other] of [[from, to] as const, [to, from] as const]) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy()).on('close', () => open.delete(one))
    }
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => proxy.once('listening', listening))
  const dropAll = () => open.forEach((one) => one.destroy())
  return {
    port: (proxy.address() as AddressInfo).port,
    serverIsAway(isAway: boolean) {
      away = isAway
      dropAll()
    },
    close() {
      dropAll()
      proxy.close()
    },
  }
}

const readyIn = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

test('a page loaded while the server starts behind its proxy is the app, not the proxy’s error', async () => {
  const proxy = await openProxy(house.club.port)
  const visitor = await house.arrive(Visitor, DESK, `http://localhost:${proxy.port}`)
  await visitor.go('/')
  await readyIn(visitor.page)
  await visitor.page.reload()
  proxy.serverIsAway(true)
  await visitor.page.reload()
  await visitor.sees('Race your own best.')
  proxy.serverIsAway(false)
  await visitor.page.close()
  proxy.close()
})

test('a newer release waits while a round is under way in any page, then takes over and loads what nobody looks at', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outdo-release-'))
  await cp(join(import.meta.dirname, '../../dist/client'), folder, { recursive: true })
  const updated = await openClub({ app: { clientFolder: folder } })
  const organiser = await updated.host()
  const { code, roundId } = await organiser.prepare([[puzzle.id]], { approveNames: true })
  const ada = await house.arrive(Player, DESK, `http://localhost:${updated.port}`)
  await ada.joinAs('Ada', code)
  await readyIn(ada.page)
  await ada.page.reload()
  await organiser.must('round:start', { roundId })
  await ada.write('# the beginning of something\n')
  await expect(ada.page.getByText('Saved', { exact: true }).first()).toBeVisible()
  const caches = (page: Page) => page.evaluate(() => window.caches.keys())
  const before = await caches(ada.page)
  /** What the page does when somebody turns to it, or away from it. */
  const turn = (page: Page, state: 'visible' | 'hidden') =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: now })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)

  const release = async (name: string, edit: (text: string) => string) =>
    writeFile(join(folder, name), edit(await readFile(join(folder, name), 'utf8')))
  await release('sw.js', (text) => text.replace(/VERSION = "\w+"/, 'VERSION = "newer"'))
  await release('index.html', (text) => text.replace('<head>', '<head><meta name="release" content="newer">'))
  const marked = (page: Page) => page.locator('meta[name=release]')

  await test.step('a second page of the same browser does not take it over from under the round', async () => {
    const second = await ada.context.newPage()
    await second.goto(`http://localhost:${updated.port}/me`)
    await expect(marked(second)).toBeAttached()
    const waits = () => navigator.serviceWorker.getRegistration().then((found) => Boolean(found?.waiting))
    await second.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.update()))
    await expect.poll(() => second.evaluate(waits)).toBe(true)
    for (const state of ['hidden', 'visible', 'hidden', 'visible'] as const) await turn(second, state)
    await second.reload()
    await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await second.evaluate(waits)).toBe(true)
    expect(await caches(second)).toEqual(expect.arrayContaining(before))
    await second.close()
    await turn(ada.page, 'hidden')
    await turn(ada.page, 'visible')
    await expect(ada.editor).toContainText('the beginning of something')
    await expect(marked(ada.page)).toHaveCount(0)
  })

  await test.step('after the round it takes over, and the page is loaded anew once nobody looks at it', async () => {
    await organiser.must('round:stop', { roundId })
    await ada.sees('Time is up')
    await turn(ada.page, 'visible')
    await expect.poll(() => caches(ada.page)).toEqual(['outdo-newer'])
    await expect(marked(ada.page)).toHaveCount(0)
    await turn(ada.page, 'hidden')
    await expect(marked(ada.page)).toBeAttached()
    await ada.sees('Time is up')
  })

  await test.step('one that is there when the page is loaded takes over at once', async () => {
    await release('sw.js', (text) => text.replace('"newer"', '"newest"'))
    await ada.page.reload()
    await expect.poll(() => caches(ada.page)).toEqual(['outdo-newest'])
  })
  await updated.close()
  await rm(folder, { recursive: true })
})
