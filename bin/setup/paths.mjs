import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The folder of this clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string[]} parts path below the clone's folder */
export const inRoot = (...parts) => join(root, ...parts)

/** The Node that the server runs on: the one that comes with the dependencies, whatever the system has. */
export function nodeBinary() {
  const installed = inRoot(
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(installed)) return installed
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null
}
