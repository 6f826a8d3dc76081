import WebSocket from 'ws'
import type { Random } from './random.ts'

/**
 * The way between one person and the server: slow by chance, cut and healed by the test. Frames keep their order, as
 * in TCP, but a cut loses whatever is still under way, in both directions.
 */
export class SimulatedLine {
  #up = true
  readonly #sockets = new Set<SimulatedSocket>()
  readonly random: Random
  /** Longest delay of a frame, ms. */
  readonly slowest: number
  /** Is told every frame that the server sends, whether it arrives or not. */
  readonly heard: (frame: ArrayBuffer) => void

  constructor(random: Random, slowest = 8, heard: (frame: ArrayBuffer) => void = () => {}) {
    this.random = random
    this.slowest = slowest
    this.heard = heard
  }

  get up(): boolean {
    return this.#up
  }

  cut(): void {
    this.#up = false
    for (const socket of this.#sockets) socket.lose()
  }

  heal(): void {
    this.#up = true
  }

  /** The class a client is given in place of the browser's WebSocket. `headers` carry the session's cookie. */
  socketClass(headers: () => Record<string, string>): typeof globalThis.WebSocket {
    const line = this
    return class extends SimulatedSocket {
      constructor(url: string) {
        super(url, line, headers())
        line.#sockets.add(this)
        this.addEventListener('close', () => line.#sockets.delete(this))
      }
    } as unknown as typeof globalThis.WebSocket
  }
}

class SimulatedSocket extends EventTarget {
  static readonly OPEN = 1
  binaryType = 'arraybuffer'
  readyState = 0
  readonly #socket: WebSocket
  readonly #line: SimulatedLine
  #outgoing = Promise.resolve()
  #incoming = Promise.resolve()

  constructor(url: string, line: SimulatedLine, headers: Record<string, string>) {
    super()
    this.#line = line
    this.#socket = new WebSocket(url, { headers, perMessageDeflate: false })
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.on('error', () => this.#end(1006))
    this.#socket.on('close', (code) => this.#end(code))
    this.#socket.on('open', () => {
      if (!line.up) return this.lose()
      this.readyState = 1
      this.dispatchEvent(new Event('open'))
    })
    this.#socket.on('message', (frame: ArrayBuffer) => {
      line.heard(frame)
      this.#incoming = this.#incoming.then(async () => {
        await this.#delay()
        if (this.readyState === 1) this.dispatchEvent(new MessageEvent('message', { data: frame }))
      })
    })
  }

  send(frame: Uint8Array): void {
    // The client may reuse its buffer: what is under way is a copy.
    const copy = frame.slice()
    this.#outgoing = this.#outgoing.then(async () => {
      await this.#delay()
      if (this.readyState === 1 && this.#socket.readyState === WebSocket.OPEN)
        this.#socket.send(copy)
    })
  }

  close(): void {
    this.readyState = Math.max(this.readyState, 2)
    this.#socket.close()
  }

  /** The line went dead: nothing more arrives on either side. */
  lose(): void {
    this.#end(1006)
    this.#socket.terminate()
  }

  #end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }))
  }

  #delay(): Promise<void> {
    const ms = this.#line.random.below(this.#line.slowest + 1)
    return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
  }
}
