import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  // One at a time: two cores, and each evening has a server, a judge and four browsers of its own.
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 30_000, navigationTimeout: 30_000 },
  outputDir: 'test-results',
})
