import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'
import { inRoot, nodeBinary } from './paths.mjs'

/** The one without a window first: it does the same with a fifth less of the processor. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser that is on this machine: CHROMIUM_PATH, else the system's; null when there is none. */
export function findSystemChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const places = process.platform === 'darwin' ? [...onPath, ...MAC_APPS] : onPath
  return places.find((place) => existsSync(place)) ?? null
}

/**
 * Gets a browser for the end-to-end tests: the system's, else the one Playwright downloads, else Debian's package.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string | null>} the path of one that starts; null when none could be had
 */
export async function obtainChromium(progress) {
  const ways = [async () => findSystemChromium(), playwrightDownload, debianPackage]
  for (const way of ways) {
    const path = await way(progress)
    if (path === null) continue
    const { code, output } = await run(path, ['--version'])
    if (code === 0) {
      progress.say(`Browser: ${output.trim().split('\n').at(-1)} (${path})`)
      return path
    }
    progress.say(`The browser at ${path} does not start:\n${output.trim()}`)
  }
  return null
}

/** @param {import('./progress.mjs').Progress} progress */
async function playwrightDownload(progress) {
  const node = nodeBinary()
  if (node === null) return null
  const place = await run(node, [
    '-p',
    `require(${JSON.stringify(inRoot('node_modules', 'playwright-core'))}).chromium.executablePath()`,
  ])
  const path = place.output.trim()
  if (existsSync(path)) return path
  const { code } = await progress.during('Downloading Chromium for the browser tests', () =>
    run(node, [inRoot('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
      limitMs: 300_000,
    }),
  )
  if (code === 0 && existsSync(path)) return path
  progress.say('  it cannot be downloaded from here')
  return null
}

/** @param {import('./progress.mjs').Progress} progress */
async function debianPackage(progress) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (/** @type {string[]} */ ...args) =>
    run(
      '/usr/bin/env',
      [...asRoot, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', ...args],
      {
        limitMs: 600_000,
      },
    )
  await progress.during("Installing Debian's Chromium", async () => {
    await apt('update')
    const shell = await apt('install', '--no-install-recommends', 'chromium-headless-shell')
    // Older releases have the whole browser only.
    if (shell.code !== 0) await apt('install', '--no-install-recommends', 'chromium')
  })
  return findSystemChromium()
}
