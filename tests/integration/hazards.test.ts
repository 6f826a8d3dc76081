import { describe, expect, test } from 'vitest'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const bench = useSyncBench()

describe('messages', () => {
  test('[HZ1] whatever is no message is answered, and the list goes on', async () => {
    const area = bench.browser('ana').open('area:w1')
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
    const story = bench.browser('ana').open('story:s1')
    await story.synced()
    expect(await story.command({ id: '', type: 'trashStory', story: 's1' })).toMatchObject({
      ok: false,
    })
  })

  test('[HZ21] 1 MB of JSON as a command is refused by its length', async () => {
    const area = bench.browser('ana').open('area:w1')
    await area.synced()
    area.provider.sendStateless(
      JSON.stringify({ command: { id: 'x', title: 'x'.repeat(1_000_000) } }),
    )
    await until(() => area.messages.length === 1)
    expect(area.messages[0]?.result).toMatchObject({ ok: false, code: 'invalid' })
    expect(area.messages[0]?.result).toHaveProperty('message', expect.stringContaining('64,000'))
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
    const loads = bench.server.faults.loads
    const opened = bench.browser('ana').open(name)
    await until(() => opened.denials.length > 0)
    expect(opened.denials).toEqual(['not-found'])
    expect(bench.server.faults.loads).toBe(loads)
  })

  test('[HZ5] a name of 100,000 characters closes the socket that sent it', async () => {
    const client = bench.raw()
    await client.opened
    client.send(...wire.hello(`story:${'x'.repeat(100_000)}`, 'token-ana', Uint8Array.of(0)))
    await until(() => client.closed !== null)
    expect(client.closed?.code).toBe(4400)
  })

  test('[HZ10] 300 documents at once on one socket', async () => {
    const workspace = await bench.server.workspaces.open('w1')
    const actor = await bench.server.auth.actorIn('w1', 'ana')
    for (let index = 0; index < 300; index += 1) {
      const story = `many${index}`
      await workspace?.run(actor!, { id: story, type: 'captureStory', story, title: story })
    }
    const ana = bench.browser('ana')
    const area = ana.open('area:w1')
    await area.synced()
    const opened = Array.from({ length: 300 }, (_, index) => ana.open(`story:many${index}`))
    for (const one of opened) await one.synced()
    expect(ana.closes).toEqual([])
  })

  test('[HZ16] a document closed and opened again at once is let in', async () => {
    const ana = bench.browser('ana')
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
    const ana = bench.browser('ana')
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
    const ana = bench.browser('ana').open('story:s1')
    const bo = bench.browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    bo.provider.setAwarenessField('user', { id: 'ana', name: 'Ana', colour: 0 })
    bo.provider.setAwarenessField('caret', 5)
    const seen = () => ana.provider.awareness?.getStates().get(bo.doc.clientID)
    await until(() => seen()?.caret === 5)
    expect(seen()?.user).toEqual({ id: 'bo', name: 'Bo', colour: 3 })
  })

  test('[HZ6] nobody speaks for somebody else, or shows a large or odd state', async () => {
    const ana = bench.browser('ana').open('story:s1')
    const bo = bench.browser('bo').open('story:s1')
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
    const third = bench.browser('ana', 'ana-2').open('story:s1')
    await third.synced()
    const states = () => third.provider.awareness!.getStates()
    await until(() => states().get(ana.doc.clientID)?.caret === 1)
    expect(states().get(bo.doc.clientID)).not.toHaveProperty('large')
  })

  test('[HZ7] it ends with the connection and comes back with it, every time', async () => {
    const watcher = bench.browser('bo').open('story:s1')
    await watcher.synced()
    const doc = new Y.Doc()
    for (let round = 0; round < 3; round += 1) {
      const ana = bench.browser('ana')
      const opened = ana.open('story:s1', { doc })
      opened.provider.setAwarenessField('round', round)
      await until(() => watcher.provider.awareness!.getStates().has(doc.clientID), `round ${round}`)
      ana.socket.webSocket?.close()
      ana.socket.shouldConnect = false
      await until(() => !watcher.provider.awareness!.getStates().has(doc.clientID), `gone ${round}`)
    }
    const back = bench.browser('ana')
    back.open('story:s1', { doc })
    await until(() => watcher.provider.awareness!.getStates().has(doc.clientID))
    expect(back.closes).toEqual([])
  })

  test('[HZ7] a reconnected socket shows its person again without waiting for a renewal', async () => {
    const watcher = bench.browser('bo').open('story:s1')
    await watcher.synced()
    const ana = bench.browser('ana')
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
