import { runTogether, type Job } from './jobs.ts'

/** Types, lint and formatting: what `npm run check` looks at, and the tests count. The longest first. */
export const CHECKS: Job[] = [
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
  { name: 'formatting', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'types of the server and the tests', command: 'tsc', args: ['--noEmit', '-p', '.'] },
  {
    name: 'types of the client',
    command: 'svelte-check',
    args: ['--tsconfig', 'client/tsconfig.json', '--fail-on-warnings'],
  },
  // What runs inside a page knows the page's names; the server must not.
  { name: 'types of the browser tests', command: 'tsc', args: ['--noEmit', '-p', 'test/browser'] },
]

if (import.meta.main) process.exit((await runTogether(CHECKS)).failed > 0 ? 1 : 0)
