import { expect, test, type Page } from '@playwright/test'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { openHouse } from './house.ts'
import { Player, Visitor } from './people.ts'

/** A page that stays open for a round of two hours holds no more at its end than at its beginning. */
const TURN_MS = 2 * 60_000
const TURNS = 60
const WARM_UP_TURNS = 9
/** What is on the page stays as it was; the heap may hold what was written and judged meanwhile, and code made faster. */
const MOST_GROWTH = { nodes: 1.05, listeners: 1.05, heapKb: 1.25 }

const house = openHouse()

type Held = { heapKb: number; nodes: number; listeners: number }

/** What the page holds once everything that nobody needs is gone. */
async function held(page: Page): Promise<Held> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.enable')
  // Twice: what the first round frees may have held something else.
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { heapKb: Math.round(of('JSHeapUsedSize') / 1024), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/**
 * Puts code in place of what is there. Typed code would leave its lines in the browser's own undo list, which keeps a
 * thousand steps and which no page can empty; the editor takes in what is pasted by itself.
 */
async function paste(player: Player, source: string): Promise<void> {
  await player.editor.click()
  await player.page.keyboard.press('ControlOrMeta+a')
  await player.editor.evaluate((editor, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, source)
}

test('two hours of a round leave nothing behind in the pages', async () => {
  test.setTimeout(300_000)
  const ids = functionPuzzles.slice(0, 4).map(({ id }) => id)
  const host = await house.club.host()
  const rounds = [{ name: 'Long', limitMinutes: 150, problemIds: ids }]
  const { tournamentId, roundId, code } = await host.prepare([], { rounds })
  const other = await house.club.player('Grace', code)
  const ada = await house.arrive(Player)
  await ada.joinAs('Ada', code)
  const wall = await house.arrive(Visitor)
  await wall.go(`/t/${code}/wall`)
  await host.must('round:start', { roundId })
  await ada.editor.waitFor()

  /** Two minutes: code is written, tried and sent, a puzzle turned, something happens on the wall. */
  async function turn(index: number): Promise<void> {
    house.club.clock.jump(TURN_MS)
    const { id } = await ada.puzzle()
    await paste(ada, `${acceptedIn(id, 'python')}# turn ${index}\n`)
    await ada.try()
    await ada.sees('examples fit')
    if (index % 3 === 0) {
      await ada.submit()
      await ada.sees('olved')
    }
    const text = `Turn ${index}`
    await host.must('tournament:announce', { tournamentId, text })
    await wall.sees(text)
    const theirs = ids[index % ids.length]!
    await other.submit(theirs, `${acceptedIn(theirs, 'python')}# ${index}\n`)
    const path = ada.page.getByRole('navigation', { name: /^Your path/ })
    await path
      .getByRole('button')
      .nth((index + 1) % ids.length)
      .click()
  }

  for (let index = 0; index < WARM_UP_TURNS; index++) await turn(index)
  const before = { player: await held(ada.page), wall: await held(wall.page) }
  for (let index = WARM_UP_TURNS; index < TURNS; index++) await turn(index)
  const after = { player: await held(ada.page), wall: await held(wall.page) }
  console.log('held before and after', JSON.stringify({ before, after }))
  for (const who of ['player', 'wall'] as const)
    for (const what of ['nodes', 'listeners', 'heapKb'] as const)
      expect(after[who][what] / before[who][what], `${who}: ${what}`).toBeLessThan(MOST_GROWTH[what])
})
