import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { inRoot } from './paths.mjs'

/**
 * What a runner counted, and what its sums say besides: a note, and every red test with the first line of why.
 * @typedef {{ passed: number, failed: number, skipped: number, note?: string, red?: string[] }} Counts
 */

/**
 * Counts of a Vitest JSON report. A test file that could not even be loaded counts as one failed test.
 * @param {any} report null when there is none
 * @returns {Counts | null}
 */
export function countVitest(report) {
  if (report === null) return null
  const files =
    /** @type {{ name: string, status: string, message?: string, assertionResults: any[] }[]} */ (
      report.testResults
    )
  const unloaded = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const red = [
    ...files.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => redLine(name, test.fullName, test.failureMessages?.[0])),
    ),
    ...unloaded.map(({ name, message }) => redLine(name, 'could not be loaded', message)),
  ]
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    ...(red.length > 0 && { red }),
  }
}

/** So many browser tests may pass only the second time (docs/decisions/0030); one more, and each of them counts as failed. */
const TWICE_MAX = 3

/**
 * Counts of a Playwright JSON report. Tests that passed only when repeated are named in the note.
 * @param {any} report null when there is none
 * @returns {Counts | null}
 */
export function countPlaywright(report) {
  if (report === null) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + report.errors.length
  const places = (/** @type {string} */ status) =>
    testsOf(report).filter((test) => test.status === status)
  const red = places('unexpected').map(({ place, title, why }) => redLine(place, title, why))
  const told = red.length > 0 && { red }
  if (flaky === 0) return { passed: expected, failed, skipped, ...told }
  const note = `only the second time: ${places('flaky')
    .map(({ place }) => place)
    .join('; ')}`
  return flaky > TWICE_MAX
    ? { passed: expected, failed: failed + flaky, skipped, note, ...told }
    : { passed: expected + flaky, failed, skipped, note, ...told }
}

/**
 * @param {any} suite
 * @returns {{ status: string, place: string, title: string, why?: string }[]} every test of it and of what stands in it
 */
function testsOf({ suites = [], specs = [] }) {
  const here = specs.flatMap((/** @type {any} */ { file, line, title, tests }) =>
    tests.map((/** @type {any} */ { status, results = [] }) => ({
      status,
      place: `${file}:${line}`,
      title,
      why: results.at(-1)?.error?.message,
    })),
  )
  return [...here, ...suites.flatMap(testsOf)]
}

/**
 * @param {string} place
 * @param {string} title
 * @param {string} [why] the failure; its first line is told, without the colours of a terminal
 */
function redLine(place, title, why = '') {
  const file = place.startsWith('/') ? relative(inRoot(), place) : place
  const [first] = stripVTControlCharacters(why).split('\n')
  return `${file} › ${title}${first === '' ? '' : `: ${first}`}`
}

/**
 * A runner that ended badly, hung, left no report or ran nothing is never green.
 * @param {Counts | null} counts from its report
 * @param {number} code its exit code
 * @param {number | false} timedOut the limit (ms) it met, if it did
 * @returns {Counts}
 */
export function judge(counts, code, timedOut) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const asFailed = (/** @type {string} */ note) => ({
    ...counts,
    passed,
    failed: Math.max(failed, 1),
    skipped,
    note,
  })
  if (timedOut !== false) return asFailed(`ended after ${timedOut / 60_000} minutes`)
  if (counts === null) return asFailed(`left no report (exit code ${code})`)
  if (passed + failed === 0) return asFailed('ran no test')
  if (code !== 0 && failed === 0) return asFailed(`ended with exit code ${code}`)
  return counts
}
