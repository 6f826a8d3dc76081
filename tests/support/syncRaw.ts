import WebSocket from 'ws'
import { type Received, hocuspocusWire as wire } from './wire.ts'
import { until } from './sync.ts'

/** A client that sends whatever a test wants, frame by frame. */
export class RawSocket {
  readonly ws: WebSocket
  readonly received: Received[] = []
  readonly opened: Promise<void>
  closed: { code: number; reason: string } | null = null
  /** The HTTP status with which the upgrade was turned away. */
  refused: number | null = null

  constructor(url: string, headers: Record<string, string> = {}) {
    this.ws = new WebSocket(url, { headers, perMessageDeflate: false })
    this.ws.binaryType = 'arraybuffer'
    this.opened = new Promise((resolve) => this.ws.on('open', () => resolve()))
    this.ws.on('message', (data: ArrayBuffer) => {
      const frame = new Uint8Array(data)
      if (frame.length > 1) this.received.push(wire.read(frame))
    })
    this.ws.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }))
    this.ws.on('unexpected-response', (_req, res) => (this.refused = res.statusCode ?? 0))
    this.ws.on('error', () => undefined)
  }

  send(...frames: Uint8Array[]): void {
    for (const frame of frames) this.ws.send(frame)
  }

  /** Opens a document and waits until it is let in. */
  async join(document: string, token: string): Promise<void> {
    await this.opened
    this.send(...wire.hello(document, token, Uint8Array.of(0)))
    await until(() => this.received.some(({ kind }) => kind === 'step1'), `let into ${document}`)
    this.send(wire.syncStep2(document, Uint8Array.of(0, 0)))
    await until(() => this.of('status').length > 0, `first exchange of ${document}`)
    this.received.length = 0
  }

  of<K extends Received['kind']>(kind: K): Extract<Received, { kind: K }>[] {
    return this.received.filter((one): one is Extract<Received, { kind: K }> => one.kind === kind)
  }

  leave(): void {
    this.ws.terminate()
  }
}
