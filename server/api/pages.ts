import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import next from 'next'
import { CannotStart } from './listen.ts'

/** The pages, rendered by Next. */
export interface Pages {
  readonly dev: boolean
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>
  /** Takes an upgrade that is Next's own (hot reload in development); gives false for any other. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean
  close(): Promise<void>
}

/** Starts Next on the project in `dir`. Rejects with `CannotStart` when the pages were never built. */
export async function openPages(options: {
  dev: boolean
  dir: string
  hostname: string
  port: number
}): Promise<Pages> {
  if (!options.dev && !existsSync(join(options.dir, '.next', 'BUILD_ID'))) {
    throw new CannotStart('The pages are not built yet. Start with npm start, which builds them.')
  }
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
      (req.url ?? '').startsWith('/_next/') &&
      upgrades.emit('upgrade', req, socket, head),
    close: () => app.close(),
  }
}
