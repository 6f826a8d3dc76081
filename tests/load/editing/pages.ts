import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { build } from 'vite'
import * as Y from 'yjs'
import { AppServer } from '#tests/support/e2eServer.ts'
import { Visitor } from '#tests/support/visitor.ts'
import { hocuspocusWire } from '#tests/support/wire.ts'
import { startProcess, stopProcess } from '../peer.ts'
import { Typist } from '../typist.ts'

/** An editor in a page, and the server behind it. */
export interface Page {
  readonly name: string
  /** Makes a document with this content; gives where a browser finds it. */
  make(content: Uint8Array): Promise<Made>
  /** Lets somebody type into a document from a bare socket. */
  typist(document: string): Promise<Typist>
  /** Signs a browser in. */
  enter(context: BrowserContext): Promise<void>
  stop(): Promise<void>
}

export interface Made {
  readonly address: string
  readonly document: string
  /** Whoever wrote it; while they stay, a server that stores nothing keeps it. */
  readonly author: Typist
}

let documents = 0

/** TipTap with the story's schema and nothing of ours around it, beside Hocuspocus as it comes. */
export async function plainPage(): Promise<Page> {
  const { child, ready } = await startProcess('hocuspocus.ts')
  const script = await bundle('plain.ts')
  const http = createServer((req, res) => {
    const isScript = req.url === '/plain.js'
    res.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    res.end(isScript ? script : '<!doctype html><main></main><script src="/plain.js"></script>')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const url = `ws://127.0.0.1:${ready.port}/`
  const typist = async (document: string) => joined({ url, document, token: '' })
  return {
    name: 'TipTap + Hocuspocus',
    async make(content) {
      const document = `plain-${(documents += 1)}`
      const author = await typist(document)
      await fill(author, content)
      return { document, author, address: `http://127.0.0.1:${port}/?url=${url}&name=${document}` }
    },
    typist,
    enter: async () => undefined,
    async stop() {
      http.closeAllConnections()
      http.close()
      await stopProcess(child)
    },
  }
}

/** The product as people run it. */
export async function sluicePage(): Promise<Page> {
  const server = await AppServer.start()
  const owner = new Visitor(server.url)
  const { body } = await owner.post('/api/v1/auth/setup', {
    name: 'Ana Ferreira',
    email: 'ana@example.org',
    password: 'four random words here',
    workspace: 'Benchmark',
  })
  const workspace: string = body.workspaces[0].id
  const { body: made } = await owner.post('/api/v1/tokens', { name: 'Benchmark' })
  const url = `${server.url.replace('http', 'ws')}/sync/${workspace}`
  const typist = (document: string) => joined({ url, document, token: made.token })
  return {
    name: 'Sluice',
    async make(content) {
      const story = `bench-${(documents += 1)}`
      await owner.post(`/api/v1/workspaces/${workspace}/commands`, {
        command: { id: story, type: 'captureStory', story, title: `Story ${story}` },
      })
      const author = await typist(`story:${story}`)
      await fill(author, content)
      const address = `${server.url}/w/${workspace}/s/${story}`
      return { document: `story:${story}`, author, address }
    },
    typist,
    async enter(context) {
      const cookies = [...owner.cookies]
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.url })))
    },
    stop: () => server.stop(),
  }
}

async function joined(options: { url: string; document: string; token: string }): Promise<Typist> {
  const typist = new Typist({ ...options, wire: hocuspocusWire }, null)
  await typist.synced
  return typist
}

/** Brings content into a document, and waits until the server has answered. */
async function fill(author: Typist, content: Uint8Array): Promise<void> {
  const { received } = author
  Y.applyUpdate(author.doc, content)
  while (author.received === received) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Gives the script of a page, as a production build makes it. */
async function bundle(file: string): Promise<string> {
  const built = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL(file, import.meta.url)),
        formats: ['iife'],
        name: 'plain',
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The plain page was not built')
  return output.output.flatMap((part) => (part.type === 'chunk' ? [part.code] : [])).join('\n')
}
