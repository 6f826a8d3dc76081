import type { WebSocketStatus } from '@hocuspocus/provider'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { CLOSE_CODES, DENIALS, type Denial, writeSyncToken } from '../schema/syncToken.ts'
import { must } from '../domain/must.ts'
import type { DocumentProvider, Saving } from './documentProvider.ts'
import type { Environment, Yjs } from './environment.ts'
import { Value } from './readable.ts'
import type { WorkspaceSocket } from './workspaceSocket.ts'

/** `connecting` is the time before the first answer, right after opening: nothing is wrong yet. */
export type Link = 'connecting' | 'online' | 'offline'

/** What the server said about this person or page; null: nothing against them. */
export type Verdict = null | 'signed-out' | 'access-changed' | 'reload-needed'

/** Who the browser's session belongs to now. `unknown`: the server could not be asked. */
export type Identity = 'same' | 'other' | 'signed-out' | 'unknown'

export interface DocumentHandlers extends Saving {
  /** The server let this connection in. `readOnly`: it will not take edits. */
  admitted(readOnly: boolean): void
  /**
   * The server does not open the document; `unavailable` and `signed-out` are handled before. True: it is asked for
   * again after a while, because what else is known here says otherwise.
   */
  denied(denial: Denial): boolean
  /** What the server has is in the document. */
  synced(): void
  /** The document is no longer open on this connection; it is asked for again by itself. */
  closed(): void
  received(message: string): void
}

/** After the first connection attempt has had this long, the state is "offline", ms. */
const FIRST_PATIENCE = 4_000
/** The wait before a reconnection: between the first two at first, growing to the third, ms. */
const RECONNECT = { least: 100, first: 400, longest: 15_000 }
/** The wait before asking again for a document the server could not open: first, longest, ms. */
const REOPEN = { first: 500, longest: 30_000 }
/** How often a signed-out page looks whether someone signed in again, ms. */
const RECHECK = 60_000

/** What the provider's socket says of itself; its own names for it would bring all of it here. */
const CONNECTING: `${WebSocketStatus.Connecting}` = 'connecting'
const CONNECTED: `${WebSocketStatus.Connected}` = 'connected'

export interface ConnectionOptions {
  readonly url: string
  readonly schemaVersion: number
  /** An API token, where there is no session cookie. */
  readonly token: string | null
  /** Asks whose session the browser has; null where a token says it. */
  readonly identify: (() => Promise<Identity>) | null
}

/** The one socket of a workspace, and what its closing and denials mean. */
export class Connection {
  readonly link: Value<Link>
  readonly verdict = new Value<Verdict>(null)
  readonly #environment: Environment
  readonly #options: ConnectionOptions
  readonly #stops: (() => void)[] = []
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #identity: Promise<Identity> | null = null
  #opened: { readonly yjs: Yjs; readonly socket: WorkspaceSocket } | null = null
  #lastTry = 0
  #closed = false

  constructor(environment: Environment, options: ConnectionOptions) {
    this.#environment = environment
    // What the browser knows need not be found out by waiting.
    this.link = new Value<Link>(environment.isOffline() ? 'offline' : 'connecting')
    this.#options = options
    this.#stops.push(
      environment.onWake(() => this.retryNow()),
      environment.onOffline(() => this.#opened?.socket.drop()),
    )
    this.#later(FIRST_PATIENCE, () => {
      if (this.link.get() === 'connecting') this.link.set('offline')
    })
  }

  /** From now on documents can be attached. */
  begin(yjs: Yjs): void {
    const { url } = this.#options
    const environment = this.#environment
    const socket = new yjs.WorkspaceSocket({
      url,
      WebSocketPolyfill: environment.WebSocket,
      autoConnect: false,
      // The first wait has no chance in it in the library; so each client has its own.
      delay: Math.round(
        RECONNECT.least + environment.chance() * (RECONNECT.first - RECONNECT.least),
      ),
      minDelay: RECONNECT.least,
      maxDelay: RECONNECT.longest,
      factor: 1.7,
      jitter: true,
    })
    socket.on('close', ({ event }: { event?: { code?: number } }) => this.#onClose(event?.code))
    socket.on('open', () => {
      this.#identity = null
    })
    socket.on('status', ({ status }: { status: string }) => {
      if (status === CONNECTING) this.#lastTry = environment.now()
    })
    this.#opened = { yjs, socket }
  }

  /** Begins to connect. Documents are attached by then, or join later. */
  open(): void {
    void this.#socket.connect()
  }

  /** Tries at once instead of after the wait: back online, or the page is in front again. */
  retryNow(): void {
    if (!this.#opened || this.#closed || this.#isOpen) return
    // Coming back to the front is told in several ways at once, and an attempt under way needs its time.
    const isTrying = this.#socket.status === CONNECTING
    const enough = isTrying ? FIRST_PATIENCE : RECONNECT.first
    if (this.#environment.now() - this.#lastTry < enough) return
    // A socket that is still closing ends the call below; it then connects when it has closed.
    this.#socket.shouldConnect = true
    void this.#socket.connect()
  }

  /** The workspace's list is no longer followed; it is again as soon as the server answers. */
  outOfDate(): void {
    this.link.set('offline')
  }

  /** The server has answered with the workspace's list: this page is up to date. */
  upToDate(): void {
    this.link.set('online')
    if (this.verdict.get() === 'access-changed') this.verdict.set(null)
  }

  /** The server refuses this person or page; it is asked again from time to time through `retry`. */
  judged(verdict: 'access-changed' | 'reload-needed', retry: () => void): void {
    this.link.set('offline')
    this.verdict.set(verdict)
    this.#later(RECHECK, retry)
  }

  /** Opens a document on the socket. Gives its provider; `detach` or `destroy` ends it. */
  attach(
    name: string,
    document: Doc,
    awareness: Awareness | null,
    handlers: DocumentHandlers,
  ): DocumentProvider {
    let attempts = 0
    let timer: ReturnType<typeof setTimeout> | null = null
    const openLater = () => {
      const wait = Math.min(REOPEN.first * 2 ** attempts, REOPEN.longest)
      attempts += 1
      if (timer) this.#cancel(timer)
      timer = this.#later(wait * (0.5 + this.#environment.chance() / 2), () => provider.openAgain())
    }
    const { yjs } = must(this.#opened, 'a connection that has begun')
    const provider = new yjs.DocumentProvider(
      {
        name,
        document,
        awareness,
        websocketProvider: this.#socket,
        token: () => this.#token(),
        onAuthenticated: ({ scope }) => {
          attempts = 0
          this.#admitted()
          handlers.admitted(scope === 'readonly')
        },
        onAuthenticationFailed: ({ reason }) => {
          const denial = readDenial(reason)
          if (denial === DENIALS.unavailable) {
            if (this.link.get() === 'connecting') this.link.set('offline')
            openLater()
          } else if (denial === DENIALS.signedOut) this.#signedOut()
          else if (handlers.denied(denial)) openLater()
        },
        onSynced: () => handlers.synced(),
        onStateless: ({ payload }) => handlers.received(payload),
      },
      handlers,
    )
    // The server closed this document and not the socket: without asking again it would stay closed for ever.
    provider.on('close', () => {
      handlers.closed()
      if (this.#isOpen) openLater()
    })
    provider.on('destroy', () => {
      if (timer) this.#cancel(timer)
    })
    provider.attach()
    return provider
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stops) stop()
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#opened?.socket.destroy()
  }

  get #socket(): WorkspaceSocket {
    return must(this.#opened, 'a connection that has begun').socket
  }

  get #isOpen(): boolean {
    return this.#socket.status === CONNECTED && this.#socket.webSocket?.readyState === 1
  }

  #admitted(): void {
    if (this.verdict.get() === 'signed-out') this.verdict.set(null)
  }

  #signedOut(): void {
    this.verdict.set('signed-out')
    this.link.set('offline')
    this.#socket.disconnect()
    this.#lastTry = 0
    this.#later(RECHECK, () => this.retryNow())
  }

  #onClose(code: number | undefined): void {
    this.#identity = null
    if (this.#closed) return
    // Whom no document lets in counts as a stranger to the server, and is sent away after a while.
    const isStranger = this.verdict.get() === 'access-changed'
    if (code === CLOSE_CODES.signedOut && !isStranger) return this.#signedOut()
    this.link.set('offline')
  }

  /** Throws what Hocuspocus turns into a denial: nothing may be sent under another person's session. */
  async #token(): Promise<string> {
    const { schemaVersion, token, identify } = this.#options
    if (identify) {
      this.#identity ??= identify()
      const identity = await this.#identity
      if (identity === 'unknown') {
        this.#identity = null
        throw new Error(DENIALS.unavailable)
      }
      if (identity !== 'same') throw new Error(DENIALS.signedOut)
    }
    return writeSyncToken({ schema: schemaVersion, token })
  }

  #later(delay: number, work: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (!this.#closed) work()
    }, delay)
    this.#timers.add(timer)
    return timer
  }

  #cancel(timer: ReturnType<typeof setTimeout>): void {
    clearTimeout(timer)
    this.#timers.delete(timer)
  }
}

/** The reason as the server gave it, or inside the message that the provider makes of an error in `#token`. */
function readDenial(reason: string): Denial {
  const known = Object.values(DENIALS).find(
    (denial) => reason === denial || reason.endsWith(`Error: ${denial}`),
  )
  // An unknown reason is not a judgement about the person: try again.
  return known ?? DENIALS.unavailable
}
