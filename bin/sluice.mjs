// npm run -s sluice -- <verb>: administration from the shell. Only the verb's own answer goes to the standard output.
import './setup/nodeVersion.mjs'
import { become } from './setup/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { runScript } from './setup/problem.mjs'
import { progressOn } from './setup/progress.mjs'

await runScript(async () => {
  const { node } = await prepare(progressOn(process.stderr), { pages: false })
  return become(node, [inRoot('server', 'admin', 'cli.ts'), ...process.argv.slice(2)], process.env)
})
