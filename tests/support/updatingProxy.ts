import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** A server's address as people have it; the app behind it can be updated without the server's being another one. */
export interface UpdatingProxy {
  readonly url: string
  /** From now on browsers find a newer build. */
  update(): void
  stop(): Promise<void>
}

/** Stands before a server at `target`: passes everything on, and says on demand that its pages were built anew. */
export async function updatingProxy(target: string): Promise<UpdatingProxy> {
  const { hostname, port } = new URL(target)
  let isUpdated = false
  const server = createServer((incoming, outgoing) => {
    const passed = request(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      async (answer) => {
        if (!isUpdated || incoming.url !== '/sw-manifest.js') {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          return void answer.pipe(outgoing)
        }
        const body = (await textOf(answer)).replace(/("?build"?:\s*")/, '$1newer-')
        const { 'content-length': _, etag: __, ...headers } = answer.headers
        outgoing.writeHead(200, headers)
        outgoing.end(body)
      },
    )
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  const sockets = new Set<Duplex>()
  server.on('connection', (socket: Duplex) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const onwards = connect(Number(port), hostname, () => {
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`]
      for (let at = 0; at < incoming.rawHeaders.length; at += 2)
        lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`)
      onwards.write(`${lines.join('\r\n')}\r\n\r\n`)
      onwards.write(head)
      onwards.pipe(socket).pipe(onwards)
    })
    onwards.on('error', () => socket.destroy())
    socket.on('error', () => onwards.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    update: () => (isUpdated = true),
    async stop() {
      const closed = once(server, 'close')
      server.close()
      // Of the page's sockets the server knows nothing any more, and would wait for them as long as the page is open.
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
