import WebSocket from 'ws'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Wire } from '#tests/support/wire.ts'

/**
 * One person in a document. Everyone holds a real Y.Doc to type into; only a probe applies what it receives (the
 * cost of decoding on the benchmark's side would drown the server's).
 */
export class Typist {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly socket: WebSocket
  received = 0
  /** What came over the socket, in bytes of messages. */
  bytes = 0
  synced: Promise<void>
  readonly #wire: Wire
  readonly #document: string
  readonly #text: Y.XmlText
  #caret = 0

  constructor(
    options: {
      url: string
      wire: Wire
      document: string
      token: string
      origin?: string
      /** What is asked on the same socket, besides. */
      also?: readonly Uint8Array[]
    },
    onUpdate: ((update: Uint8Array) => void) | null,
    onAwareness: ((update: Uint8Array) => void) | null = null,
  ) {
    const { url, wire, document, token, also = [] } = options
    this.#wire = wire
    this.#document = document
    this.#text = new Y.XmlText()
    this.socket = new WebSocket(url, { perMessageDeflate: false })
    this.socket.binaryType = 'arraybuffer'
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.synced = promise
    this.socket.on('error', reject)
    this.socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    this.socket.on('open', () => {
      for (const frame of wire.hello(document, token, Y.encodeStateVector(this.doc))) {
        this.socket.send(frame)
      }
      for (const frame of also) this.socket.send(frame)
    })
    this.socket.on('message', (raw: ArrayBuffer) => {
      this.bytes += raw.byteLength
      const message = wire.read(new Uint8Array(raw))
      this.received += 1
      if (message.kind === 'step1') {
        if (message.document !== null && message.document !== document) return
        const missing = Y.encodeStateAsUpdate(this.doc, message.stateVector)
        this.socket.send(wire.syncStep2(document, missing))
        resolve()
      } else if (message.kind === 'update') {
        onUpdate?.(message.update)
      } else if (message.kind === 'awareness') {
        onAwareness?.(message.update)
      }
    })
    this.doc.on('update', (update: Uint8Array) => {
      this.socket.send(wire.update(document, update))
    })
  }

  /** Adds this person's own paragraph, so that typing never waits for others' text. */
  begin(): void {
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [this.#text])
      this.doc.getXmlFragment('body').push([paragraph])
    })
  }

  /** Types one character and moves the cursor behind it. Gives the clock that the cursor is told with. */
  type(): number {
    this.#text.insert(this.#text.length, 'e')
    return this.point()
  }

  /** Moves the cursor, and nothing else. Gives the clock it is told with. */
  point(): number {
    this.#caret += 1
    this.awareness.setLocalState({
      user: { name: `Person ${this.doc.clientID}`, color: '#5b5bd6' },
      cursor: { anchor: this.#caret, head: this.#caret },
    })
    this.socket.send(
      this.#wire.awareness(
        this.#document,
        encodeAwarenessUpdate(this.awareness, [this.doc.clientID]),
      ),
    )
    return this.awareness.meta.get(this.doc.clientID)!.clock
  }

  close(): void {
    this.socket.removeAllListeners('close')
    this.socket.terminate()
    this.awareness.destroy()
    this.doc.destroy()
  }
}
