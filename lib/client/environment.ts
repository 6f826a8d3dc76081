import { newId } from './id.ts'

/** What a client needs from the browser. Tests give their own; null is a browser that does not have it. */
export interface Environment {
  readonly WebSocket: typeof globalThis.WebSocket
  readonly indexedDB: IDBFactory | null
  readonly locks: Pick<LockManager, 'request'> | null
  /** Opens a channel to the other tabs of this browser. */
  channel(name: string): BroadcastChannel | null
  /** Milliseconds since the epoch. */
  now(): number
  newId(): string
  /** 0 up to, not including, 1. */
  chance(): number
  /** Calls back when trying the server again at once is worth it: back online, or back in front. Gives the stop. */
  onWake(wake: () => void): () => void
  /** Calls back when the browser reports that there is no network. Gives the stop. */
  onOffline(offline: () => void): () => void
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
    now: () => Date.now(),
    newId,
    chance: () => Math.random(),
    onWake,
    onOffline: (offline) => listen(globalThis, 'offline', offline),
    onLeave: (leave) => listen(globalThis, 'pagehide', leave),
    origin: typeof location === 'undefined' ? '' : location.origin.replace(/^http/, 'ws'),
  }
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
