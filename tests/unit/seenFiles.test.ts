import { readFileSync } from 'node:fs'
import { runInContext, createContext } from 'node:vm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { forgetFiles, SEEN_FILES } from '#lib/client/uploads/seenFiles.ts'

const ORIGIN = 'https://sluice.example'
const at = (file: string, story = 's1') =>
  `${ORIGIN}/api/v1/workspaces/w1/stories/${story}/files/${file}`

/** A browser's cache, as far as files are kept in it: in the order in which they were put. */
class KeptFiles {
  readonly #kept = new Map<string, Response>()
  readonly names = () => [...this.#kept.keys()].map((url) => url.split('/').at(-1))
  keys = async () => [...this.#kept.keys()].map((url) => ({ url }))
  match = async (key: string | { url: string }) => this.#kept.get(urlOf(key))?.clone()
  put = async (key: string | { url: string }, response: Response) =>
    void this.#kept.set(urlOf(key), response)
  delete = async (key: string | { url: string }) => this.#kept.delete(urlOf(key))
}

function urlOf(key: string | { url: string }): string {
  return typeof key === 'string' ? key : key.url
}

function cachesOf(kept: KeptFiles) {
  return {
    open: async () => kept,
    has: async () => true,
    match: async (url: string) => kept.match(url),
  }
}

/** The service worker with a network that answers as told: gives what it answers to a request of the page. */
function worker(kept: KeptFiles, network: (url: string) => Response) {
  const heard = new Map<string, (event: object) => void>()
  const self = {
    location: { origin: ORIGIN },
    SLUICE: { build: 'b', files: [] },
    addEventListener: (name: string, listener: (event: object) => void) =>
      heard.set(name, listener),
  }
  const page = createContext({
    self,
    caches: cachesOf(kept),
    importScripts: () => undefined,
    fetch: async ({ url }: { url: string }) => network(url),
    URL,
    Response,
    setTimeout,
  })
  runInContext(readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8'), page)
  return async (url: string, destination = ''): Promise<Response | null> => {
    const waited: Promise<unknown>[] = []
    const answered: Promise<Response>[] = []
    heard.get('fetch')?.({
      request: { url, method: 'GET', destination, mode: 'cors' },
      respondWith: (response: Promise<Response>) => answered.push(response),
      waitUntil: (promise: Promise<unknown>) => waited.push(promise),
    })
    const response = (await answered[0]) ?? null
    await Promise.all(waited)
    return response
  }
}

const bytes = (size: number) => () =>
  new Response('x', { headers: { 'content-length': String(size) } })
const offline = () => {
  throw new TypeError('no network')
}

afterEach(() => vi.unstubAllGlobals())

describe('files for offline', () => {
  test('a picture that was seen and a file that was fetched are there without the network', async () => {
    const kept = new KeptFiles()
    const online = worker(kept, bytes(10))
    await online(at('map'), 'image')
    await online(at('plan'))
    const away = worker(kept, offline)
    expect((await away(at('map'), 'image'))?.status).toBe(200)
    expect((await away(at('plan')))?.status).toBe(200)
    await expect(away(at('other'))).rejects.toThrow('no network')
    // Data of the API is never answered from here.
    expect(await away(`${ORIGIN}/api/v1/me`)).toBeNull()
  })

  test('where there is no room, what was not used for longest goes first', async () => {
    const kept = new KeptFiles()
    const online = worker(kept, bytes(30e6))
    for (const file of ['a', 'b', 'c']) await online(at(file))
    // Used without the network, it is the last to go.
    await worker(kept, offline)(at('a'))
    await online(at('d'))
    expect(kept.names()).toEqual(['c', 'a', 'd'])
    await worker(kept, bytes(90e6))(at('e'))
    expect(kept.names()).toEqual(['e'])
  })

  test('three hundred are kept, however small', async () => {
    const kept = new KeptFiles()
    const online = worker(kept, bytes(1))
    for (let file = 0; file < 302; file += 1) await online(at(`f${file}`))
    expect(kept.names()).toHaveLength(300)
    expect(kept.names()[0]).toBe('f2')
  })

  test('what may not be fetched any more is not kept, and what a server in trouble says is not', async () => {
    const kept = new KeptFiles()
    await worker(kept, bytes(1))(at('a'))
    const troubled = worker(kept, () => new Response('', { status: 502 }))
    expect((await troubled(at('a')))?.status).toBe(200)
    const refused = worker(kept, () => new Response('', { status: 404 }))
    expect((await refused(at('a')))?.status).toBe(404)
    expect(kept.names()).toEqual([])
  })

  test('of a story that may not be seen any more nothing stays, and of the others all', async () => {
    const kept = new KeptFiles()
    const online = worker(kept, bytes(1))
    for (const story of ['s1', 's11', 's2']) await online(at(`in-${story}`, story))
    vi.stubGlobal('caches', cachesOf(kept))
    await forgetFiles('w1', ['s1'])
    expect(kept.names()).toEqual(['in-s11', 'in-s2'])
    await forgetFiles('w2', ['s2'])
    expect(kept.names()).toEqual(['in-s11', 'in-s2'])
    expect(SEEN_FILES).toBe('sluice-pictures')
  })
})
