import { EventEmitter } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import { CLOSE_CODES, DENIALS, writeSyncToken } from '#lib/schema/syncToken.ts'
import { FRAME, PERMISSION_DENIED } from './frames.ts'

/** What `SyncSocket` needs of a socket: ws's own, or one that speaks another protocol to its other side. */
export type FrameSocket = Pick<
  WebSocket,
  'readyState' | 'bufferedAmount' | 'ping' | 'close' | 'terminate'
> &
  Pick<EventEmitter, 'on'> & {
    /** `fin: false`: the first part of a frame whose other part comes next. */
    send(part: Uint8Array, options: { binary: true; fin: boolean }): void
  }

/** y-protocols' auth message says "denied" with this number. */
const Y_PERMISSION_DENIED = 0

/**
 * A socket of the plain y-websocket protocol: one document, whose messages carry no address. It puts the address on
 * what comes in and takes it off what goes out, so that journal, write guard and presence are those of every other
 * socket. Acknowledgements and messages, which that protocol does not have, are left out.
 */
export class PlainSocket extends EventEmitter implements FrameSocket {
  readonly #ws: WebSocket
  readonly #address: Uint8Array
  #isWhole = true

  constructor(ws: WebSocket, document: string, token: string | null) {
    super()
    this.#ws = ws
    this.#address = addressOf(document)
    ws.on('message', (data, isBinary) => {
      const frame = data as Buffer
      // Answers to it would be the only frames without a document; that protocol has none of them.
      this.emit('message', isBinary ? Buffer.concat([this.#address, frame]) : data, isBinary)
    })
    for (const event of ['pong', 'close', 'error'] as const) {
      ws.on(event, (...all: unknown[]) => this.emit(event, ...all))
    }
    // Whoever listens is only there in the next turn.
    queueMicrotask(() => this.emit('message', this.#hello(token), true))
  }

  get readyState(): WebSocket['readyState'] {
    return this.#ws.readyState
  }

  get bufferedAmount(): number {
    return this.#ws.bufferedAmount
  }

  send(frame: Uint8Array, { fin }: { fin: boolean }): void {
    // Only messages of lists come in parts, and this protocol has no word for them.
    const isPart = !fin || !this.#isWhole
    this.#isWhole = fin
    if (isPart || frame.length <= this.#address.length) return
    const type = frame[this.#address.length]
    const message = frame.subarray(this.#address.length)
    switch (type) {
      case FRAME.sync:
      case FRAME.awareness:
        return this.#ws.send(message)
      case FRAME.syncReply:
        return this.#ws.send(Buffer.concat([Uint8Array.of(FRAME.sync), message.subarray(1)]))
      case FRAME.auth:
        return this.#tell(message)
      default:
    }
  }

  ping(): void {
    this.#ws.ping()
  }

  close(code?: number, reason?: string): void {
    this.#ws.close(code, reason)
  }

  terminate(): void {
    this.#ws.terminate()
  }

  /** The authentication that a Hocuspocus client would begin with. */
  #hello(token: string | null): Buffer {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, FRAME.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, writeSyncToken({ schema: null, token }))
    return Buffer.concat([this.#address, encoding.toUint8Array(encoder)])
  }

  /** A client that is not let in is told why; being let in is told by the content. */
  #tell(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message.subarray(1))
    if (decoding.readVarUint(decoder) !== PERMISSION_DENIED) return
    const reason = decoding.readVarString(decoder)
    // Nothing was judged: the server goes on trying, and the content comes when storage answers.
    if (reason === DENIALS.unavailable) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, FRAME.auth)
    encoding.writeVarUint(encoder, Y_PERMISSION_DENIED)
    encoding.writeVarString(encoder, reason)
    this.#ws.send(encoding.toUint8Array(encoder))
    this.#ws.close(CLOSE_CODES.signedOut, reason)
  }
}

function addressOf(document: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, document)
  return encoding.toUint8Array(encoder)
}
