import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeSyncToken } from '#lib/schema/syncToken.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const bench = useSyncBench()

/** An edit as it goes over the wire, made by a client id of the test's choice. */
function edit(clientId: number, change: (text: Y.Text) => void, onto?: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  if (onto) Y.applyUpdate(doc, Y.encodeStateAsUpdate(onto))
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  change(doc.getText('body'))
  return Y.encodeStateAsUpdate(doc, before)
}

describe('writes', () => {
  test('[HZ8] an edit in the name of another client id is refused, and nobody sees it', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'ana was here')
    await ana.synced()
    const forger = bench.browser('bo').open('story:s1')
    await forger.synced()
    const forged = edit(ana.doc.clientID, (text) => text.insert(0, 'FORGED '), ana.doc)
    Y.applyUpdate(forger.doc, forged, 'forged')
    await until(() =>
      forger.messages.some(({ refusedEdit }) => refusedEdit?.code === 'foreignClient'),
    )
    ana.text.insert(12, ', still')
    await ana.synced()
    const third = bench.browser('ana', 'ana-2').open('story:s1')
    await third.synced()
    expect(third.text.toString()).toBe('ana was here, still')
    expect(ana.text.toString()).toBe('ana was here, still')
  })

  test('[HZ8] ids stay owned after everyone has left and the server has restarted', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'mine')
    await ana.synced()
    const forged = edit(ana.doc.clientID, (text) => text.insert(0, 'FORGED '), ana.doc)
    await bench.restart()
    const bo = bench.raw()
    await bo.join('story:s1', 'token-bo')
    bo.send(wire.update('story:s1', forged))
    await until(() => bo.of('status').length === 1)
    expect(bo.of('status')).toEqual([{ kind: 'status', saved: false }])
    // The same person on another device may go on with it.
    const own = bench.raw()
    await own.join('story:s1', 'token-ana')
    own.send(wire.update('story:s1', forged))
    await until(() => own.of('status').length === 1)
    expect(own.of('status')).toEqual([{ kind: 'status', saved: true }])
  })

  test('[HZ22] an id that presence has told of cannot be taken by whoever writes first', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    ana.provider.setAwarenessField('caret', 1)
    const thief = bench.raw()
    await thief.join('story:s1', 'token-bo')
    thief.send(
      wire.update(
        'story:s1',
        edit(ana.doc.clientID, (text) => text.insert(0, 'stolen')),
      ),
    )
    await until(() => thief.of('status').length === 1)
    expect(thief.of('status')).toEqual([{ kind: 'status', saved: false }])
    ana.text.insert(0, 'still mine')
    await ana.synced()
    expect(ana.messages).toEqual([])
  })

  test('[HZ2] after a refused write the provider still sends and receives', async () => {
    const ana = bench.browser('ana').open('story:s1')
    const bo = bench.browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    const gone = edit(4711, (text) => text.insert(0, 'never'), ana.doc)
    const victim = bench.raw()
    await victim.join('story:s1', 'token-bo')
    victim.send(wire.update('story:s1', gone))
    await until(() => ana.text.toString() === 'never')
    // Ana's provider sends more under the id that is Bo's now: refused, and her document stays open.
    const more = edit(4711, (text) => text.insert(5, ' ever'), ana.doc)
    ana.provider.configuration.websocketProvider.send(wire.update('story:s1', more))
    await until(() => ana.messages.some(({ refusedEdit }) => refusedEdit?.code === 'foreignClient'))
    bo.text.insert(5, ' mind')
    await until(() => ana.text.toString() === 'never mind')
    ana.text.insert(10, '!')
    await until(() => bo.text.toString() === 'never mind!')
    expect(ana.provider.isAuthenticated).toBe(true)
    expect(ana.saved).toBe(true)
  })

  test('[HZ9] an edit that builds on missing ones waits for them and is then saved', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('body').insert(0, 'one ')
    doc.getText('body').insert(4, 'two ')
    const client = bench.raw()
    await client.join('story:s1', 'token-ana')
    client.send(wire.update('story:s1', updates[1]!))
    await until(() => client.of('step1').length === 1, 'the server asks for what is missing')
    expect(client.of('status')).toEqual([])
    client.send(wire.syncStep2('story:s1', Y.encodeStateAsUpdate(doc)))
    await until(() => client.of('status').length === 2)
    expect(client.of('status').map(({ saved }) => saved)).toEqual([true, true])
    const reader = bench.browser('bo').open('story:s1')
    await until(() => reader.text.toString() === 'one two ')
  })

  test('[HZ9] what never comes is refused, and nothing stays pending in the document', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('body').insert(0, 'one ')
    doc.getText('body').insert(4, 'two ')
    const client = bench.raw()
    await client.join('story:s1', 'token-ana')
    client.send(wire.update('story:s1', updates[1]!))
    await until(() => client.of('step1').length === 1)
    client.send(wire.syncStep2('story:s1', Uint8Array.of(0, 0)))
    await until(() => client.of('status').length === 2)
    expect(client.of('status').map(({ saved }) => saved)).toEqual([false, true])
    const reader = bench.browser('bo').open('story:s1')
    await reader.synced()
    expect(reader.doc.store.pendingStructs).toBeNull()
    expect(reader.text.toString()).toBe('')
  })

  test('[HZ9] typing before the first exchange of an offline document is saved with it', async () => {
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'offline ')
    const ana = bench.browser('ana').open('story:s1', { doc })
    doc.getText('body').insert(8, 'and on')
    await ana.synced()
    const bo = bench.browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'offline and on')
    expect(ana.saved).toBe(true)
  })

  test('a list takes no content', async () => {
    const area = bench.browser('ana').open('area:w1')
    await area.synced()
    area.doc.getMap('x').set('a', 1)
    const other = bench.browser('bo').open('area:w1')
    await other.synced()
    expect(area.saved).toBe(false)
    expect(other.doc.getMap('x').size).toBe(0)
  })

  test('[HZ13] an older editor is not let in, and loses its pen when a newer one writes', async () => {
    const old = bench.browser('ana').open('story:s1', {
      token: writeSyncToken({ schema: 1, token: null }),
    })
    await old.synced()
    const newer = bench.browser('bo').open('story:s1', {
      token: writeSyncToken({ schema: 7, token: null }),
    })
    await newer.synced()
    newer.doc.getMap('meta').set('schema', 7)
    await until(() => old.denials.includes('editor-too-old'))
    old.text.insert(0, 'destroyed')
    const late = bench.browser('ana', 'ana-2').open('story:s1', { token: 'schema=6' })
    await until(() => late.denials.length > 0)
    expect(late.denials).toEqual(['editor-too-old'])
    const plain = bench.browser('bo', 'bo-2').open('story:s1')
    await plain.synced()
    expect(plain.text.toString()).toBe('')
  })
})
