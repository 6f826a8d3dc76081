import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { pino } from 'pino'
import * as Y from 'yjs'
import { type Random, randomFrom } from '#tests/support/random.ts'
import { Browser, startServer, type TestServer, until } from '#tests/support/sync.ts'
import { RawSocket } from '#tests/support/syncRaw.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const FRAMES = 10_000
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

let server: TestServer
/** What the server itself calls an error: a broken frame is none. */
const broken: string[] = []
let uncaught: unknown[] = []
const note = (error: unknown) => uncaught.push(error)

beforeAll(async () => {
  server = await startServer(
    undefined,
    pino({ level: 'error' }, { write: (line) => broken.push(line) }),
  )
  await server.addPerson('bo')
  await server.addPerson('mallory')
  await server.capture('s1')
  await server.capture('s2')
  uncaught = []
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
})

afterAll(async () => {
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
  await server.stop()
})

/** Good frames of every kind, to be spoilt. */
function goodFrames(random: Random): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const body = doc.getXmlFragment('body')
  const paragraph = new Y.XmlElement('paragraph')
  body.insert(0, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, 'some words', { bold: true })
  text.delete(2, 3)
  doc.getMap('meta').set('schema', 1)
  doc.getArray('list').push([1, 'two', { three: [null, true, 4.5] }, new Uint8Array([1, 2])])
  const awareness = new Awareness(doc)
  awareness.setLocalStateField('caret', { anchor: 1, head: 2 })
  const presence = encodeAwarenessUpdate(awareness, [doc.clientID])
  awareness.destroy()
  const command = {
    id: `m${random.below(1e9)}`,
    type: 'renameStory',
    story: 's2',
    title: 'Mutated',
  }
  const name = random.pick(['story:s2', 'area:w1'])
  return [
    ...wire.hello(name, 'token-mallory', Y.encodeStateVector(doc)),
    ...updates.map((update) => wire.update(name, update)),
    wire.syncStep2(name, Y.encodeStateAsUpdate(doc)),
    wire.awareness(name, presence),
    wire.stateless('area:w1', JSON.stringify({ command })),
    wire.stateless('area:w1', JSON.stringify({ subscribe: { since: 1 } })),
    Uint8Array.of(8, ...new TextEncoder().encode('story:s2'), 3),
    Uint8Array.of(8, ...new TextEncoder().encode('story:s2'), 7, 0),
  ]
}

/** Flips, cuts, repeats, inserts or splices bytes. */
function spoil(frame: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(frame.length)
  switch (random.below(7)) {
    case 0:
      return frame.slice(0, at)
    case 1:
      return Uint8Array.from(frame, (byte, index) => (index === at ? random.below(256) : byte))
    case 2:
      return Uint8Array.of(...frame.slice(0, at), random.below(256), ...frame.slice(at))
    case 3:
      return Uint8Array.of(...frame.slice(0, at), ...other.slice(random.below(other.length)))
    case 4:
      return Uint8Array.from(frame, (byte) => (random.chance(0.05) ? random.below(256) : byte))
    case 5:
      // A length that claims far more than there is.
      return Uint8Array.of(...frame.slice(0, at), 0xff, 0xff, 0xff, 0xff, 0x0f, ...frame.slice(at))
    default:
      // The header stays: the body is spoilt where it hurts.
      return Uint8Array.from(frame, (byte, index) =>
        index > 12 && random.chance(0.1) ? random.below(256) : byte,
      )
  }
}

describe('[HZ14] broken frames', () => {
  test(
    `${FRAMES} of them end nothing but their own socket, and cost no memory (SEED=${seed})`,
    { timeout: 120_000 },
    async () => {
      console.log(`[HZ14] SEED=${seed}`)
      const random = randomFrom(seed)
      const ana = new Browser(server, 'ana')
      const bo = new Browser(server, 'bo')
      const anaStory = ana.open('story:s1')
      const boStory = bo.open('story:s1')
      await anaStory.synced()
      await boStory.synced()

      let mallory = await enter()
      let heap = 0
      for (let sent = 0; sent < FRAMES; sent += 1) {
        if (mallory.closed || mallory.ws.readyState !== 1) mallory = await enter()
        const frames = goodFrames(random)
        mallory.send(spoil(random.pick(frames), random.pick(frames), random))
        if (sent % 100 === 0) {
          anaStory.text.insert(0, `${sent} `)
          await until(
            () => boStory.text.toString().startsWith(`${sent} `),
            `edit ${sent} reaches Bo`,
          )
          await new Promise(setImmediate)
        }
        if (sent === FRAMES / 2) heap = heapAfterCollection()
      }
      mallory.leave()
      await anaStory.synced()
      await until(() => server.sync.connections() === 2)
      const grown = heapAfterCollection() - heap
      expect(uncaught).toEqual([])
      expect(broken).toEqual([])
      console.log(`[HZ14] heap ${Math.round(grown / 1024)} kB after the second half`)
      expect(grown).toBeLessThan(20 * 1024 * 1024)
      expect(ana.closes).toEqual([])
      expect(bo.closes).toEqual([])
      expect(boStory.text.toString()).toBe(anaStory.text.toString())

      // What they wrote into can still be opened, by everyone and after a restart.
      ana.leave()
      bo.leave()
      const { dataDir, port } = server
      await server.stop({ keep: true })
      server = await startServer({ dataDir, port })
      const after = new Browser(server, 'ana')
      await after.open('story:s2').synced()
      const story = after.open('story:s1')
      await story.synced()
      expect(story.text.toString()).toBe(anaStory.text.toString())
      after.leave()
    },
  )
})

describe('what one person makes the server keep', () => {
  test('[HZ25] updates that build on missing ones are kept up to a sum, over however many documents of however many sockets', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('body').insert(0, 'a')
    doc.getText('body').insert(1, 'x'.repeat(6_000_000))
    const sockets = Array.from({ length: 8 }, () => new RawSocket(server.url))
    for (const [count, socket] of sockets.entries()) {
      const name = `story:s1\0gap${count}`
      await socket.join(name, 'token-mallory')
      socket.send(wire.syncStep2(name, Uint8Array.of(0, 0)))
      socket.send(wire.update(name, updates[1]!))
    }
    await until(() => sockets.some(({ closed }) => closed !== null))
    expect(sockets[0]!.closed).toBeNull()
    for (const socket of sockets) socket.leave()
  })
})

/** Someone let into a story and the list, who then turns bad. */
async function enter(): Promise<RawSocket> {
  const socket = new RawSocket(server.url)
  await socket.join('story:s2', 'token-mallory')
  await socket.join('area:w1', 'token-mallory')
  return socket
}

/** Bytes in use when nothing is waiting to be collected. */
function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
