import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './e2e/browser.ts'

const port = Number(process.env.E2E_PORT ?? 3411)

/** Whole journeys in real Chromium against the production build, on a database of their own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A machine that is busy with something else must not fail a run; what passed at the second try alone is told at its end.
  // A machine that is busy with something else must not fail a run; what passed at the second try alone is told at its end.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.E2E_REPORT ? [['line'], ['json', { outputFile: process.env.E2E_REPORT }]] : [['line']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    launchOptions: launchOptions(),
    trace: 'on-first-retry',
  },
  webServer: {
    command: 'node bin/start.ts',
    url: `http://localhost:${port}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR ?? 'test-results/data',
      RATE_LIMITS: 'off',
      BACKUP_EVERY: '0',
      CHECK_ANSWERS: '1',
      NODE_ENV: 'production',
    },
  },
})
