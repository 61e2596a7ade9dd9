import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANGUAGES } from '../server/protocol/judgement.ts'
import { ownProcessorTime } from './load/processor-time.ts'
import { CHECKS } from './support/check.ts'
import { runTogether, type Job } from './support/jobs.ts'
import { JUDGE_CACHE } from './support/judge-cache.ts'

/**
 * Everything: checks, unit and integration tests, browser tests. Says where the time went, and ends with
 * `N passed, N failed` alone on a line.
 */
type Tally = { passed: number; failed: number }

const scratch = mkdtempSync(join(tmpdir(), 'outdo-test-'))
/** Of the dozens of processes that tests start, each reads what the first one has compiled. */
const COMPILED_ONCE = { NODE_COMPILE_CACHE: join(scratch, 'compiled') }

/** A report that is not there means that the runner itself broke: that counts as a failure. */
function tally(report: string, read: (report: unknown) => Tally, went: boolean): Tally {
  try {
    const counted = read(JSON.parse(readFileSync(report, 'utf8')))
    return went || counted.failed > 0 ? counted : { ...counted, failed: counted.failed + 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...COMPILED_ONCE, ...env } }).status === 0
}

/** What tests need, made once beside the checks: the pages, and the judge's image of Python. */
const PREPARATIONS: Job[] = [
  { name: 'the pages', command: 'node', args: ['client/build.ts', '--if-stale'] },
  {
    name: 'the judge’s image',
    command: 'node',
    args: ['--no-node-snapshot', 'server/judge/prepare.ts', JUDGE_CACHE, ...LANGUAGES],
  },
]

function checks(): Promise<Tally> {
  mkdirSync(JUDGE_CACHE, { recursive: true })
  return runTogether([...CHECKS, ...PREPARATIONS])
}

function vitest(): Tally {
  const report = join(scratch, 'vitest.json')
  const went = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return tally(
    report,
    (counts) => {
      const { numPassedTests, numFailedTests } = counts as { numPassedTests: number; numFailedTests: number }
      return { passed: numPassedTests, failed: numFailedTests }
    },
    went,
  )
}

function playwright(): Tally {
  const report = join(scratch, 'playwright.json')
  const went = run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  return tally(
    report,
    (counts) => {
      const { stats } = counts as { stats: { expected: number; unexpected: number; flaky: number } }
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
    },
    went,
  )
}

const total: Tally = { passed: 0, failed: 0 }
const times: string[] = []
/** Runs a part, adds what it counted, and notes how long it took by the clock and by the processors. */
async function count(name: string, part: () => Tally | Promise<Tally>): Promise<void> {
  const [begun, { childrenMs: before }] = [performance.now(), ownProcessorTime()]
  const { passed, failed } = await part()
  total.passed += passed
  total.failed += failed
  const seconds = [performance.now() - begun, ownProcessorTime().childrenMs - before]
  const [clock, processors] = seconds.map((ms) => `${Math.round(ms / 1000)} s`.padStart(6))
  times.push(`${name.padEnd(28)}${clock} by the clock, ${processors} of processors`)
}

await count('checks and preparations', checks)
await count('unit and integration tests', vitest)
await count('browser tests', playwright)
rmSync(scratch, { recursive: true, force: true })
console.log(['', ...times, ''].join('\n'))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)
