import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { run } from './child.mjs'
import { alsoHeldBy } from './lock.mjs'
import { inRoot, nodeBinary } from './paths.mjs'
import { SetupProblem } from './problem.mjs'

/** Inside node_modules, so that whoever removes that folder removes the claim with it. */
const STAMP = inRoot('node_modules', '.sluice-installed')

/** True when node_modules holds exactly what package-lock.json names, for this platform. */
export function isInstalled() {
  if (nodeBinary() === null) return false
  const wanted = fingerprint()
  if (readOrNothing(STAMP) === wanted) return true
  // Installed by hand: npm's own record of node_modules, which it writes last, tells the same.
  if (!npmRecordsTheLockfile()) return false
  writeFileSync(STAMP, wanted)
  return true
}

/**
 * Installs the exact versions of package-lock.json, Node 24 among them. The stamp is written last: an
 * interrupted install starts over on the next run.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function install(progress) {
  const first = !existsSync(inRoot('node_modules'))
  const what = first ? 'Installing (first start only)' : 'Installing what has changed'
  rmSync(STAMP, { force: true })
  const { code, output } = await progress.during(what, () =>
    npm(
      ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        'ignore-scripts': 'false',
      },
    ),
  )
  if (code !== 0) throw new SetupProblem(explainNpm(output), output)
  if (nodeBinary() === null) await installNode(progress)
  writeFileSync(STAMP, fingerprint())
}

/** @param {import('./progress.mjs').Progress} progress */
async function installNode(progress) {
  const { output } = await progress.during('Installing Node 24', () =>
    npm(['rebuild', 'node'], { 'ignore-scripts': 'false' }),
  )
  if (nodeBinary() !== null) return
  throw new SetupProblem(
    'The dependencies are installed, except Node 24, which comes with them as the npm package "node": its install script did not run. ' +
      'Nothing was lost. Allow install scripts (npm config delete ignore-scripts) or start with Node 24 or newer, and run the command again.',
    output,
  )
}

/**
 * Runs npm: the one that started this script, so that its version and registry settings stay the person's own.
 * @param {readonly string[]} args
 * @param {Record<string, string>} config npm settings that hold whatever the machine is set to
 */
function npm(args, config) {
  const env = { ...process.env }
  for (const [name, value] of Object.entries(config)) {
    env[`npm_config_${name.replaceAll('-', '_')}`] = value
  }
  const own = process.env.npm_execpath
  if (own !== undefined && /npm-cli\.c?js$/.test(own)) {
    return run(process.execPath, [own, ...args], { env, onStart: alsoHeldBy })
  }
  return run('npm', args, { env, shell: process.platform === 'win32', onStart: alsoHeldBy })
}

/** @param {string} output what npm printed */
function explainNpm(output) {
  const again = 'Nothing was lost: run the command again and it starts over.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(output)) {
    return `Sluice could not be installed: npm's registry cannot be reached. Check the network, or the proxy in npm's settings. ${again}`
  }
  if (/SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY/.test(output)) {
    return `Sluice could not be installed: the registry's certificate is not trusted here. Behind a proxy that opens TLS, set NODE_EXTRA_CA_CERTS to its certificate. ${again}`
  }
  if (/ENOSPC/.test(output)) {
    return `Sluice could not be installed: the disk is full. It needs about 1 GB in ${inRoot()}. ${again}`
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `Sluice could not be installed: this user may not write in ${inRoot()}. ${again}`
  }
  if (/can only install packages when your package\.json and package-lock\.json/.test(output)) {
    return 'Sluice could not be installed: package.json and package-lock.json do not belong together. Run "npm install" to bring the lockfile up to date, or take both files from the same commit.'
  }
  if (/^npm: .*ENOENT/m.test(output)) {
    return 'Sluice could not be installed: npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and run the command again.'
  }
  return `Sluice could not be installed: npm ci failed, for the reason above. ${again}`
}

function fingerprint() {
  const lock = readFileSync(inRoot('package-lock.json'))
  const platform = `${process.platform}-${process.arch}`
  return createHash('sha256').update(lock).update(platform).digest('hex')
}

function npmRecordsTheLockfile() {
  const record = packagesOf(inRoot('node_modules', '.package-lock.json'))
  const wanted = packagesOf(inRoot('package-lock.json'))
  if (record === null || wanted === null) return false
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const found = record[path]
    // Binaries of other platforms are in the lockfile and not on the disk.
    if (found === undefined ? !entry.optional : found.version !== entry.version) return false
  }
  return Object.keys(record).every((path) => path in wanted)
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packagesOf(lockfile) {
  const text = readOrNothing(lockfile)
  return text === '' ? null : JSON.parse(text).packages
}

/** @param {string} path */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
