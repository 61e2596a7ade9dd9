import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './support/check.ts'

/** Everything: checks, unit and integration tests, browser tests. Ends with `N passed, N failed` alone on a line. */
type Tally = { passed: number; failed: number }

const scratch = mkdtempSync(join(tmpdir(), 'outdo-test-'))

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

/** A report that is not there means that the runner itself broke: that counts as a failure. */
function tally(report: string, read: (report: unknown) => Tally, went: boolean): Tally {
  try {
    const counted = read(JSON.parse(readFileSync(report, 'utf8')))
    return went || counted.failed > 0 ? counted : { ...counted, failed: counted.failed + 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function build(): Tally {
  const went = run('node', ['client/build.ts', '--if-stale'])
  return { passed: Number(went), failed: Number(!went) }
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

const parts = [runChecks, build, vitest, playwright]
const total = parts
  .map((part) => part())
  .reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }))
rmSync(scratch, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)
