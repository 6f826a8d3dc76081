import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { run } from './child.mjs'
import { countPlaywright, countVitest, judge } from './counts.mjs'
import { inRoot } from './paths.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

/** No runner may take longer than this (ms): one that hangs is ended and counts as failed. */
const LIMIT = 70 * 60_000

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
  return judge(countVitest(readReport(report)), code, timedOut && LIMIT)
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
  return judge(countPlaywright(readReport(report)), code, timedOut && LIMIT)
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
