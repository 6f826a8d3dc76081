import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { run } from './child.mjs'
import { inRoot } from './paths.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Counts */

/** No runner may take longer than this (ms): one that hangs is ended and counts as failed. */
const LIMIT = 60 * 60_000

/**
 * Runs one Vitest project and reads its counts from its JSON report.
 * @param {string} node
 * @param {string} project a folder of tests/
 * @returns {Promise<Counts>}
 */
export async function runVitest(node, project) {
  const report = freshReport(project)
  const { code, timedOut } = await run(
    node,
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true, limitMs: LIMIT, env: { ...process.env, NODE_ENV: 'test' } },
  )
  return judge(countVitest(readReport(report)), code, timedOut)
}

/**
 * Runs the end-to-end tests with Playwright and reads their counts from its JSON report.
 * @param {string} node
 * @param {string} chromium path of the browser
 * @returns {Promise<Counts>}
 */
export async function runPlaywright(node, chromium) {
  const report = freshReport('e2e')
  const { code, timedOut } = await run(
    node,
    [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test'],
    {
      show: true,
      limitMs: LIMIT,
      env: {
        ...process.env,
        CHROMIUM_PATH: chromium,
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  )
  return judge(countPlaywright(readReport(report)), code, timedOut)
}

/**
 * Counts of a Vitest JSON report. A test file that could not even be loaded counts as one failed test.
 * @param {any} report null when there is none
 * @returns {Counts | null}
 */
export function countVitest(report) {
  if (report === null) return null
  const files = /** @type {{ status: string, assertionResults: unknown[] }[]} */ (
    report.testResults
  )
  const unloaded = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
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
  if (flaky === 0) return { passed: expected, failed, skipped }
  const note = `only the second time: ${titlesTwice(report).join('; ')}`
  return flaky > TWICE_MAX
    ? { passed: expected, failed: failed + flaky, skipped, note }
    : { passed: expected + flaky, failed, skipped, note }
}

/**
 * @param {any} suite
 * @returns {string[]} where the tests stand that passed only when repeated
 */
function titlesTwice({ suites = [], specs = [] }) {
  const here = specs.filter((/** @type {any} */ spec) =>
    spec.tests.some((/** @type {any} */ { status }) => status === 'flaky'),
  )
  return [
    ...here.map((/** @type {any} */ { file, line }) => `${file}:${line}`),
    ...suites.flatMap(titlesTwice),
  ]
}

/**
 * A runner that ended badly, hung, left no report or ran nothing is never green.
 * @param {Counts | null} counts from its report
 * @param {number} code its exit code
 * @param {boolean} timedOut
 * @returns {Counts}
 */
export function judge(counts, code, timedOut) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const asFailed = (/** @type {string} */ note) => ({
    passed,
    failed: Math.max(failed, 1),
    skipped,
    note,
  })
  if (timedOut) return asFailed(`ended after ${LIMIT / 60_000} minutes`)
  if (counts === null) return asFailed(`left no report (exit code ${code})`)
  if (passed + failed === 0) return asFailed('ran no test')
  if (code !== 0 && failed === 0) return asFailed(`ended with exit code ${code}`)
  return counts
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(inRoot('test-results', 'reports'), { recursive: true })
  const path = inRoot('test-results', 'reports', `${name}.json`)
  rmSync(path, { force: true })
  return path
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
