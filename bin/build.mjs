// npm run build: installs and builds what has changed, and stops there.
import './setup/nodeVersion.mjs'
import { prepare } from './setup/prepare.mjs'
import { runScript } from './setup/problem.mjs'
import { progressOn } from './setup/progress.mjs'

await runScript(async () => {
  const progress = progressOn(process.stdout)
  const { changed } = await prepare(progress, { pages: true })
  if (!changed) progress.say('Up to date.')
  return 0
})
