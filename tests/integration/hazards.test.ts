import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { writeSyncToken } from '#lib/schema/syncToken.ts'
import { Browser, ORIGIN, startServer, type TestServer, until } from '#tests/support/sync.ts'
import { RawSocket } from '#tests/support/syncRaw.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

let server: TestServer
const leaving: { leave(): void }[] = []

function browser(person: string, session?: string): Browser {
  const made = new Browser(server, person, session)
  leaving.push(made)
  return made
}

function raw(headers: Record<string, string> = {}, url = server.url): RawSocket {
  const made = new RawSocket(url, headers)
  leaving.push(made)
  return made
}

/** An edit as it goes over the wire, made by a client id of the test's choice. */
function edit(clientId: number, change: (text: Y.Text) => void, onto?: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  if (onto) Y.applyUpdate(doc, Y.encodeStateAsUpdate(onto))
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  change(doc.getText('body'))
  return Y.encodeStateAsUpdate(doc, before)
}

beforeEach(async () => {
  server = await startServer()
  await server.addPerson('bo')
  await server.capture('s1')
})

afterEach(async () => {
  for (const one of leaving.splice(0)) one.leave()
  await server.stop()
})

describe('messages', () => {
  test('[HZ1] whatever is no message is answered, and the list goes on', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    const nonsense = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"command":null}',
      '{"subscribe":{"since":-1}}',
    ]
    nonsense.push('{"__proto__":{"command":{}}}', '{"command":{"id":"1","type":"__proto__"}}')
    for (const text of nonsense) area.provider.sendStateless(text)
    await until(() => area.messages.length === nonsense.length)
    for (const { result } of area.messages)
      expect(result).toMatchObject({ ok: false, code: 'invalid' })
    expect(
      await area.command({ type: 'captureStory', story: 'x', title: 'Goes on' }),
    ).toMatchObject({ ok: true })
  })

  test('[HZ1] a command on a story’s document is answered too', async () => {
    const story = browser('ana').open('story:s1')
    await story.synced()
    expect(await story.command({ id: '', type: 'trashStory', story: 's1' })).toMatchObject({
      ok: false,
    })
  })

  test('[HZ21] 1 MB of JSON as a command is refused by its length', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    area.provider.sendStateless(
      JSON.stringify({ command: { id: 'x', title: 'x'.repeat(1_000_000) } }),
    )
    await until(() => area.messages.length === 1)
    expect(area.messages[0]?.result).toMatchObject({ ok: false, code: 'invalid' })
    expect(area.messages[0]?.result).toHaveProperty('message', expect.stringContaining('64,000'))
  })
})

describe('writes', () => {
  test('[HZ8] an edit in the name of another client id is refused, and nobody sees it', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'ana was here')
    await ana.synced()
    const forger = browser('bo').open('story:s1')
    await forger.synced()
    const forged = edit(ana.doc.clientID, (text) => text.insert(0, 'FORGED '), ana.doc)
    Y.applyUpdate(forger.doc, forged, 'forged')
    await until(() =>
      forger.messages.some(({ refusedEdit }) => refusedEdit?.code === 'foreignClient'),
    )
    ana.text.insert(12, ', still')
    await ana.synced()
    const third = browser('ana', 'ana-2').open('story:s1')
    await third.synced()
    expect(third.text.toString()).toBe('ana was here, still')
    expect(ana.text.toString()).toBe('ana was here, still')
  })

  test('[HZ8] ids stay owned after everyone has left and the server has restarted', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'mine')
    await ana.synced()
    const forged = edit(ana.doc.clientID, (text) => text.insert(0, 'FORGED '), ana.doc)
    const { dataDir, port } = server
    for (const one of leaving.splice(0)) one.leave()
    await server.stop({ keep: true })
    server = await startServer({ dataDir, port })
    const bo = raw()
    await bo.join('story:s1', 'token-bo')
    bo.send(wire.update('story:s1', forged))
    await until(() => bo.of('status').length === 1)
    expect(bo.of('status')).toEqual([{ kind: 'status', saved: false }])
    // The same person on another device may go on with it.
    const own = raw()
    await own.join('story:s1', 'token-ana')
    own.send(wire.update('story:s1', forged))
    await until(() => own.of('status').length === 1)
    expect(own.of('status')).toEqual([{ kind: 'status', saved: true }])
  })

  test('[HZ22] an id that presence has told of cannot be taken by whoever writes first', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.provider.setAwarenessField('caret', 1)
    const thief = raw()
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
    const ana = browser('ana').open('story:s1')
    const bo = browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    const gone = edit(4711, (text) => text.insert(0, 'never'), ana.doc)
    const victim = raw()
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
    const client = raw()
    await client.join('story:s1', 'token-ana')
    client.send(wire.update('story:s1', updates[1]!))
    await until(() => client.of('step1').length === 1, 'the server asks for what is missing')
    expect(client.of('status')).toEqual([])
    client.send(wire.syncStep2('story:s1', Y.encodeStateAsUpdate(doc)))
    await until(() => client.of('status').length === 2)
    expect(client.of('status').map(({ saved }) => saved)).toEqual([true, true])
    const reader = browser('bo').open('story:s1')
    await until(() => reader.text.toString() === 'one two ')
  })

  test('[HZ9] what never comes is refused, and nothing stays pending in the document', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('body').insert(0, 'one ')
    doc.getText('body').insert(4, 'two ')
    const client = raw()
    await client.join('story:s1', 'token-ana')
    client.send(wire.update('story:s1', updates[1]!))
    await until(() => client.of('step1').length === 1)
    client.send(wire.syncStep2('story:s1', Uint8Array.of(0, 0)))
    await until(() => client.of('status').length === 2)
    expect(client.of('status').map(({ saved }) => saved)).toEqual([false, true])
    const reader = browser('bo').open('story:s1')
    await reader.synced()
    expect(reader.doc.store.pendingStructs).toBeNull()
    expect(reader.text.toString()).toBe('')
  })

  test('[HZ9] typing before the first exchange of an offline document is saved with it', async () => {
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'offline ')
    const ana = browser('ana').open('story:s1', { doc })
    doc.getText('body').insert(8, 'and on')
    await ana.synced()
    const bo = browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'offline and on')
    expect(ana.saved).toBe(true)
  })

  test('a list takes no content', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    area.doc.getMap('x').set('a', 1)
    const other = browser('bo').open('area:w1')
    await other.synced()
    expect(area.saved).toBe(false)
    expect(other.doc.getMap('x').size).toBe(0)
  })

  test('[HZ13] an older editor is not let in, and loses its pen when a newer one writes', async () => {
    const old = browser('ana').open('story:s1', {
      token: writeSyncToken({ schema: 1, token: null }),
    })
    await old.synced()
    const newer = browser('bo').open('story:s1', {
      token: writeSyncToken({ schema: 7, token: null }),
    })
    await newer.synced()
    newer.doc.getMap('meta').set('schema', 7)
    await until(() => old.denials.includes('editor-too-old'))
    old.text.insert(0, 'destroyed')
    const late = browser('ana', 'ana-2').open('story:s1', { token: 'schema=6' })
    await until(() => late.denials.length > 0)
    expect(late.denials).toEqual(['editor-too-old'])
    const plain = browser('bo', 'bo-2').open('story:s1')
    await plain.synced()
    expect(plain.text.toString()).toBe('')
  })
})

describe('names', () => {
  test.each([
    'story:nope',
    'story:__proto__',
    '__proto__',
    'constructor',
    'area:w2',
    'story:',
    'x',
  ])('[HZ5] %s is not found, and makes nothing', async (name) => {
    const loads = server.faults.loads
    const opened = browser('ana').open(name)
    await until(() => opened.denials.length > 0)
    expect(opened.denials).toEqual(['not-found'])
    expect(server.faults.loads).toBe(loads)
  })

  test('[HZ5] a name of 100,000 characters closes the socket that sent it', async () => {
    const client = raw()
    await client.opened
    client.send(...wire.hello(`story:${'x'.repeat(100_000)}`, 'token-ana', Uint8Array.of(0)))
    await until(() => client.closed !== null)
    expect(client.closed?.code).toBe(4400)
  })

  test('[HZ10] 300 documents at once on one socket', async () => {
    const workspace = await server.workspaces.open('w1')
    const actor = await server.auth.actorIn('w1', 'ana')
    for (let index = 0; index < 300; index += 1) {
      const story = `many${index}`
      await workspace?.run(actor!, { id: story, type: 'captureStory', story, title: story })
    }
    const ana = browser('ana')
    const area = ana.open('area:w1')
    await area.synced()
    const opened = Array.from({ length: 300 }, (_, index) => ana.open(`story:many${index}`))
    for (const one of opened) await one.synced()
    expect(ana.closes).toEqual([])
  })

  test('[HZ16] a document closed and opened again at once is let in', async () => {
    const ana = browser('ana')
    const first = ana.open('story:s1')
    await first.synced()
    first.provider.destroy()
    const second = ana.open('story:s1')
    await second.synced()
    second.text.insert(0, 'again')
    await second.synced()
    expect(second.provider.isAuthenticated).toBe(true)
  })

  test('[HZ17] the same document twice on one socket, plain and with a session', async () => {
    const ana = browser('ana')
    const plain = ana.open('story:s1')
    await plain.synced()
    const second = ana.open('story:s1', { sessionAwareness: true })
    await second.synced()
    second.text.insert(0, 'two')
    await until(() => plain.text.toString() === 'two')
    expect(second.provider.isAuthenticated).toBe(true)
  })
})

describe('presence', () => {
  test('[HZ6] the person in it is the signed-in one', async () => {
    const ana = browser('ana').open('story:s1')
    const bo = browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    bo.provider.setAwarenessField('user', { id: 'ana', name: 'Ana', colour: 0 })
    bo.provider.setAwarenessField('caret', 5)
    const seen = () => ana.provider.awareness?.getStates().get(bo.doc.clientID)
    await until(() => seen()?.caret === 5)
    expect(seen()?.user).toEqual({ id: 'bo', name: 'Bo', colour: 3 })
  })

  test('[HZ6] nobody speaks for somebody else, or shows a large or odd state', async () => {
    const ana = browser('ana').open('story:s1')
    const bo = browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    ana.provider.setAwarenessField('caret', 1)
    await until(() => bo.provider.awareness?.getStates().get(ana.doc.clientID)?.caret === 1)
    const awareness = bo.provider.awareness!
    awareness.meta.set(ana.doc.clientID, { clock: 900, lastUpdated: Date.now() })
    const forge = (state: unknown) => {
      awareness.states.set(ana.doc.clientID, state as { [key: string]: unknown })
      bo.provider.configuration.websocketProvider.send(
        wire.awareness('story:s1', encodeAwarenessUpdate(awareness, [ana.doc.clientID])),
      )
    }
    forge({ caret: 99 })
    forge(null)
    for (const odd of [[], 'x', 5]) bo.provider.setAwarenessField('odd', odd)
    bo.provider.setAwarenessField('large', 'x'.repeat(5_000))
    const third = browser('ana', 'ana-2').open('story:s1')
    await third.synced()
    const states = () => third.provider.awareness!.getStates()
    await until(() => states().get(ana.doc.clientID)?.caret === 1)
    expect(states().get(bo.doc.clientID)).not.toHaveProperty('large')
  })

  test('[HZ7] it ends with the connection and comes back with it, every time', async () => {
    const watcher = browser('bo').open('story:s1')
    await watcher.synced()
    const doc = new Y.Doc()
    for (let round = 0; round < 3; round += 1) {
      const ana = browser('ana')
      const opened = ana.open('story:s1', { doc })
      opened.provider.setAwarenessField('round', round)
      await until(() => watcher.provider.awareness!.getStates().has(doc.clientID), `round ${round}`)
      ana.socket.webSocket?.close()
      ana.socket.shouldConnect = false
      await until(() => !watcher.provider.awareness!.getStates().has(doc.clientID), `gone ${round}`)
    }
    const back = browser('ana')
    back.open('story:s1', { doc })
    await until(() => watcher.provider.awareness!.getStates().has(doc.clientID))
    expect(back.closes).toEqual([])
  })

  test('[HZ7] a reconnected socket shows its person again without waiting for a renewal', async () => {
    const watcher = browser('bo').open('story:s1')
    await watcher.synced()
    const ana = browser('ana')
    const opened = ana.open('story:s1')
    await opened.synced()
    opened.provider.setAwarenessField('caret', 1)
    const there = () => watcher.provider.awareness!.getStates().has(opened.doc.clientID)
    await until(there)
    ana.socket.webSocket?.close()
    await until(() => !there(), 'gone')
    await until(there, 'back', 3_000)
    expect(ana.closes).toHaveLength(1)
  })
})

describe('slow and quiet sockets', () => {
  test('[HZ18] a quiet socket without presence is kept by the provider', async () => {
    const { dataDir } = server
    await server.stop({ keep: true })
    server = await startServer({ dataDir }, undefined, 50)
    let closes = 0
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: server.url,
      WebSocketPolyfill: WebSocket,
      messageReconnectTimeout: 400,
      onClose: () => (closes += 1),
    })
    leaving.push({ leave: () => websocketProvider.destroy() })
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: 'story:s1',
      token: 'token-ana',
      awareness: null,
    })
    provider.attach()
    await until(() => provider.isSynced)
    const since = performance.now()
    await until(() => performance.now() - since > 1_500)
    expect(closes).toBe(0)
  })

  test('a socket that does not answer any more is ended', async () => {
    const { dataDir } = server
    await server.stop({ keep: true })
    server = await startServer({ dataDir }, undefined, 50)
    const client = raw()
    await client.join('story:s1', 'token-ana')
    client.ws.pause()
    await until(() => server.sync.connections() === 0)
    expect(server.sync.connections()).toBe(0)
  })

  test('[HZ20] a socket that does not read is ended before it fills the memory', async () => {
    const workspace = await server.workspaces.open('w1')
    const actor = await server.auth.actorIn('w1', 'ana')
    for (let index = 0; index < 1_000; index += 1) {
      const title = `${index} ${'long title '.repeat(30)}`
      await workspace?.run(actor!, {
        id: `l${index}`,
        type: 'captureStory',
        story: `l${index}`,
        title,
      })
    }
    const client = raw()
    await client.join('area:w1', 'token-ana')
    client.ws.pause()
    const before = process.memoryUsage().arrayBuffers
    const ask = wire.stateless('area:w1', JSON.stringify({ subscribe: { since: null } }))
    for (let times = 0; times < 1_000; times += 1) client.send(ask)
    await until(() => server.sync.connections() === 0)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024)
  })
})

describe('doors', () => {
  test('[HZ12] a foreign Origin is turned away before the upgrade', async () => {
    const evil = raw({ origin: 'http://evil.test', cookie: 'person=ana; session=1' })
    await until(() => evil.refused !== null)
    expect(evil.refused).toBe(403)
  })

  test('an unknown path is not found', async () => {
    const lost = raw({ origin: ORIGIN }, server.url.replace('/sync/w1', '/sync/w1/x'))
    await until(() => lost.refused !== null)
    expect(lost.refused).toBe(404)
  })

  test('without a session every document is denied as signed out', async () => {
    const nobody = browser('').open('story:s1')
    await until(() => nobody.denials.length > 0)
    expect(nobody.denials).toEqual(['signed-out'])
  })

  test('someone who is no member sees nothing', async () => {
    await server.faults.storage.people.createUser({
      id: 'eve',
      email: 'eve@sluice.test',
      name: 'Eve',
      passwordHash: '-',
      colour: 1,
      createdAt: 1,
    })
    const eve = browser('eve').open('story:s1')
    await until(() => eve.denials.length > 0)
    expect(eve.denials).toEqual(['not-found'])
  })

  test('[HZ11] a stranger cannot send much', async () => {
    const stranger = raw()
    await stranger.opened
    stranger.send(wire.update('story:s1', new Uint8Array(2_000_000)))
    await until(() => stranger.closed !== null)
    expect(server.sync.connections()).toBe(0)
  })

  test('[HZ11] a frame over the limit closes its socket only', async () => {
    const bo = browser('bo').open('story:s1')
    await bo.synced()
    const client = raw()
    await client.join('story:s1', 'token-ana')
    client.send(new Uint8Array(17 * 1024 * 1024))
    await until(() => client.closed !== null)
    expect(client.closed?.code).toBe(1009)
    bo.text.insert(0, 'undisturbed')
    await bo.synced()
  })

  test('[HZ19] ending a session closes its sockets at once, and no others', async () => {
    const first = browser('ana', 'one')
    const second = browser('ana', 'two')
    const firstStory = first.open('story:s1')
    const secondStory = second.open('story:s1')
    const token = raw()
    await token.join('story:s1', 'token-ana')
    await firstStory.synced()
    await secondStory.synced()
    server.auth.end('ana', 'one')
    await until(() => first.closes.length > 0)
    expect(first.closes[0]?.code).toBe(4401)
    await until(() => firstStory.denials.includes('signed-out'), 'the reconnected one is denied')
    expect(second.closes).toEqual([])
    expect(token.closed).toBeNull()
    server.auth.end('ana', null, 'two')
    secondStory.text.insert(0, 'goes on')
    await secondStory.synced()
    server.auth.end('ana', null)
    await until(() => second.closes.length > 0)
    expect(second.closes[0]?.code).toBe(4401)
  })

  test('whose membership changes is sent to connect anew', async () => {
    const bo = browser('bo')
    const area = bo.open('area:w1')
    await area.synced()
    const workspace = await server.workspaces.open('w1')
    const { members } = server.faults.storage.people
    server.faults.storage.people.members = async (id) =>
      (await members.call(server.faults.storage.people, id)).filter(({ user }) => user.id !== 'bo')
    await workspace?.refreshMembers()
    await until(() => bo.closes.length > 0)
    expect(bo.closes[0]?.code).toBe(4403)
  })
})
