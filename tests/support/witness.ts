import { ORIGIN, until } from './sync.ts'
import { RawSocket } from './syncRaw.ts'
import { hocuspocusWire as wire } from './wire.ts'

/** Someone with a session who sits in documents, subscribes to lists, and keeps every byte that the server sends. */
export class Witness {
  readonly socket: RawSocket
  readonly #frames: Buffer[] = []
  #left = false

  constructor(server: { url: string }, person: string) {
    const cookie = `person=${person}; session=${person}-witness`
    this.socket = new RawSocket(server.url, { cookie, origin: ORIGIN })
    this.socket.ws.on('message', (frame: ArrayBuffer) => this.#frames.push(Buffer.from(frame)))
  }

  /** Opens documents, and subscribes to those that are lists. */
  async sit(...documents: readonly string[]): Promise<this> {
    for (const document of documents) {
      this.socket.received.length = 0
      await this.socket.join(document, '')
      if (document.startsWith('story:')) continue
      this.socket.send(wire.stateless(document, JSON.stringify({ subscribe: { since: null } })))
      await until(() => this.socket.of('stateless').length > 0, `the snapshot of ${document}`)
    }
    return this
  }

  /** Forgets what came so far. */
  forget(): void {
    this.#frames.length = 0
    this.socket.received.length = 0
  }

  /** What the lists have said since. */
  get said(): readonly string[] {
    return this.socket.of('stateless').map(({ payload }) => payload)
  }

  /** True when these letters came, in whatever frame. */
  heard(letters: string): boolean {
    return Buffer.concat(this.#frames).includes(letters)
  }

  /** True when the server ended the connection. */
  get wasDisturbed(): boolean {
    return !this.#left && this.socket.closed !== null
  }

  leave(): void {
    this.#left = true
    this.socket.leave()
  }
}
