import WebSocket from 'ws'
import * as Y from 'yjs'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

/** What a board is told: the number of a change, and the stories it sets. */
type Heard = (seq: number, at: number) => void

/**
 * One person with the boards open: in the refinement area and on every backlog, on a bare socket. It looks only for the
 * number of a change; what a browser does with it is the browser's time.
 */
export class Viewer {
  /** Resolves when every list has answered. */
  readonly ready: Promise<void>
  onChange: Heard = () => {}
  readonly #socket: WebSocket
  readonly #area: string
  readonly #answers = new Map<
    string,
    (result: { ok: boolean; seq?: number; code?: string }) => void
  >()

  constructor(options: { url: string; token: string; lists: readonly string[]; since: number }) {
    const { url, token, lists, since } = options
    this.#area = lists[0]!
    this.#socket = new WebSocket(url, { perMessageDeflate: false })
    this.#socket.binaryType = 'arraybuffer'
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.ready = promise
    this.#socket.on('error', reject)
    this.#socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    const vector = Y.encodeStateVector(new Y.Doc())
    this.#socket.on('open', () => {
      for (const list of lists) {
        for (const frame of wire.hello(list, token, vector)) this.#socket.send(frame)
        this.#socket.send(wire.stateless(list, JSON.stringify({ subscribe: { since } })))
      }
    })
    let unanswered = lists.length
    this.#socket.on('message', (raw: ArrayBuffer) => {
      const at = performance.now()
      const frame = new Uint8Array(raw)
      const message = frame.length > 1 ? wire.read(frame) : null
      if (message?.kind === 'denied') reject(new Error(message.reason))
      if (message?.kind !== 'stateless') return
      const { payload } = message
      if (payload.startsWith('{"result"')) return this.#answered(payload)
      if (unanswered > 0) {
        unanswered -= 1
        if (unanswered === 0) resolve()
        return
      }
      const seq = /"seq":(\d+)/.exec(payload)?.[1]
      if (seq) this.onChange(Number(seq), at)
    })
  }

  /** Sends a command and gives the server's answer. */
  send(command: { readonly id: string }): Promise<{ ok: boolean; seq?: number; code?: string }> {
    const { promise, resolve } = Promise.withResolvers<{
      ok: boolean
      seq?: number
      code?: string
    }>()
    this.#answers.set(command.id, resolve)
    this.#socket.send(wire.stateless(this.#area, JSON.stringify({ command })))
    return promise
  }

  close(): void {
    this.#socket.removeAllListeners()
    this.#socket.on('error', () => {})
    this.#socket.terminate()
  }

  #answered(payload: string): void {
    const { result } = JSON.parse(payload) as { result: { id: string; ok: boolean } }
    this.#answers.get(result.id)?.(result)
    this.#answers.delete(result.id)
  }
}
