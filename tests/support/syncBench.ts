import { afterEach, beforeEach } from 'vitest'
import type { Keeping } from '#server/sync/versions.ts'
import { Browser, startServer, type TestServer } from './sync.ts'
import { RawSocket } from './syncRaw.ts'

/** A server and people for each test of a file; everything is gone after it. */
export interface SyncBench {
  readonly server: TestServer
  /** Someone in a browser of their own. */
  browser(person: string, session?: string): Browser
  /** A bare socket, with the headers of the test's choice. */
  raw(headers?: Record<string, string>, url?: string): RawSocket
  /** Has something end with the test. */
  leaving(one: { leave(): void }): void
  /** Ends the server and starts another one on the same data and port. */
  restart(heartbeatMs?: number): Promise<void>
  /** Ends the server as a power cut would, and starts another one on the same data and port. */
  crash(): Promise<void>
}

/** Makes a bench with the owner `ana`, the member `bo` and the story `s1`. To be called once a file. */
export function useSyncBench({ keeping }: { readonly keeping?: Keeping } = {}): SyncBench {
  let server: TestServer
  const leaving: { leave(): void }[] = []

  beforeEach(async () => {
    server = await startServer(undefined, undefined, undefined, keeping)
    await server.addPerson('bo')
    await server.capture('s1')
  })

  afterEach(async () => {
    for (const one of leaving.splice(0)) one.leave()
    await server.stop()
  })

  return {
    get server() {
      return server
    },
    browser(person, session) {
      const made = new Browser(server, person, session)
      leaving.push(made)
      return made
    },
    raw(headers = {}, url = server.url) {
      const made = new RawSocket(url, headers)
      leaving.push(made)
      return made
    },
    leaving(one) {
      leaving.push(one)
    },
    async restart(heartbeatMs) {
      const { dataDir, port } = server
      await server.stop({ keep: true })
      server = await startServer({ dataDir, port }, undefined, heartbeatMs)
    },
    async crash() {
      const { dataDir, port } = server
      await server.crash()
      server = await startServer({ dataDir, port })
    },
  }
}
