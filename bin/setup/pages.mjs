import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { run } from './child.mjs'
import { alsoHeldBy } from './lock.mjs'
import { inRoot, nodeBinary } from './paths.mjs'
import { SetupProblem } from './problem.mjs'

/** Inside the build, so that whoever removes the build removes the claim with it. */
const STAMP = inRoot('.next', 'sluice-built')

/** Everything the pages are made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'bin/setup/messagesLoader.mjs',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** True when the built pages were made from exactly the sources that are here now. */
export function pagesAreBuilt() {
  if (!existsSync(STAMP) || !existsSync(inRoot('.next', 'BUILD_ID'))) return false
  return readFileSync(STAMP, 'utf8') === fingerprint()
}

/**
 * Builds the pages with Next. The stamp goes first and comes last: an interrupted build starts over on the next run.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function buildPages(progress) {
  const made = fingerprint()
  rmSync(STAMP, { force: true })
  const node = nodeBinary()
  if (node === null) throw new Error('pages are built before Node 24 is installed')
  const { code, output } = await progress.during('Building the pages', () =>
    run(node, [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      onStart: alsoHeldBy,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  if (code !== 0) throw new SetupProblem(explainNext(output, code), output)
  writeFileSync(STAMP, made)
}

/**
 * @param {string} output what Next printed
 * @param {number} code its exit code
 */
function explainNext(output, code) {
  if (/ENOSPC/.test(output)) {
    return 'The pages could not be built: the disk is full. Nothing was lost. Make room and run the command again.'
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The pages could not be built: this user may not write in ${inRoot('.next')}. Nothing was lost. Put that right and run the command again.`
  }
  if (code === 137) {
    return 'The pages could not be built: the system ended the build, most likely for want of memory (it needs about 1 GB). Nothing was lost. Free some and run the command again.'
  }
  return 'The pages could not be built, for the reason above. Nothing was lost. In an unchanged clone this is a bug in Sluice; otherwise correct the file named above and run the command again.'
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path below the clone's folder
 */
function addTo(hash, path) {
  const full = inRoot(path)
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) {
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
    return
  }
  const names = readdirSync(full).filter((name) => !name.startsWith('.'))
  for (const name of names.sort()) addTo(hash, `${path}/${name}`)
}
