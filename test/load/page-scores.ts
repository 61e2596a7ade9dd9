import chromium from '@sparticuz/chromium'
import { chromium as playwright } from '@playwright/test'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../server/cli/bots/own-server.ts'
import { separateProcesses } from '../support/browser.ts'
import { openClub } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

/** Lighthouse's scores, 0 to 100: medians over the runs. */
export type Scores = { performance: number; accessibility: number; 'best-practices': number }
export type PageScores = { page: string; form: Form; scores: Scores; missed: string[] }
export type Form = 'mobile' | 'desktop'

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const LIGHTHOUSE = join(import.meta.dirname, 'lighthouse')
/** Lighthouse's own figures for a desk: its settings for a phone are the default. */
const DESKTOP = {
  formFactor: 'desktop',
  screenEmulation: { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false },
  throttling: { rttMs: 40, throughputKbps: 10_240, cpuSlowdownMultiplier: 1 },
} as const

/** What of Lighthouse is used here: its types are not installed with the product. */
type Lighthouse = (
  url: string,
  flags: { port: number; disableStorageReset: boolean; logLevel: 'silent' },
  config: { extends: 'lighthouse:default'; settings: Record<string, unknown> },
) => Promise<{ lhr: Lhr } | undefined>
type Trace = { getDefaultTraceCategories: () => string[] }
type Lhr = {
  runtimeError?: { message: string }
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string }>
}

/**
 * Home, Round (signed in) and Projector under Lighthouse, each `runs` times on a phone and on a desk as Lighthouse
 * emulates them, in the Chromium of the tests. Over localhost, as Lighthouse takes plain http elsewhere for a fault.
 */
export async function scorePages(runs: number): Promise<PageScores[]> {
  const lighthouse = await loadLighthouse()
  const club = await openClub()
  const profile = await mkdtemp(join(tmpdir(), 'outdo-lighthouse-'))
  const port = await freePort()
  const browser = await startBrowser(profile, port)
  try {
    const origin = `http://localhost:${club.port}`
    const host = await club.host()
    const { tournamentId, code } = await host.must('tournament:create', {
      name: 'Thursday evening',
      rounds: [{ name: 'First round', limitMinutes: 180, problemIds: functionPuzzles.slice(0, 6).map(({ id }) => id) }],
      approveNames: false,
    })
    await host.watch({ tournamentId, as: 'host' })
    // Lighthouse opens its tabs in the browser's own context: who is to be signed in signs in there, and leaves it alone.
    const visitor = await playwright.connectOverCDP(`http://127.0.0.1:${port}`)
    const page = await visitor.contexts()[0]!.newPage()
    await page.goto(`${origin}/t/${code}`)
    await page.getByLabel('Your name for this evening').fill('Ada')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('You are in, Ada').waitFor()
    await host.must('round:start', { roundId: host.host!.rounds[0]!.id })
    await page.getByRole('textbox', { name: /^Your code in/ }).waitFor()
    await page.close()
    await visitor.close()

    const pages = { Home: '/', Round: `/t/${code}`, Projector: `/t/${code}/wall` }
    const scored: PageScores[] = []
    for (const [name, path] of Object.entries(pages)) {
      for (const form of ['mobile', 'desktop'] as const) {
        const results: Lhr[] = []
        for (let run = 0; run < runs; run++) {
          const flags = { port, disableStorageReset: true, logLevel: 'silent' } as const
          const settings = { onlyCategories: CATEGORIES, ...(form === 'desktop' ? DESKTOP : {}) }
          const result = await lighthouse(origin + path, flags, { extends: 'lighthouse:default', settings })
          if (!result || result.lhr.runtimeError)
            throw new Error(`Lighthouse could not look at ${name}: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
          results.push(result.lhr)
        }
        scored.push({ page: name, form, ...mediansOf(results) })
      }
    }
    return scored
  } finally {
    browser.kill()
    await club.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Resolves once the browser takes connections. */
async function startBrowser(profile: string, port: number): Promise<ChildProcess> {
  const args = [...separateProcesses(chromium.args), '--no-sandbox', `--user-data-dir=${profile}`]
  const child = spawn(await chromium.executablePath(), [...args, `--remote-debugging-port=${port}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}`)))
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.startsWith('DevTools listening')) resolve()
    })
  })
  return child
}

/** Scores, and the audits that cost one of them something in the last run. */
function mediansOf(results: Lhr[]): { scores: Scores; missed: string[] } {
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => {
      const sorted = results.map(({ categories }) => categories[category]?.score ?? 0).toSorted((a, b) => a - b)
      return [category, Math.round((sorted[sorted.length >> 1] ?? 0) * 100)]
    }),
  ) as Scores
  const last = results.at(-1)!
  const weighed = CATEGORIES.flatMap((category) => last.categories[category]?.auditRefs ?? [])
  const missed = weighed
    .filter(({ id, weight }) => weight > 0 && (last.audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${last.audits[id]?.score}`)
  return { scores, missed }
}

async function loadLighthouse(): Promise<Lighthouse> {
  if (!existsSync(join(LIGHTHOUSE, 'node_modules/lighthouse'))) {
    // A quarter as much as all the rest together, and nobody else needs it: installed when it is asked for.
    const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
      cwd: LIGHTHOUSE,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (install.status !== 0) throw new Error('Lighthouse could not be installed: `npm ci` in test/load/lighthouse.')
  }
  const core = join(LIGHTHOUSE, 'node_modules/lighthouse/core')
  const { default: lighthouse } = (await import(join(core, 'index.js'))) as { default: Lighthouse }
  const { default: trace } = (await import(join(core, 'gather/gatherers/trace.js'))) as { default: Trace }
  // The packaged Chromium's pages crash when they are traced for this one; no score depends on it.
  const traced = trace.getDefaultTraceCategories().filter((category) => category !== 'blink.webdx_feature_usage')
  trace.getDefaultTraceCategories = () => traced
  return lighthouse
}
