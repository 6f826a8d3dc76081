import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, judge } from '../../bin/setup/runners.mjs'

describe('the closing line of npm test', () => {
  const green = { passed: 3, failed: 0, skipped: 1 }

  it('a green run keeps its counts', () => {
    expect(judge(green, 0, false)).toEqual(green)
  })
  it('a runner that crashed, hung, left no report or ran nothing is at least one failure', () => {
    expect(judge(green, 1, false).failed).toBe(1)
    expect(judge(green, 130, true).failed).toBe(1)
    expect(judge(null, 0, false).failed).toBe(1)
    expect(judge({ passed: 0, failed: 0, skipped: 9 }, 0, false).failed).toBe(1)
  })
  it('a test file that cannot be loaded is a failure', () => {
    const unloaded = { status: 'failed', assertionResults: [] }
    const report = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
    expect(countVitest({ ...report, testResults: [unloaded] })).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
    })
  })
  it('an error outside of tests is a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })
  it('a test that passed only when repeated is named, and from the fourth on each is a failure', () => {
    const twice = { file: 'tabs.spec.ts', line: 20, tests: [{ status: 'flaky' }] }
    const once = { file: 'tabs.spec.ts', line: 40, tests: [{ status: 'expected' }] }
    const report = (flaky: number) => ({
      stats: { expected: 5, unexpected: 0, flaky, skipped: 0 },
      errors: [],
      suites: [{ specs: [once], suites: [{ specs: [twice] }] }],
    })
    const note = 'only the second time: tabs.spec.ts:20'
    expect(countPlaywright(report(3))).toEqual({ passed: 8, failed: 0, skipped: 0, note })
    expect(countPlaywright(report(4))).toEqual({ passed: 5, failed: 4, skipped: 0, note })
    expect(judge(countPlaywright(report(3)), 0, false).note).toBe(note)
  })
})
