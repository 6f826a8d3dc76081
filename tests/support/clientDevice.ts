import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import WebSocket from 'ws'
import type { AreaView, Me, SyncState, WorkspaceClient } from '#lib/client/client.ts'
import type { Environment } from '#lib/client/environment.ts'
import { newId } from '#lib/client/id.ts'
import { openWorkspace, type WorkspaceOptions } from '#lib/client/openWorkspace.ts'
import { ORIGIN } from './sync.ts'

export interface OpenOptions {
  readonly schemaVersion?: number
  readonly environment?: Partial<Environment>
  readonly identify?: WorkspaceOptions['identify']
  readonly prefetchLimit?: number
}

/**
 * A browser of one person: a disk that outlives its tabs, a network that can be cut, and what tabs share. Tabs are
 * opened with `open`; closing one without `close` is a crash.
 */
export class Device {
  indexedDB: IDBFactory | null = new IDBFactory()
  readonly me: Me
  readonly server: { url: string }
  readonly #name = newId()
  readonly #sockets = new Set<WebSocket>()
  readonly #wakes = new Set<() => void>()
  readonly #tabs = new Set<WorkspaceClient>()
  readonly #network = { isUp: true }
  session: string

  constructor(server: { url: string }, person = 'ana', roles: readonly string[] = ['owner']) {
    this.server = server
    const name = person[0]!.toUpperCase() + person.slice(1)
    this.session = `${person}-${newId()}`
    this.me = { id: person, name, email: `${person}@sluice.test`, colour: 3, roles }
  }

  /** Opens a tab. */
  open(options: OpenOptions = {}): WorkspaceClient {
    const client = openWorkspace({
      workspaceId: 'w1',
      me: this.me,
      schemaVersion: options.schemaVersion ?? 1,
      url: this.server.url,
      identify: options.identify,
      prefetchLimit: options.prefetchLimit,
      environment: { ...this.#environment(), ...options.environment },
    })
    this.#tabs.add(client)
    return client
  }

  offline(): void {
    this.#network.isUp = false
    for (const socket of this.#sockets) socket.terminate()
  }

  online(): void {
    this.#network.isUp = true
    for (const wake of this.#wakes) wake()
  }

  /** Ends every tab in an orderly way. */
  async shut(): Promise<void> {
    await Promise.all([...this.#tabs].map((tab) => tab.close()))
    this.#tabs.clear()
  }

  #environment(): Partial<Environment> {
    const sockets = this.#sockets
    const network = this.#network
    const headers = () => ({
      cookie: `person=${this.me.id}; session=${this.session}`,
      origin: ORIGIN,
    })
    class DeviceSocket extends WebSocket {
      constructor(url: string) {
        // Nothing listens on port 1: the attempt fails like one without a network.
        super(network.isUp ? url : 'ws://127.0.0.1:1', { headers: headers() })
        sockets.add(this)
        this.on('close', () => sockets.delete(this))
        this.on('error', () => {})
      }
    }
    return {
      WebSocket: DeviceSocket as unknown as typeof globalThis.WebSocket,
      indexedDB: this.indexedDB,
      locks: {
        request: (name: string, ...rest: unknown[]) =>
          Reflect.apply(navigator.locks.request, navigator.locks, [
            `${this.#name}:${name}`,
            ...rest,
          ]),
      } as Pick<LockManager, 'request'>,
      channel: (name) => {
        const channel = new BroadcastChannel(`${this.#name}:${name}`)
        ;(channel as unknown as { unref(): void }).unref()
        return channel
      },
      onWake: (wake) => {
        this.#wakes.add(wake)
        return () => this.#wakes.delete(wake)
      },
      onOffline: () => () => {},
      // Nothing is brought ahead unless a test is about that: what it opens is what is here.
      onIdle: () => () => {},
    }
  }
}

/** Resolves with the first value of a readable that passes; rejects with the last one seen after `patience` ms. */
export async function until<T, U extends T>(
  readable: { get(): T; subscribe(listener: () => void): () => void },
  test: (value: T) => value is U,
  patience?: number,
): Promise<U>
export async function until<T>(
  readable: { get(): T; subscribe(listener: () => void): () => void },
  test: (value: T) => boolean,
  patience?: number,
): Promise<T>
export function until<T>(
  readable: { get(): T; subscribe(listener: () => void): () => void },
  test: (value: T) => boolean,
  patience = 15_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`Still ${describe(readable.get())} after ${patience} ms`))
    }, patience)
    const look = () => {
      const value = readable.get()
      if (!test(value)) return
      clearTimeout(timer)
      stop()
      resolve(value)
    }
    const stop = readable.subscribe(look)
    look()
  })
}

/** The area once it is there. */
export async function ready(
  client: WorkspaceClient,
): Promise<Extract<AreaView, { phase: 'ready' }>> {
  return until(client.area, isReady)
}

export function isReady(view: AreaView): view is Extract<AreaView, { phase: 'ready' }> {
  return view.phase === 'ready'
}

/** Waits until everything is on the server. */
export async function saved(client: WorkspaceClient): Promise<void> {
  await until(client.sync, ({ kind }: SyncState) => kind === 'saved')
}

function describe(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each instanceof Map ? [...each.values()] : each instanceof Set ? [...each] : each,
  )?.slice(0, 800)
}
