import type { RefusedCommand } from './client.ts'
import type { Environment } from './environment.ts'
import type { StoredCommand } from './localStore.ts'

/** What the tabs of one browser tell each other about a workspace. */
export type TabMessage =
  | { readonly kind: 'queued'; readonly stored: StoredCommand; readonly order: number }
  | { readonly kind: 'accepted'; readonly id: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly refused: RefusedCommand }
  | { readonly kind: 'dismissed'; readonly id: string }
  /** Someone typed here: other tabs with the story open show it, offline too. */
  | {
      readonly kind: 'prose'
      readonly story: string
      readonly schema: number
      readonly update: Uint8Array
    }
  /** The prose of a story in that tab has (not) reached the server. */
  | {
      readonly kind: 'writing'
      readonly tab: string
      readonly story: string
      readonly unsaved: boolean
    }
  | { readonly kind: 'leaving'; readonly tab: string }

/** The other tabs of this browser with the same person and workspace. Without BroadcastChannel there are none. */
export class Tabs {
  readonly #channel: BroadcastChannel | null
  readonly #listeners = new Set<(message: TabMessage) => void>()
  #isClosed = false

  constructor(environment: Environment, name: string) {
    this.#channel = environment.channel(name)
    if (!this.#channel) return
    this.#channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      for (const listener of this.#listeners) listener(data)
    })
  }

  tell(message: TabMessage): void {
    if (!this.#isClosed) this.#channel?.postMessage(message)
  }

  onMessage(listener: (message: TabMessage) => void): void {
    this.#listeners.add(listener)
  }

  close(): void {
    this.#isClosed = true
    this.#channel?.close()
  }
}

/** A tab waits so long for another one that sends; then it sends as well, which the commands' ids make harmless, ms. */
const PATIENCE = 5_000

/** The turn to send: one tab of a browser has it at a time, so that commands go out in the order they were given. */
export class Turn {
  readonly #locks: Environment['locks']
  readonly #name: string
  readonly #granted: () => void
  #request: {
    abort: AbortController
    release: (() => void) | null
    timer: ReturnType<typeof setTimeout>
  } | null = null
  #has = false

  constructor(locks: Environment['locks'], name: string, granted: () => void) {
    this.#locks = locks
    this.#name = name
    this.#granted = granted
  }

  get has(): boolean {
    return this.#has
  }

  /** Asks for the turn; `granted` is called when it comes. */
  ask(): void {
    if (this.#has || this.#request) return
    if (!this.#locks) return this.#grant()
    const abort = new AbortController()
    const request = {
      abort,
      release: null as (() => void) | null,
      timer: setTimeout(() => this.#grant(), PATIENCE),
    }
    this.#request = request
    this.#locks
      .request(this.#name, { signal: abort.signal }, () => {
        clearTimeout(request.timer)
        if (this.#request !== request) return undefined
        return new Promise<void>((release) => {
          request.release = release
          this.#grant()
        })
      })
      // Aborted, or locks are not available to this page after all: the patience above ends the wait.
      .catch(() => {})
  }

  giveUp(): void {
    const request = this.#request
    this.#has = false
    this.#request = null
    if (!request) return
    clearTimeout(request.timer)
    if (request.release) request.release()
    else request.abort.abort()
  }

  #grant(): void {
    if (this.#has) return
    this.#has = true
    this.#granted()
  }
}
