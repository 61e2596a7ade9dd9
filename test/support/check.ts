import { spawnSync } from 'node:child_process'

/** Types, lint and formatting: what `npm run check` looks at, and the tests count. */
const CHECKS: { name: string; command: string; args: string[] }[] = [
  { name: 'types of the server and the tests', command: 'tsc', args: ['--noEmit', '-p', '.'] },
  // What runs inside a page knows the page's names; the server must not.
  { name: 'types of the browser tests', command: 'tsc', args: ['--noEmit', '-p', 'test/browser'] },
  {
    name: 'types of the client',
    command: 'svelte-check',
    args: ['--tsconfig', 'client/tsconfig.json', '--fail-on-warnings'],
  },
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
  { name: 'formatting', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
]

/** Runs every check, says what it finds, and answers with how many passed and failed. */
export function runChecks(): { passed: number; failed: number } {
  const failed = CHECKS.filter(({ name, command, args }) => {
    console.log(`check: ${name}`)
    return spawnSync(command, args, { stdio: 'inherit' }).status !== 0
  })
  for (const { name } of failed) console.log(`check failed: ${name}`)
  return { passed: CHECKS.length - failed.length, failed: failed.length }
}

if (import.meta.main) process.exit(runChecks().failed > 0 ? 1 : 0)
