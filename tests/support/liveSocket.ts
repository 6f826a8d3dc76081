import { once } from 'node:events'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Visitor } from './visitor.ts'
import { hocuspocusWire as wire } from './wire.ts'

/** An open, recognised sync socket. `closed` gives the code with which the server closes it. */
export interface LiveSocket {
  readonly closed: Promise<number>
  readonly isOpen: boolean
  end(): void
}

/**
 * Opens the refinement area's document as the person of a browser, or of an API token. Rejects when the server does
 * not let them in.
 */
export async function openSocket(
  url: string,
  visitor: Visitor,
  workspace: string,
  token = '',
): Promise<LiveSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/${workspace}`, {
    headers: { cookie: visitor.cookie, origin: url },
  })
  const closed = once(socket, 'close').then(([code]) => Number(code))
  await once(socket, 'open')
  const letIn = Promise.withResolvers<void>()
  socket.on('message', (frame: Buffer) => {
    const received = wire.read(new Uint8Array(frame))
    if (received.kind === 'denied') letIn.reject(new Error(`denied: ${received.reason}`))
    if (received.kind === 'step1' || received.kind === 'update') letIn.resolve()
  })
  for (const frame of wire.hello(`area:${workspace}`, token, Y.encodeStateVector(new Y.Doc()))) {
    socket.send(frame)
  }
  await letIn.promise
  return {
    closed,
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
    end: () => socket.terminate(),
  }
}
