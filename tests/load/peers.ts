import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { sessionList } from '#lib/domain/lists.ts'
import { ServerProcess } from '#tests/support/serverProcess.ts'
import { hocuspocusWire, yWebsocketWire } from '#tests/support/wire.ts'
import { type Peer, startProcess, stopProcess } from './peer.ts'

let documents = 0

/** Starts every server under measurement, y-websocket's first: it is the base of the ratios. */
export async function startPeers(): Promise<Peer[]> {
  return Promise.all([yWebsocket(), hocuspocus(), sluice()])
}

async function yWebsocket(): Promise<Peer> {
  const { child, ready } = await startProcess('y-websocket.ts')
  return {
    name: 'y-websocket',
    wire: yWebsocketWire,
    pid: child.pid!,
    token: '',
    newDocument: async () => `room-${(documents += 1)}`,
    connection: (document) => ({ url: `ws://127.0.0.1:${ready.port}/${document}` }),
    stop: () => stopProcess(child),
  }
}

async function hocuspocus(): Promise<Peer> {
  const { child, ready } = await startProcess('hocuspocus.ts')
  return {
    name: 'Hocuspocus',
    wire: hocuspocusWire,
    pid: child.pid!,
    token: '',
    newDocument: async () => `room-${(documents += 1)}`,
    connection: () => ({ url: `ws://127.0.0.1:${ready.port}/` }),
    stop: () => stopProcess(child),
  }
}

/** Sluice, on SQLite in a new folder, with an owner. */
export async function sluice(): Promise<Peer & { readonly workspace: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sluice-bench-'))
  const server = await ServerProcess.start({ dataDir, databaseUrl: null })
  const { workspace, token } = await server.createOwner()
  return {
    name: 'Sluice',
    workspace,
    wire: hocuspocusWire,
    pid: server.pid,
    token,
    async newDocument() {
      const story = `bench-${(documents += 1)}`
      await server.capture(workspace, token, [story])
      return `story:${story}`
    },
    connection: () => ({ url: server.syncUrl(workspace) }),
    async newMeeting() {
      const session = `meeting-${(documents += 1)}`
      const schedule = {
        id: session,
        type: 'scheduleSession',
        session,
        kind: 'meeting',
        name: session,
      } as const
      await server.run(workspace, token, schedule)
      const list = sessionList(session)
      return [
        ...hocuspocusWire.hello(list, token, Y.encodeStateVector(new Y.Doc())),
        hocuspocusWire.stateless(list, JSON.stringify({ subscribe: { since: 0 } })),
      ]
    },
    async stop() {
      await server.kill()
      await rm(dataDir, { recursive: true })
    },
  }
}
