import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The server could not be started. The message is a sentence for whoever started it. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** Servers that listen, all on one port. */
export interface Listening {
  readonly servers: readonly Server[]
  readonly port: number
}

/**
 * Listens on `host` and `port` with servers from `make`. The name `localhost` means both loopback addresses, because
 * browsers try either; a machine without IPv6 has just one. Rejects with `CannotStart`.
 */
export async function listen(make: () => Server, host: string, port: number): Promise<Listening> {
  if (host !== 'localhost') {
    const server = make()
    return { servers: [server], port: await listenOn(server, host, port) }
  }
  const first = make()
  const chosen = await listenOn(first, '127.0.0.1', port)
  const second = make()
  try {
    await listenOn(second, '::1', chosen)
    return { servers: [first, second], port: chosen }
  } catch (error) {
    if (error instanceof NoSuchAddress) return { servers: [first], port: chosen }
    first.close()
    throw error
  }
}

class NoSuchAddress extends CannotStart {}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
  server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port))
  return promise
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
        { cause: error },
      )
    case 'EACCES':
      return new CannotStart(
        `Port ${port} may not be used by this account. Choose one from 1024 up: PORT=3000 npm start`,
        { cause: error },
      )
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
      return new NoSuchAddress(
        `HOST is "${host}", which is no address of this machine. Leave it out, or use 0.0.0.0 for all of them.`,
        { cause: error },
      )
    default:
      return error
  }
}
