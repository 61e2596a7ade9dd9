import { createPlayerBot } from '../../server/cli/bots/player-bot.ts'
import { seeded } from '../../server/cli/bots/random.ts'
import { createClient } from '../../server/cli/bots/client.ts'
import { startOwnServer } from '../../server/cli/bots/own-server.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

export type Interactions = {
  players: number
  /** Of how many key presses and clicks. */
  count: number
  medianMs: number
  /** As the web's own measure has it: the slowest but one in fifty. */
  p98Ms: number
  worstMs: number
}

const SECONDS = 40

/**
 * How long it takes from a key or a click to the next picture of the round's page, while `players` others play the same
 * round on the same machine: the browser's own event timing, from 16 ms on; shorter ones count as 16.
 */
export async function measureInteractions(players: number): Promise<Interactions> {
  const server = await startOwnServer({ env: { RATE_LIMIT_SCALE: '100' } })
  const browser = await openBrowser()
  const host = createClient(server.url)
  const ids = functionPuzzles.slice(0, 6).map(({ id }) => id)
  const problems = new Map(functionPuzzles.slice(0, 6).map((problem) => [problem.id, problem] as const))
  const bots: ReturnType<typeof createPlayerBot>[] = []
  try {
    await host.post('/api/host/claim', { token: server.token, name: 'bench', password: 'a long enough password' })
    await host.connect()
    const rounds = [{ name: 'Bench', limitMinutes: 30, problemIds: ids as ProblemId[] }]
    const plan = { name: 'Bench', rounds, approveNames: false }
    const { tournamentId, code } = await host.must('tournament:create', plan)
    const { board } = await host.must('tournament:watch', { tournamentId, as: 'host' })
    for (let index = 0; index < players; index++) {
      const random = seeded(index + 1)
      bots.push(createPlayerBot({ url: server.url, code, name: `Bot ${index + 1}`, skill: 0.6, random, problems }))
    }
    for (const bot of bots) await bot.join()

    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.goto(`http://${PLAIN_HOST}:${new URL(server.url).port}/t/${code}`)
    await page.getByLabel('Your name for this evening').fill('Ada')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('You are in, Ada').waitFor()
    const roundId = board.round!.id
    await host.must('round:start', { roundId })
    const editor = page.getByRole('textbox', { name: /^Your code in/ })
    await editor.waitFor()
    await page.evaluate(() => {
      const seen: Record<number, number> = {}
      Object.assign(window, { seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as PerformanceEventTiming[])
          if (entry.interactionId) seen[entry.interactionId] = Math.max(seen[entry.interactionId] ?? 0, entry.duration)
      }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
    })

    const until = performance.now() + SECONDS * 1000
    const playing = Promise.all(bots.map((bot) => bot.play(roundId, until)))
    let count = 0
    for (let turn = 0; performance.now() < until; turn++) {
      const name = await page.getByRole('heading', { level: 1 }).first().innerText()
      const { id } = functionPuzzles.find((puzzle) => puzzle.name === name)!
      await editor.click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Delete')
      for (const key of 'for star in sky:') await page.keyboard.press(key === ' ' ? 'Space' : key)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(acceptedIn(id, 'python'))
      await page.keyboard.press('ControlOrMeta+Enter')
      await page.getByText('examples fit').filter({ visible: true }).first().waitFor()
      const next = page.getByRole('button', { name: 'Next puzzle' })
      if (turn % 2 === 1 && (await next.isVisible())) await next.click()
      count += 23
    }
    await playing
    const seen = Object.values(await page.evaluate(() => (window as unknown as { seen: Record<number, number> }).seen))
    const sorted = [...seen, ...Array<number>(Math.max(0, count - seen.length)).fill(16)].toSorted((a, b) => a - b)
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return { players, count: sorted.length, medianMs: at(0.5), p98Ms: at(0.98), worstMs: sorted.at(-1) ?? 0 }
  } finally {
    for (const bot of bots) bot.close()
    host.close()
    await browser.close()
    await server.stop()
  }
}
