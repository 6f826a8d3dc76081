import { run } from './child.mjs'
import { inRoot } from './paths.mjs'

/** The checks that read the sources without running them: each gives yes or no. */
const CHECKS = [
  {
    name: 'format',
    tool: ['prettier', 'bin', 'prettier.cjs'],
    args: ['--check', '--log-level=warn', '.'],
  },
  { name: 'types', tool: ['typescript', 'bin', 'tsc'], args: ['--noEmit', '-p', '.'] },
  { name: 'lint', tool: ['oxlint', 'bin', 'oxlint'], args: [] },
]

/**
 * Runs format, types and lint at the same time, and prints what each complains about.
 * @param {string} node
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node) {
  const results = await Promise.all(
    CHECKS.map(async ({ name, tool, args }) => {
      const { code, output } = await run(node, [inRoot('node_modules', ...tool), ...args])
      if (code !== 0) console.log(`${output.trimEnd()}\n`)
      console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name}`)
      return code === 0
    }),
  )
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}
