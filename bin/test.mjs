// npm test: sets up what the tests need, runs all of them, goes on after a failing runner, and closes with the sums.
// `npm test -- unit e2e` runs only the runners named.
import './setup/nodeVersion.mjs'
import { runChecks } from './setup/checks.mjs'
import { obtainChromium } from './setup/chromium.mjs'
import { prepare } from './setup/prepare.mjs'
import { SetupProblem } from './setup/problem.mjs'
import { progressOn } from './setup/progress.mjs'
import { runPlaywright, runVitest } from './setup/runners.mjs'

/** @typedef {import('./setup/counts.mjs').Counts} Counts */

const RUNNERS = ['check', 'architecture', 'unit', 'property', 'contract', 'integration', 'e2e']
/** The runners that look at the built pages. */
const NEEDS_PAGES = ['integration', 'e2e']
const progress = progressOn(process.stdout)
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !RUNNERS.includes(name))
if (unknown.length > 0) {
  console.error(`There is no runner "${unknown[0]}". There are: ${RUNNERS.join(', ')}.`)
  process.exit(2)
}

/** @type {{ name: string, counts: Counts, seconds: number }[]} */
const results = []
for (const name of asked.length > 0 ? asked : RUNNERS) {
  progress.say(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const began = Date.now()
  const counts = await runOrExplain(name)
  results.push({ name, counts, seconds: (Date.now() - began) / 1000 })
}
printSums()

/** @param {string} name */
async function runOrExplain(name) {
  try {
    return await runOne(name)
  } catch (error) {
    if (error instanceof SetupProblem && error.details !== '') console.error(error.details)
    console.error(error instanceof SetupProblem ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0, note: 'could not be run' }
  }
}

/**
 * @param {string} name
 * @returns {Promise<Counts>}
 */
async function runOne(name) {
  const { node } = await prepare(progress, { pages: NEEDS_PAGES.includes(name) })
  if (name === 'check') return { ...(await runChecks(node)), skipped: 0 }
  if (name !== 'e2e') return runVitest(node, name)
  const chromium = await obtainChromium(progress)
  if (chromium !== null) return runPlaywright(node, chromium)
  const note = 'no Chromium: install chromium, or set CHROMIUM_PATH to one'
  return process.env.CI === 'true'
    ? { passed: 0, failed: 1, skipped: 0, note }
    : { passed: 0, failed: 0, skipped: 1, note }
}

function printSums() {
  const sums = { passed: 0, failed: 0, skipped: 0 }
  console.log(`\n${'─'.repeat(64)}`)
  for (const { name, counts, seconds } of results) {
    sums.passed += counts.passed
    sums.failed += counts.failed
    sums.skipped += counts.skipped
    const line = `${name.padEnd(13)}${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    console.log(
      `${line.padEnd(52)}${seconds.toFixed(1)} s${counts.note ? `  (${counts.note})` : ''}`,
    )
    for (const test of counts.red ?? []) console.log(`  ✘ ${test}`)
  }
  console.log(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`)
  process.exitCode = sums.failed === 0 ? 0 : 1
}
