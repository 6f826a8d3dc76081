import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { RawSocket } from '#tests/support/syncRaw.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const bench = useSyncBench()

describe('two people in one story', () => {
  test('[I7] see each other’s edits and end with the same text', async () => {
    const ana = bench.browser('ana').open('story:s1')
    const bo = bench.browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    ana.text.insert(0, 'Hello ')
    await until(() => bo.text.toString() === 'Hello ')
    bo.text.insert(6, 'world')
    await until(() => ana.text.toString() === 'Hello world')
    await ana.synced()
    await bo.synced()
    expect(Y.encodeStateVector(ana.doc)).toEqual(Y.encodeStateVector(bo.doc))
  })

  test('[I7] both typing offline converge when they are back', async () => {
    const ana = bench.browser('ana')
    const bo = bench.browser('bo')
    const anaStory = ana.open('story:s1')
    const boStory = bo.open('story:s1')
    await anaStory.synced()
    await boStory.synced()
    ana.socket.disconnect()
    bo.socket.disconnect()
    await until(() => bench.server.sync.connections() === 0)
    anaStory.text.insert(0, 'from ana ')
    boStory.text.insert(0, 'from bo ')
    void ana.socket.connect()
    void bo.socket.connect()
    await until(() => anaStory.text.length === 17 && boStory.text.length === 17)
    await anaStory.synced()
    await boStory.synced()
    expect(anaStory.text.toString()).toBe(boStory.text.toString())
  })

  test('[I1] what they wrote is there after a restart, and they go on', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'kept')
    await ana.synced()
    await bench.restart()
    const bo = bench.browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'kept')
    await until(() => ana.provider.isAuthenticated && ana.saved)
    ana.text.insert(4, ' and kept')
    await until(() => bo.text.toString() === 'kept and kept')
    expect(ana.denials).toEqual([])
  })
})

describe('storage', () => {
  test('[I1] nothing is acknowledged or shown to others before it is committed', async () => {
    const ana = bench.browser('ana').open('story:s1')
    const bo = bench.browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    const { appends } = bench.server.faults
    const gate = Promise.withResolvers<boolean>()
    bench.server.faults.gate = () => gate.promise
    ana.text.insert(0, 'not yet')
    await until(() => bench.server.faults.appends > appends, 'the edit has reached storage')
    // Whoever opens it now waits as well, because the document holds what storage does not.
    const late = bench.browser('bo', 'bo-2').open('story:s1')
    await until(() => late.provider.isAuthenticated)
    bo.provider.setAwarenessField('caret', 1)
    await until(() => ana.provider.awareness?.getStates().has(bo.doc.clientID) === true)
    expect(ana.provider.unsyncedChanges).toBe(1)
    expect(bo.text.toString()).toBe('')
    expect(late.provider.isSynced).toBe(false)
    bench.server.faults.gate = null
    gate.resolve(true)
    await ana.synced()
    await until(() => bo.text.toString() === 'not yet' && late.text.toString() === 'not yet')
  })

  test('[HZ4] [I5] while storage is down edits are kept, also when their author has left', async () => {
    const ana = bench.browser('ana')
    const story = ana.open('story:s1')
    await story.synced()
    const { appends } = bench.server.faults
    bench.server.faults.down = true
    story.text.insert(0, 'typed while down')
    await until(() => bench.server.faults.appends > appends + 1, 'it is tried again')
    expect(story.saved).toBe(false)
    ana.leave()
    await until(() => bench.server.sync.connections() === 0)
    bench.server.faults.down = false
    const bo = bench.browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'typed while down')
    await bench.restart()
    await until(() => bo.provider.isAuthenticated && bo.saved)
    expect(bo.text.toString()).toBe('typed while down')
  })

  test('[HZ3] [I6] a document that cannot be loaded is unavailable, then opens by itself', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'content')
    await ana.synced()
    await bench.restart()
    bench.server.faults.loadFails.add('story:s1')
    const bo = bench.browser('bo').open('story:s1')
    await until(() => bo.denials.length > 0)
    expect(bo.denials[0]).toBe('unavailable')
    expect(bo.provider.isSynced).toBe(false)
    bench.server.faults.loadFails.clear()
    await until(() => bo.text.toString() === 'content')
    bo.text.insert(0, 'more ')
    await bo.synced()
  })

  test('[HZ3] sign-in that cannot be looked up is unavailable, not a denial', async () => {
    bench.server.auth.down = true
    const ana = bench.browser('ana').open('story:s1')
    await until(() => ana.denials.length > 0)
    expect(ana.denials[0]).toBe('unavailable')
    bench.server.auth.down = false
    await ana.synced()
  })

  test('[I1] a long log is folded, and nothing of it is lost', async () => {
    const ana = bench.browser('ana')
    const story = ana.open('story:s1')
    await story.synced()
    for (let index = 0; index < 400; index += 1) story.text.insert(index, 'x')
    story.text.delete(0, 100)
    await story.synced()
    ana.leave()
    const { documents } = bench.server.faults.storage
    const log = async () => (await documents.load('w1', 'story:s1'))?.log.length
    await until(() => bench.server.sync.connections() === 0)
    while ((await log()) !== 0) await new Promise((resolve) => setImmediate(resolve))
    const bo = bench.browser('bo').open('story:s1')
    await until(() => bo.text.length === 300)
    bo.text.insert(300, 'y')
    await bo.synced()
    expect(await log()).toBeLessThan(5)
    await bench.restart()
    const again = bench.browser('ana').open('story:s1')
    await until(() => again.text.length === 301)
  })

  test('[I1] many edits that arrive together are one transaction', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    const before = bench.server.faults.appends
    for (let index = 0; index < 200; index += 1) ana.text.insert(index, 'x')
    await ana.synced()
    expect(bench.server.faults.appends - before).toBeLessThan(40)
  })
})

describe('coming and going', () => {
  test('[HZ15] leaving and coming back at the same moment never loses an edit', async () => {
    const docs: Y.Doc[] = []
    for (let round = 0; round < 60; round += 1) {
      const one = new RawSocket(bench.server.url)
      const doc = new Y.Doc()
      docs.push(doc)
      await one.join('story:s1', 'token-ana')
      const before = docs.length
      doc.getText('body').insert(0, `${before} `)
      one.send(wire.update('story:s1', Y.encodeStateAsUpdate(doc)))
      await until(() => one.of('status').length === 1)
      // The next one comes while this one goes, at every distance in turns of the event loop.
      const next = new RawSocket(bench.server.url)
      await next.opened
      one.leave()
      for (let turn = 0; turn < round % 12; turn += 1) await new Promise(setImmediate)
      await next.join('story:s1', 'token-bo')
      const other = new Y.Doc()
      docs.push(other)
      other.getText('body').insert(0, `${before}b `)
      next.send(wire.update('story:s1', Y.encodeStateAsUpdate(other)))
      await until(() => next.of('status').length === 1)
      next.leave()
    }
    await bench.restart()
    const reader = bench.browser('ana').open('story:s1')
    await reader.synced()
    const all = new Y.Doc()
    for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
    expect(reader.text.toString()).toBe(all.getText('body').toString())
  })

  test('[I7] a storm of reconnecting people with offline edits converges', async () => {
    const people = Array.from({ length: 40 }, (_, index) => bench.browser('ana', `ana-${index}`))
    const stories = people.map((person) => person.open('story:s1'))
    for (const story of stories) await story.synced()
    await bench.restart()
    stories.forEach((story, index) => story.text.insert(0, `${index} `))
    await until(
      () => stories.every((story) => story.provider.isAuthenticated && story.saved),
      'all saved',
      30_000,
    )
    const [first] = stories
    await until(() => stories.every(({ text }) => text.length === first!.text.length))
    for (const { text } of stories) expect(text.toString()).toBe(first!.text.toString())
    for (let index = 0; index < 40; index += 1) {
      expect(first!.text.toString().split(' ')).toContain(String(index))
    }
  })

  test('a closed server sends everyone away to come back', async () => {
    const ana = bench.browser('ana')
    await ana.open('story:s1').synced()
    await bench.restart()
    await until(() => ana.closes.length > 0)
    expect(ana.closes[0]?.code).toBe(1012)
  })
})
