import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '#tests/support/chromium.ts'

/** Each file starts a server of its own through a fixture, so nothing is shared between files. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // Tests wait for the network and for animations much of their time: two at once take a fifth less than one by one.
  workers: 2,
  // What passes only the second time is named in the sums, and a few of them are a failure (docs/decisions/0030).
  retries: process.env.CI === 'true' ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/e2e.json' }]],
  use: {
    // What is not there to be pressed by then will not come.
    actionTimeout: 20_000,
    browserName: 'chromium',
    headless: true,
    // Tests of what works offline say otherwise (`KEPT` in tests/support/e2eOffline.ts).
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    // Recording every test takes half as long again: `--trace=retain-on-failure` for those one looks into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: [...chromiumArgs] },
  },
})
