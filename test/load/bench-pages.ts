import type { Page } from '@playwright/test'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

export type PagesFigures = {
  ok: boolean
  /** Script that the first page loads, as it travels. */
  firstPageScriptKb: number
  firstPageScriptLimitKb: number
  /** From the key press to the words of the verdict in the page, level 1, server idle and warm. */
  tryMs: { median: number; worst: number }
  submitMs: { median: number; worst: number }
  verdictLimitMs: number
}

const SCRIPT_LIMIT_KB = 120
const VERDICT_LIMIT_MS = 150
const ROUNDS = 20

/** Presses the keys in the page and answers with the milliseconds until the words stand there, by the page's own clock. */
const timed = (page: Page, shift: boolean, words: string): Promise<number> =>
  page.evaluate(
    ([withShift, text]) =>
      new Promise<number>((resolve) => {
        const region = document.querySelector('[aria-label="Result"]')!
        const before = region.textContent
        const startedAt = performance.now()
        new MutationObserver((_, observer) => {
          if (region.textContent === before || !region.textContent?.includes(text)) return
          observer.disconnect()
          resolve(performance.now() - startedAt)
        }).observe(region, { childList: true, subtree: true, characterData: true })
        document.querySelector('.cm-content')!.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            code: 'Enter',
            ctrlKey: true,
            shiftKey: withShift,
            bubbles: true,
          }),
        )
      }),
    [shift, words] as const,
  )

/** Loads the first page, then tries and submits level 1 puzzles in a real browser against a real server. */
export async function benchPages(): Promise<PagesFigures> {
  const club = await openClub()
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext()).newPage()
    let scriptBytes = 0
    page.on('response', async (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname))
        scriptBytes += Number((await response.allHeaders())['content-length'] ?? 0)
    })
    await page.goto(`http://${PLAIN_HOST}:${club.port}/`, { waitUntil: 'networkidle' })
    const firstPageScriptKb = Math.round(scriptBytes / 102.4) / 10

    const host = await club.host()
    const ids = functionPuzzles.slice(0, 1).map(({ id }) => id)
    const rounds = [{ name: 'Bench', limitMinutes: 20, problemIds: ids }]
    const { tournamentId, code } = await host.must('tournament:create', { name: 'Bench', rounds, approveNames: false })
    await host.watch({ tournamentId, as: 'host' })
    await page.goto(`http://${PLAIN_HOST}:${club.port}/t/${code}`)
    await page.getByLabel('Your name for this evening').fill('Ada')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('You are in, Ada').waitFor()
    await host.must('round:start', { roundId: host.host!.rounds[0]!.id })
    const editor = page.getByRole('textbox', { name: /^Your code in/ })
    await editor.click()
    const [tries, submits]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      await page.keyboard.press('ControlOrMeta+a')
      // Another comment each time, so that nothing can be answered from memory.
      await page.keyboard.insertText(`${acceptedIn(ids[0]!, 'python')}# ${round}\n`)
      tries.push(await timed(page, false, 'examples fit'))
      submits.push(await timed(page, true, 'olved'))
    }
    const figures = { tryMs: summary(tries), submitMs: summary(submits) }
    const ok =
      firstPageScriptKb <= SCRIPT_LIMIT_KB &&
      figures.tryMs.median <= VERDICT_LIMIT_MS &&
      figures.submitMs.median <= VERDICT_LIMIT_MS
    return {
      ok,
      firstPageScriptKb,
      firstPageScriptLimitKb: SCRIPT_LIMIT_KB,
      ...figures,
      verdictLimitMs: VERDICT_LIMIT_MS,
    }
  } finally {
    await browser.close()
    await club.close()
  }
}

function summary(values: number[]): { median: number; worst: number } {
  // The first one warms up.
  const sorted = values.slice(1).toSorted((a, b) => a - b)
  return { median: Math.round(sorted[sorted.length >> 1] ?? 0), worst: Math.round(sorted.at(-1) ?? 0) }
}

/** The figures for people. */
export const describePages = (figures: PagesFigures): string =>
  [
    `first page: ${figures.firstPageScriptKb} KB of compressed script (limit ${figures.firstPageScriptLimitKb})`,
    `verdict in the browser, level 1: Try median ${figures.tryMs.median} ms (worst ${figures.tryMs.worst}), Submit median ${figures.submitMs.median} ms (worst ${figures.submitMs.worst}); limit ${figures.verdictLimitMs}`,
  ].join('\n')
