import { type Peer, startProcess, stopProcess } from './peer.ts'
import { hocuspocusWire, yWebsocketWire } from '#tests/support/wire.ts'

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

async function sluice(): Promise<Peer> {
  const { child, ready } = await startProcess('sluice.ts')
  const base = `127.0.0.1:${ready.port}`
  return {
    name: 'Sluice',
    wire: hocuspocusWire,
    pid: child.pid!,
    token: ready.token!,
    async newDocument() {
      const story = `bench-${(documents += 1)}`
      const response = await fetch(`http://${base}/api/v1/workspaces/${ready.workspace}/commands`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ready.token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          command: { id: story, type: 'captureStory', story, title: 'Publish a Data Package online' },
        }),
      })
      if (!response.ok) throw new Error(`captureStory: ${response.status} ${await response.text()}`)
      return `story:${story}`
    },
    connection: () => ({ url: `ws://${base}/sync/${ready.workspace}` }),
    stop: () => stopProcess(child),
  }
}
