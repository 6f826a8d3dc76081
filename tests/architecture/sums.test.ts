import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, judge } from '../../bin/setup/counts.mjs'

describe('the closing line of npm test', () => {
  const green = { passed: 3, failed: 0, skipped: 1 }

  it('a green run keeps its counts', () => {
    expect(judge(green, 0, false)).toEqual(green)
  })
  it('a runner that crashed, hung, left no report or ran nothing is at least one failure', () => {
    expect(judge(green, 1, false).failed).toBe(1)
    expect(judge(green, 130, 60_000).failed).toBe(1)
    expect(judge(null, 0, false).failed).toBe(1)
    expect(judge({ passed: 0, failed: 0, skipped: 9 }, 0, false).failed).toBe(1)
  })
  it('a test file that cannot be loaded is a failure, and a red test is named with the first line of why', () => {
    const unloaded = {
      name: 'a.test.ts',
      status: 'failed',
      message: 'No such',
      assertionResults: [],
    }
    const failing = {
      name: 'b.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: '[ST1] holds' },
        {
          status: 'failed',
          fullName: '[ST2] holds',
          failureMessages: ['\u001b[31mNo.\u001b[39m\nat b'],
        },
      ],
    }
    const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }
    const counts = countVitest({ ...report, testResults: [unloaded, failing] })
    const red = ['b.test.ts › [ST2] holds: No.', 'a.test.ts › could not be loaded: No such']
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: 2, red })
    expect(judge(counts, 1, 60_000)).toMatchObject({ note: 'ended after 1 minutes', red })
  })
  it('an error outside of tests is a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 2 }
    const tests = [{ status: 'unexpected', results: [{ error: { message: 'No.\nat c' } }] }]
    const suites = [{ specs: [{ file: 'c.spec.ts', line: 7, title: '[UX1] holds', tests }] }]
    expect(countPlaywright({ stats, errors: [{}], suites })).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
      red: ['c.spec.ts:7 › [UX1] holds: No.'],
    })
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
