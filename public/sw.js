/* global self, caches, clients, indexedDB, importScripts, fetch, Response, URL, setTimeout */

/**
 * Opens Sluice without the network, after one visit. The pages under /w/ are one page whatever the address, so one kept
 * copy (with its headers, which hold the nonces of its scripts) answers for all of them. Data is not kept here, but for the
 * files of stories that were seen or fetched: /api and /sync are left alone, what people write lives in IndexedDB.
 *
 * The imported list changes with every build. Then the browser installs this worker anew beside the old one, which
 * goes on with its own files until the last tab of that build is gone.
 */
importScripts('/sw-manifest.js')

const { build, files, languageCookie, unreachable: unreachableTexts } = self.SLUICE
const SHELL = 'sluice-shell'
const FILES = `sluice-files-${build}`
/** The kept page answers for every address under this one. */
const SHELL_KEY = '/w/'
/** The pictures that were seen and the files that were fetched (lib/client/uploads/seenFiles.ts); a sign-out removes it. */
const SEEN = 'sluice-pictures'
/** So many of them are kept, those that were used last, and so many bytes. */
const SEEN_MAX = 300
const SEEN_BYTES = 100e6
/** Pages of the workspace the person was in last (server/api/doorway.ts): what was shared, and the app's shortcuts. */
const GO = /^\/go\/([a-z]+)$/
/** A network slower than this counts as none when there is a kept page, ms. */
const PATIENCE = 3000

self.addEventListener('install', (event) => event.waitUntil(keepFiles()))

self.addEventListener('activate', (event) =>
  event.waitUntil(dropOtherFiles().then(() => clients.claim())),
)

self.addEventListener('message', (event) => {
  const { data, source, ports } = event
  if (data?.kind === 'keepShell') event.waitUntil(fetchShell(source.url))
  if (data?.kind === 'whoseScripts') event.waitUntil(answerWhose(data.scripts, ports[0]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (isFile(request, pathname)) return event.respondWith(fileOf(event))
  if (pathname.startsWith('/api/') || pathname.startsWith('/sync/')) return
  if (request.mode === 'navigate') event.respondWith(open(event, pathname))
  else if (request.destination === 'worker') event.respondWith(workerOf(request))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(keptFirst(request))
  else if (files.includes(pathname)) event.respondWith(networkFirst(request))
})

/** A worker reads in its address, after the `#`, what it is made of; a kept answer has an address of its own, without that. */
async function workerOf(request) {
  const { body, status, headers } = await keptFirst(request)
  return new Response(body, { status, headers })
}

/** Every file of the build, the ones that are loaded later too, so that the first story opens offline as well. */
async function keepFiles() {
  const cache = await caches.open(FILES)
  const missing = []
  for (const file of files) if (!(await cache.match(file))) missing.push(file)
  const fetchNext = async () => {
    for (let file = missing.pop(); file; file = missing.pop()) {
      const response =
        (file.startsWith('/_next/') && (await kept(file))) ||
        (await fetch(file, { cache: 'no-cache' }))
      if (!response.ok) throw new Error(`${file}: ${response.status}`)
      await cache.put(file, response)
    }
  }
  await Promise.all([fetchNext(), fetchNext(), fetchNext(), fetchNext()])
}

async function dropOtherFiles() {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('sluice-files-') && name !== FILES)
      .map((name) => caches.delete(name)),
  )
}

async function open(event, pathname) {
  if (!pathname.startsWith('/w/')) {
    return fetch(event.request).catch(() =>
      ['/', '/login'].includes(pathname) || GO.test(pathname)
        ? lastWorkspace(new URL(event.request.url))
        : unreachable(),
    )
  }
  const network = fetch(event.request).then(async (response) => {
    await keepShell(response)
    return response
  })
  event.waitUntil(network.catch(() => {}))
  const shell = await caches.match(SHELL_KEY, { cacheName: SHELL, ignoreVary: true })
  if (!shell) return network.catch(unreachable)
  const late = new Promise((resolve) => setTimeout(() => resolve(shell), PATIENCE))
  // A proxy in front of a server that is down answers 502 to 504 in its place.
  const usable = network
    .then((response) => (response.status >= 500 ? shell : response))
    .catch(() => shell)
  return Promise.race([usable, late])
}

async function fetchShell(url) {
  if (!new URL(url).pathname.startsWith('/w/')) return
  try {
    await keepShell(
      await fetch(url, { credentials: 'same-origin', headers: { accept: 'text/html' } }),
    )
  } catch {
    // Offline again already: the next visit keeps it.
  }
}

async function keepShell(response) {
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  if (!response.ok || response.redirected || !isPage) return
  const cache = await caches.open(SHELL)
  await cache.put(SHELL_KEY, response.clone())
}

/** Names of these files carry a hash of what is in them: a kept one is never out of date. */
async function keptFirst(request) {
  const found = await kept(request)
  if (found) return found
  const response = await fetch(request)
  if (response.ok) {
    const cache = await caches.open(FILES)
    await cache.put(request, response.clone())
  }
  return response
}

async function networkFirst(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await kept(request)
    if (found) return found
    throw error
  }
}

/** A picture of a story that is drawn, or a file of one that the page fetches. */
function isFile({ destination }, pathname) {
  return (
    ['image', ''].includes(destination) &&
    /^\/api\/v1\/workspaces\/[^/]+\/stories\/[^/]+\/files\/[^/]+$/.test(pathname)
  )
}

/**
 * The network first, whose own cache has it: who may not see a file any more does not. What was seen or fetched is there when
 * there is no network.
 */
async function fileOf(event) {
  const { url } = event.request
  try {
    const response = await fetch(event.request)
    if (response.status >= 500) return (await keptFile(event)) ?? response
    event.waitUntil(keepFile(url, response.clone()))
    return response
  } catch (error) {
    const found = await keptFile(event)
    if (found) return found
    throw error
  }
}

async function keptFile(event) {
  const { url } = event.request
  const found = await caches.match(url, { cacheName: SEEN, ignoreVary: true })
  if (found) event.waitUntil(keepFile(url, found.clone()))
  return found
}

async function keepFile(url, response) {
  const cache = await caches.open(SEEN)
  if ([401, 403, 404].includes(response.status)) await cache.delete(url, { ignoreVary: true })
  if (response.status !== 200) return
  // Behind the others, which makes it the last to go.
  await cache.delete(url, { ignoreVary: true })
  await cache.put(url, response)
  await dropUnused(cache)
}

async function dropUnused(cache) {
  let room = SEEN_BYTES
  const newestFirst = (await cache.keys()).toReversed()
  for (const [index, request] of newestFirst.entries()) {
    const response = await cache.match(request, { ignoreVary: true })
    room -= Number(response?.headers.get('content-length') ?? 0)
    if (index >= SEEN_MAX || room < 0) await cache.delete(request, { ignoreVary: true })
  }
}

/** Looks in the files of every build: a tab of the next build may ask this worker. */
function kept(request) {
  return caches.match(request, { ignoreVary: true })
}

/**
 * Tells a page whether it was made of this build. When it was, and no other tab is open, this worker has nobody to
 * wait for.
 */
async function answerWhose(scripts, port) {
  const isMine = scripts.every((script) => files.includes(script))
  port.postMessage({ isMine })
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (isMine && open.length === 1) await self.skipWaiting()
}

/** Offline, "/" and the sign-in page lead to where the person was last, and so do the addresses of the installed app. */
async function lastWorkspace({ pathname, search }) {
  const [workspace, shell] = [
    await readLastWorkspace(),
    await caches.match(SHELL_KEY, { cacheName: SHELL }),
  ]
  return workspace && shell
    ? Response.redirect(
        `/w/${encodeURIComponent(workspace)}/${GO.test(pathname) ? GO.exec(pathname)[1] + search : 'refine'}`,
      )
    : unreachable()
}

/** What lib/client/account.ts remembers. */
function readLastWorkspace() {
  return new Promise((resolve) => {
    const request = indexedDB.open('sluice', 1)
    request.addEventListener('upgradeneeded', () => request.transaction.abort())
    request.addEventListener('error', () => resolve(null))
    request.addEventListener('success', () => {
      const database = request.result
      const read = database.transaction('account').objectStore('account').get('last')
      read.addEventListener('error', () => resolve(null))
      read.addEventListener('success', () => {
        const last = read.result
        resolve(last?.workspace ?? last?.account.workspaces[0]?.id ?? null)
      })
      database.close()
    })
  })
}

async function unreachable() {
  const { language, direction, title, lead, again } = await chosenTexts()
  return new Response(
    `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sluice</title><h1>${title}</h1>
<p>${lead} <a href="">${again}</a></p></html>`,
    {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'",
      },
    },
  )
}

/** In the language that was chosen on this device; in the first one where no browser tells a worker. */
async function chosenTexts() {
  const cookie = await self.cookieStore?.get(languageCookie).catch(() => null)
  return unreachableTexts.find(({ language }) => language === cookie?.value) ?? unreachableTexts[0]
}
