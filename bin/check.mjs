// npm run check: format, types, lint and the rules of the architecture.
import './setup/nodeVersion.mjs'
import { runChecks } from './setup/checks.mjs'
import { prepare } from './setup/prepare.mjs'
import { runScript } from './setup/problem.mjs'
import { progressOn } from './setup/progress.mjs'
import { runVitest } from './setup/runners.mjs'

await runScript(async () => {
  const { node } = await prepare(progressOn(process.stdout), { pages: false })
  const sources = await runChecks(node)
  const architecture = await runVitest(node, 'architecture')
  const failed = sources.failed + architecture.failed
  console.log(`\n${sources.passed + architecture.passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
