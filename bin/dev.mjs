// npm run dev: the server starts again when server or lib change; Next brings changed pages to the browser.
import './setup/nodeVersion.mjs'
import { become } from './setup/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { runScript } from './setup/problem.mjs'
import { progressOn } from './setup/progress.mjs'

// Folders rather than the loaded modules: Next loads the chunks it has just compiled into this process, and
// watching those would restart the server with every change of a page.
const watched = ['server', 'lib'].map((folder) => `--watch-path=${inRoot(folder)}`)

await runScript(async () => {
  const { node } = await prepare(progressOn(process.stdout), { pages: false })
  return become(
    node,
    ['--watch', '--watch-preserve-output', ...watched, inRoot('server', 'main.ts')],
    {
      ...process.env,
      NODE_ENV: 'development',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  )
})
