import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BODY, META, SCHEMA_KEY, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { writeSyncToken } from '#lib/schema/syncToken.ts'
import { STORED_MIN_BYTES } from '#server/sync/limits.ts'
import type { RawSocket } from '#tests/support/syncRaw.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const bench = useSyncBench()
const NAME = 'story:s1'
const NOTHING = Uint8Array.of(0)
let past: Y.Doc

/** A story too long to be taken apart before anybody sees it: a snapshot, and one edit behind it. */
beforeEach(async () => {
  const { documents } = bench.server.faults.storage
  past = new Y.Doc()
  const append = (update: Uint8Array) =>
    documents.append([
      { workspace: 'w1', name: NAME, update, by: 'bo', at: 1, newClients: [past.clientID] },
    ])
  past.getMap(META).set(SCHEMA_KEY, SCHEMA_VERSION)
  const paragraph = new Y.XmlElement('paragraph')
  past.getXmlFragment(BODY).push([paragraph])
  paragraph.push([new Y.XmlText('long '.repeat(STORED_MIN_BYTES / 4))])
  const snapshot = Y.encodeStateAsUpdate(past)
  await append(snapshot)
  await documents.compact('w1', NAME, snapshot, 1)
  const before = Y.encodeStateVector(past)
  past.getXmlFragment(BODY).push([new Y.XmlElement('horizontalRule')])
  await append(Y.encodeStateAsUpdate(past, before))
})

/** `inTurn`: the question comes in a turn of its own, as it does from a browser. */
function ask(person: string, schema: number | null, { inTurn = false } = {}): RawSocket {
  const socket = bench.raw()
  const token = writeSyncToken({ schema, token: `token-${person}` })
  const [auth, ...question] = wire.hello(NAME, token, NOTHING)
  void socket.opened.then(() => {
    socket.send(auth!)
    if (inTurn) setTimeout(() => socket.send(...question), 10)
    else socket.send(...question)
  })
  return socket
}

const isLetIn = ({ received }: RawSocket) => received.some(({ kind }) => kind === 'step1')

const hasAll = (socket: RawSocket) =>
  docOf(socket).getXmlFragment(BODY).length === past.getXmlFragment(BODY).length

function docOf(socket: RawSocket): Y.Doc {
  const doc = new Y.Doc()
  for (const { update } of socket.of('update')) Y.applyUpdate(doc, update)
  return doc
}

describe('a long story that nobody has open', () => {
  test('is sent as it is stored, whole, before it is taken apart, and once', async () => {
    const ana = ask('ana', SCHEMA_VERSION)
    await until(() => isLetIn(ana))
    expect(Y.encodeStateAsUpdate(docOf(ana))).toEqual(Y.encodeStateAsUpdate(past))
    const stored = await bench.server.faults.storage.documents.load('w1', NAME)
    expect(ana.of('update').map(({ update }) => update)).toEqual([
      stored!.snapshot,
      ...stored!.log.map(({ update }) => update),
    ])
  })

  test('is sent so, too, to who asks a moment after saying who it is', async () => {
    const ana = ask('ana', SCHEMA_VERSION, { inTurn: true })
    await until(() => isLetIn(ana))
    const stored = await bench.server.faults.storage.documents.load('w1', NAME)
    expect(ana.of('update')[0]?.update).toEqual(stored!.snapshot)
  })

  test('is opened for who never asks, too', async () => {
    const ana = bench.raw()
    const token = writeSyncToken({ schema: SCHEMA_VERSION, token: 'token-ana' })
    const [auth] = wire.hello(NAME, token, NOTHING)
    await ana.opened
    ana.send(auth!)
    await until(() => ana.received.length > 0)
    expect(ana.received.map(({ kind }) => kind)).not.toContain('denied')
    expect(ana.of('update')).toEqual([])
  })

  test('is taken by each who asks while it arrives, and what one writes reaches the other', async () => {
    const [ana, bo] = [ask('ana', SCHEMA_VERSION), ask('bo', null)]
    // Whoever comes a moment later is let in before it has the text.
    await until(() => [ana, bo].every((one) => isLetIn(one) && hasAll(one)))
    const doc = docOf(bo)
    const before = Y.encodeStateVector(doc)
    doc.getXmlFragment(BODY).push([new Y.XmlElement('horizontalRule')])
    bo.send(wire.syncStep2(NAME, Y.encodeStateAsUpdate(doc, before)))
    await until(() => bo.of('status').length === 1)
    expect(bo.of('status')).toEqual([{ kind: 'status', saved: true }])
    await until(() => docOf(ana).getXmlFragment(BODY).length === doc.getXmlFragment(BODY).length)
    // Who comes later gets it from memory, with all that came since.
    const kim = ask('ana', SCHEMA_VERSION)
    await until(() => kim.of('update').length > 0)
    expect(Y.encodeStateAsUpdate(docOf(kim))).toEqual(Y.encodeStateAsUpdate(doc))
  })

  test('[HZ13] is not sent to an editor that is too old for it', async () => {
    const older = ask('ana', SCHEMA_VERSION - 1)
    await until(() => older.of('denied').length > 0)
    expect(older.of('update')).toEqual([])
  })

  test('is not sent to somebody who is not a member', async () => {
    const stranger = ask('nobody', SCHEMA_VERSION)
    await until(() => stranger.of('denied').length > 0)
    expect(stranger.of('update')).toEqual([])
  })
})
