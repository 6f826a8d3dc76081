import { EventEmitter } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'

/** The pages, rendered by Next. */
export interface Pages {
  readonly dev: boolean
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>
  /** Takes an upgrade that is Next's own (hot reload in development); gives false for any other. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean
  close(): Promise<void>
}

/** Starts Next on the project in `dir`. Rejects when it cannot, for example when the pages were never built. */
export async function openPages(options: {
  dev: boolean
  dir: string
  hostname: string
  port: number
}): Promise<Pages> {
  // Next listens for upgrades on the server it is given, from the first request on, and ends every socket whose path
  // matches a page. It gets a server that hears only what is passed on to it below.
  const upgrades = new EventEmitter()
  const app = next({ ...options, httpServer: upgrades as Server })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    dev: options.dev,
    handle: (req, res) => handle(req, res),
    upgrade: (req, socket, head) =>
      options.dev &&
      /^\/_next\//.test(req.url ?? '') &&
      upgrades.emit('upgrade', req, socket, head),
    close: () => app.close(),
  }
}
