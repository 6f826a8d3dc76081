// Hocuspocus as it comes, without extensions: it acknowledges from memory and stores nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'

const hocuspocus = new Hocuspocus({ quiet: true })
const server = createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => {
  const connection = hocuspocus.handleConnection(
    socket as never,
    new Request(`http://127.0.0.1${request.url}`),
  )
  socket.on('message', (frame: Buffer) => connection.handleMessage(new Uint8Array(frame)))
  socket.on('close', (code, reason) => connection.handleClose({ code, reason: String(reason) }))
})
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
process.on('disconnect', () => process.exit())
