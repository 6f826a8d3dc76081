import { install, isInstalled } from './install.mjs'
import { alone, asProblem } from './lock.mjs'
import { buildPages, pagesAreBuilt } from './pages.mjs'
import { nodeBinary } from './paths.mjs'

/**
 * Makes a clone ready to run: installed, and with `pages` built too. Does nothing when nothing has changed.
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ pages: boolean }} needs
 * @returns {Promise<{ node: string, changed: boolean }>} the Node to run with, and whether anything was to be done
 * @throws {import('./problem.mjs').SetupProblem} what failed and what to do
 */
export async function prepare(progress, needs) {
  const isReady = () => isInstalled() && (!needs.pages || pagesAreBuilt())
  let changed = false
  try {
    if (!isReady()) {
      changed = true
      await alone(progress, async () => {
        if (!isInstalled()) await install(progress)
        if (needs.pages && !pagesAreBuilt()) await buildPages(progress)
      })
    }
  } catch (error) {
    throw asProblem(error, 'prepare itself')
  }
  const node = nodeBinary()
  if (node === null) throw new Error('installed without a Node 24')
  return { node, changed }
}
