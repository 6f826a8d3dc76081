import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Unsubscribe } from '#server/mail/unsubscribe.ts'
import type { Sync } from '#server/sync/sync.ts'
import type { createApi } from './app.ts'
import { type Doorway, rememberWorkspace } from './doorway.ts'
import {
  setClosedPolicy,
  setCommonHeaders,
  setPagePolicy,
  setPageWorkerPolicy,
  setWorkerHeaders,
} from './headers.ts'
import type { Metrics } from './metrics.ts'
import type { Operations } from './operations.ts'
import type { Pages } from './pages.ts'
import type { Visit } from './visit.ts'

/** Longer than a proxy keeps an idle connection (60 s is usual): the proxy must be the one to close it. In ms. */
const KEEP_ALIVE_MS = 65_000

interface HttpParts {
  readonly api: ReturnType<typeof createApi>
  readonly operations: Operations
  readonly unsubscribe: Unsubscribe
  readonly doorway: Doorway
  readonly metrics: Metrics
  readonly sync: Sync
  /** Null: no pages, only API and sync. Visits that come while they are being opened wait. */
  readonly pages: Promise<Pages | null>
  readonly visitOf: (req: IncomingMessage) => Visit
  readonly log: Logger
}

/** Makes an HTTP server of all the parts, not listening yet. Several may be made of the same parts. */
export function createHttpServer(parts: HttpParts): Server {
  const { sync, pages, log } = parts
  const handle = createHandler(parts)
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (req, res) => {
    handle(req, res).catch((error: unknown) => {
      log.error({ err: error, method: req.method }, 'A request failed')
      if (res.headersSent) res.destroy()
      else say(res, 500, 'Something went wrong on the server. Try again.')
    })
  })
  server.on('upgrade', async (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (/^\/(sync|yjs)\//.test(req.url ?? '')) return sync.handleUpgrade(req, socket, head)
    const opened = await pages.catch(() => null)
    if (!opened?.upgrade(req, socket, head)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    }
  })
  return server
}

function createHandler(parts: HttpParts) {
  const { api, operations, unsubscribe, doorway, metrics, pages, visitOf, log } = parts
  const answerApi = getRequestListener(api.fetch, { overrideGlobalObjects: false })

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const began = performance.now()
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
    const visit = visitOf(req)
    const note = (kind: 'api' | 'page' | 'operations') => {
      res.on('close', () =>
        metrics.answered(kind, res.statusCode, (performance.now() - began) / 1000),
      )
    }
    setCommonHeaders(res, visit)
    if (path.startsWith('/api/')) {
      note('api')
      setClosedPolicy(res)
      return answerApi(req, res)
    }
    if (await operations(path, req, res, visit)) return note('operations')
    if (await unsubscribe(path, req, res)) return note('page')
    note('page')
    await answerPage(path, req, res, visit)
  }

  async function answerPage(path: string, req: IncomingMessage, res: ServerResponse, visit: Visit) {
    if (req.method === 'GET' || req.method === 'HEAD') {
      try {
        const elsewhere = await doorway(path, req)
        if (elsewhere !== null) return redirect(res, elsewhere)
      } catch (error) {
        log.warn({ err: error }, 'A visit found the storage unavailable')
        res.setHeader('Retry-After', '5')
        return say(
          res,
          503,
          'Sluice cannot reach its database at the moment. Try again in a few seconds.',
        )
      }
    }
    const opened = await pages
    if (!opened) return say(res, 404, 'There is no page at this address.')
    if (path === '/sw.js') setWorkerHeaders(res)
    else if (isPageWorker(path)) setPageWorkerPolicy(res)
    else if (path.startsWith('/_next/static/')) setClosedPolicy(res)
    else {
      setPagePolicy(req, res, visit, opened.dev)
      rememberWorkspace(path, res, visit.secure)
    }
    await opened.handle(req, res)
  }
}

function redirect(res: ServerResponse, location: string): void {
  setClosedPolicy(res)
  res.writeHead(307, { Location: location, 'Cache-Control': 'no-store' }).end()
}

function say(res: ServerResponse, status: number, text: string): void {
  setClosedPolicy(res)
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  res.end(`${text}\n`)
}

/** The build names the first script of a worker so; the policy it comes with is the worker's own. */
function isPageWorker(path: string): boolean {
  return path.startsWith('/_next/static/chunks/turbopack-worker-')
}
