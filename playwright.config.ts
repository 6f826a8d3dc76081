import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '#tests/support/chromium.ts'

/** Each file starts a server of its own through a fixture, so nothing is shared between files. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // One browser at a time: a server, two browser contexts and the runner already fill two cores.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/e2e.json' }]],
  use: {
    // What is not there to be pressed by then will not come.
    actionTimeout: 20_000,
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: [...chromiumArgs] },
  },
})
