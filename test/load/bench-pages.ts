import type { Page } from '@playwright/test'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub } from '../support/club.ts'
import { measureInteractions, type Interactions } from './page-interactions.ts'
import { scorePages, type PageScores } from './page-scores.ts'
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
  interactions: Interactions
  interactionLimitMs: number
  lighthouse: PageScores[]
  scoreLimit: number
}

const SCRIPT_LIMIT_KB = 120
const VERDICT_LIMIT_MS = 150
const ROUNDS = 20
const PLAYERS = 200
const INTERACTION_LIMIT_MS = 100
const LIGHTHOUSE_RUNS = 5
const SCORE_LIMIT = 95

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

/** What the pages weigh, how soon they answer, and what Lighthouse says of them: a real browser, real servers. */
export async function benchPages(): Promise<PagesFigures> {
  const first = await measureFirstPageAndVerdicts()
  const interactions = await measureInteractions(PLAYERS)
  const lighthouse = await scorePages(LIGHTHOUSE_RUNS)
  const ok =
    first.firstPageScriptKb <= SCRIPT_LIMIT_KB &&
    first.tryMs.median <= VERDICT_LIMIT_MS &&
    first.submitMs.median <= VERDICT_LIMIT_MS &&
    interactions.p98Ms <= INTERACTION_LIMIT_MS &&
    lighthouse.every(({ scores }) => Object.values(scores).every((score) => score >= SCORE_LIMIT))
  const limits = {
    firstPageScriptLimitKb: SCRIPT_LIMIT_KB,
    verdictLimitMs: VERDICT_LIMIT_MS,
    interactionLimitMs: INTERACTION_LIMIT_MS,
    scoreLimit: SCORE_LIMIT,
  }
  return { ok, ...first, interactions, lighthouse, ...limits }
}

/** Loads the first page, then tries and submits level 1 puzzles. */
async function measureFirstPageAndVerdicts(): Promise<Pick<PagesFigures, 'firstPageScriptKb' | 'tryMs' | 'submitMs'>> {
  const club = await openClub()
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext()).newPage()
    const scripts: Promise<{ responseBodySize: number }>[] = []
    page.on('requestfinished', (request) => {
      if (/\.js$/.test(new URL(request.url()).pathname)) scripts.push(request.sizes())
    })
    await page.goto(`http://${PLAIN_HOST}:${club.port}/`, { waitUntil: 'networkidle' })
    const scriptBytes = (await Promise.all(scripts)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
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
    return { firstPageScriptKb, tryMs: summary(tries), submitMs: summary(submits) }
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
    `from a key or a click to the next picture, ${figures.interactions.players} others playing, ${figures.interactions.count} of them: median ${figures.interactions.medianMs} ms, 98 % ${figures.interactions.p98Ms} ms, worst ${figures.interactions.worstMs}; limit ${figures.interactionLimitMs}`,
    `Lighthouse, medians of ${LIGHTHOUSE_RUNS}, at least ${figures.scoreLimit}:`,
    ...figures.lighthouse.map(
      ({ page, form, scores, missed }) =>
        `  ${page}, ${form}: ${Object.entries(scores)
          .map(([category, score]) => `${category} ${score}`)
          .join(', ')}${missed.length > 0 ? ` (${missed.join(', ')})` : ''}`,
    ),
  ].join('\n')
