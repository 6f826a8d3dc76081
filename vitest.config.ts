import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** One project for each kind of test; limits in milliseconds. A slow test is a finding, so the limits are near the truth. */
const project = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    setupFiles: ['tests/support/englishTexts.ts'],
    testTimeout,
    hookTimeout: testTimeout,
  },
})

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // On two cores the default is one file at a time, and much of a test of servers is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('architecture', 20_000),
      project('unit', 20_000),
      project('property', 600_000),
      project('contract', 30_000),
      project('integration', 120_000),
    ],
  },
})
