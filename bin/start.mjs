// npm start: installs and builds what has changed, then serves.
import './setup/nodeVersion.mjs'
import { become } from './setup/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { runScript } from './setup/problem.mjs'
import { progressOn } from './setup/progress.mjs'

await runScript(async () => {
  const progress = progressOn(process.stdout)
  const { node, changed } = await prepare(progress, { pages: true })
  if (!changed) progress.say('Up to date.')
  return become(node, [inRoot('server', 'main.ts'), ...process.argv.slice(2)], {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
})
