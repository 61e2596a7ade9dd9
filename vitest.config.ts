import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // Workers of the judge run isolates: Node needs this flag wherever they are loaded.
    pool: 'forks',
    // A process keeps what it has loaded from file to file: the whole server takes two seconds each time. What a file
    // changes outside itself (a clock, a language) it puts back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // All cores: much of a test's time is waiting for a server, a judge or a disk.
    maxWorkers: '100%',
    execArgv: ['--no-node-snapshot'],
    // Far more than any of them takes: a busy machine is no fault.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
