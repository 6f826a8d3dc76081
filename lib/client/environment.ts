import { newId } from './id.ts'

/** What of the client needs Yjs. */
export type Yjs = typeof import('./yjs.ts')

/** What a client needs from the browser. Tests give their own; null is a browser that does not have it. */
export interface Environment {
  readonly WebSocket: typeof globalThis.WebSocket
  readonly indexedDB: IDBFactory | null
  readonly locks: Pick<LockManager, 'request'> | null
  /** Opens a channel to the other tabs of this browser. */
  channel(name: string): BroadcastChannel | null
  /** Fetches what of the client needs Yjs. Rejects without a network, unless it was fetched before. */
  loadYjs(): Promise<Yjs>
  /** Milliseconds since the epoch. */
  now(): number
  newId(): string
  /** 0 up to, not including, 1. */
  chance(): number
  /** Calls back when trying the server again at once is worth it: back online, or back in front. Gives the stop. */
  onWake(wake: () => void): () => void
  /** Calls back when the browser reports that there is no network. Gives the stop. */
  onOffline(offline: () => void): () => void
  /** True when the browser knows by itself that there is no network. */
  isOffline(): boolean
  /** Calls back once, later than this call returns, when the page has nothing better to do. Gives the stop. */
  onIdle(idle: () => void): () => void
  /** True where the person wants as little fetched as can be. */
  savesData(): boolean
  /** How much this browser keeps of the whole site, in bytes; null where it does not tell. */
  storedBytes(): Promise<number | null>
  /** Calls back when the page is going away for good or for a while. Gives the stop. */
  onLeave(leave: () => void): () => void
  /** Where `/sync/…` lives: `ws://host` or `wss://host`. */
  readonly origin: string
}

/** The browser itself. */
export function browserEnvironment(): Environment {
  return {
    WebSocket: globalThis.WebSocket,
    indexedDB: globalThis.indexedDB ?? null,
    // Only in secure contexts; on plain http every tab sends for itself, which the ids make harmless.
    locks: globalThis.navigator?.locks ?? null,
    channel: (name) =>
      typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name),
    loadYjs: () => import('./yjs.ts'),
    now: () => Date.now(),
    newId,
    chance: () => Math.random(),
    onWake,
    onOffline: (offline) => listen(globalThis, 'offline', offline),
    isOffline: () => globalThis.navigator?.onLine === false,
    onIdle,
    savesData,
    storedBytes,
    onLeave: (leave) => listen(globalThis, 'pagehide', leave),
    origin: typeof location === 'undefined' ? '' : location.origin.replace(/^http/, 'ws'),
  }
}

/** Where the browser cannot say when it is idle, work comes in small pieces with this between them, ms. */
const BETWEEN = 200

function onIdle(idle: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(idle, BETWEEN)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(idle)
  return () => cancelIdleCallback(asked)
}

function savesData(): boolean {
  const browser = globalThis.navigator as { connection?: { saveData?: boolean } } | undefined
  return browser?.connection?.saveData === true
}

async function storedBytes(): Promise<number | null> {
  // Absent on plain http.
  const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => null)
  return estimate?.usage ?? null
}

function onWake(wake: () => void): () => void {
  const stops = [
    listen(globalThis, 'online', wake),
    listen(globalThis, 'focus', wake),
    listen(globalThis, 'pageshow', wake),
    listen(globalThis.document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') wake()
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** In Node there is nothing to listen to. */
function listen(target: EventTarget | undefined, event: string, listener: () => void): () => void {
  if (typeof target?.addEventListener !== 'function') return () => {}
  target.addEventListener(event, listener)
  return () => target.removeEventListener(event, listener)
}
