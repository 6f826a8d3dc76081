import WebSocket from 'ws'
import * as Y from 'yjs'
import { hocuspocusWire as wire } from './wire.ts'

/**
 * Someone on a bare socket in one story, who counts exactly what the server called saved: acknowledgements come in
 * the order of the writes, so the n-th (after the one of the first sync) stands for the n-th edit.
 */
export class RawPerson {
  readonly doc = new Y.Doc()
  /** Edits made, and how many of them the server has acknowledged. */
  typed = 0
  acknowledged = 0
  /** Commands sent, and the ids the server answered with ok. */
  readonly accepted: string[] = []
  readonly ready: Promise<void>
  readonly #socket: WebSocket
  readonly #story: string
  readonly #area: string
  #statuses = 0

  constructor(options: { url: string; token: string; workspace: string; story: string }) {
    this.#story = `story:${options.story}`
    this.#area = `area:${options.workspace}`
    this.#socket = new WebSocket(options.url, { perMessageDeflate: false })
    this.#socket.binaryType = 'arraybuffer'
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.ready = promise
    this.#socket.on('error', reject)
    this.#socket.on('close', (code) => reject(new Error(`the socket closed with ${code}`)))
    this.#socket.on('open', () => {
      for (const document of [this.#story, this.#area]) {
        const vector = Y.encodeStateVector(this.doc)
        for (const frame of wire.hello(document, options.token, vector)) this.#socket.send(frame)
      }
    })
    this.#socket.on('message', (raw: ArrayBuffer) => this.#receive(new Uint8Array(raw), resolve))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.typed += 1
      this.#socket.send(wire.update(this.#story, update))
    })
  }

  /** Types one character into the story's body; one Yjs clock tick. */
  type(character: string): void {
    this.doc.getText('kill').insert(0, character)
  }

  send(command: Record<string, unknown>): void {
    this.#socket.send(wire.stateless(this.#area, JSON.stringify({ command })))
  }

  leave(): void {
    this.#socket.removeAllListeners()
    this.#socket.on('error', () => {})
    this.#socket.terminate()
  }

  #receive(frame: Uint8Array, ready: () => void): void {
    const name = nameOf(frame)
    const message = wire.read(frame)
    if (message.kind === 'stateless') {
      const { result } = JSON.parse(message.payload) as { result?: { id: string; ok: boolean } }
      if (result?.ok) this.accepted.push(result.id)
    }
    if (name !== this.#story) return
    if (message.kind === 'update') Y.applyUpdate(this.doc, message.update, this)
    if (message.kind === 'step1') {
      const missing = Y.encodeStateAsUpdate(this.doc, message.stateVector)
      this.#socket.send(wire.syncStep2(this.#story, missing))
    }
    if (message.kind === 'status' && message.saved) {
      this.#statuses += 1
      this.acknowledged = this.#statuses - 1
      ready()
    }
  }
}

function nameOf(frame: Uint8Array): string {
  // A name shorter than 128 bytes: one length byte, then the text.
  return new TextDecoder().decode(frame.subarray(1, 1 + frame[0]!))
}
