import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // Workers of the judge run isolates: Node needs this flag wherever they are loaded.
    pool: 'forks',
    // All cores: much of a test's time is waiting for a server, a judge or a disk.
    maxWorkers: '100%',
    execArgv: ['--no-node-snapshot'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
