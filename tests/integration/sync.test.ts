import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Browser, startServer, type TestServer, until } from '#tests/support/sync.ts'
import { RawSocket } from '#tests/support/syncRaw.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

let server: TestServer
const leaving: { leave(): void }[] = []

function browser(person: string, session?: string): Browser {
  const made = new Browser(server, person, session)
  leaving.push(made)
  return made
}

async function restart(): Promise<void> {
  const { dataDir, port } = server
  await server.stop({ keep: true })
  server = await startServer({ dataDir, port })
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

describe('two people in one story', () => {
  test('[I7] see each other’s edits and end with the same text', async () => {
    const ana = browser('ana').open('story:s1')
    const bo = browser('bo').open('story:s1')
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
    const ana = browser('ana')
    const bo = browser('bo')
    const anaStory = ana.open('story:s1')
    const boStory = bo.open('story:s1')
    await anaStory.synced()
    await boStory.synced()
    ana.socket.disconnect()
    bo.socket.disconnect()
    await until(() => server.sync.connections() === 0)
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
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'kept')
    await ana.synced()
    await restart()
    const bo = browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'kept')
    await until(() => ana.provider.isAuthenticated && ana.saved)
    ana.text.insert(4, ' and kept')
    await until(() => bo.text.toString() === 'kept and kept')
    expect(ana.denials).toEqual([])
  })
})

describe('storage', () => {
  test('[I1] nothing is acknowledged or shown to others before it is committed', async () => {
    const ana = browser('ana').open('story:s1')
    const bo = browser('bo').open('story:s1')
    await ana.synced()
    await bo.synced()
    const { appends } = server.faults
    const gate = Promise.withResolvers<boolean>()
    server.faults.gate = () => gate.promise
    ana.text.insert(0, 'not yet')
    await until(() => server.faults.appends > appends, 'the edit has reached storage')
    // Whoever opens it now waits as well, because the document holds what storage does not.
    const late = browser('bo', 'bo-2').open('story:s1')
    await until(() => late.provider.isAuthenticated)
    bo.provider.setAwarenessField('caret', 1)
    await until(() => ana.provider.awareness?.getStates().has(bo.doc.clientID) === true)
    expect(ana.provider.unsyncedChanges).toBe(1)
    expect(bo.text.toString()).toBe('')
    expect(late.provider.isSynced).toBe(false)
    server.faults.gate = null
    gate.resolve(true)
    await ana.synced()
    await until(() => bo.text.toString() === 'not yet' && late.text.toString() === 'not yet')
  })

  test('[HZ4] [I5] while storage is down edits are kept, also when their author has left', async () => {
    const ana = browser('ana')
    const story = ana.open('story:s1')
    await story.synced()
    const { appends } = server.faults
    server.faults.down = true
    story.text.insert(0, 'typed while down')
    await until(() => server.faults.appends > appends + 1, 'it is tried again')
    expect(story.saved).toBe(false)
    ana.leave()
    await until(() => server.sync.connections() === 0)
    server.faults.down = false
    const bo = browser('bo').open('story:s1')
    await until(() => bo.text.toString() === 'typed while down')
    await restart()
    await until(() => bo.provider.isAuthenticated && bo.saved)
    expect(bo.text.toString()).toBe('typed while down')
  })

  test('[HZ3] [I6] a document that cannot be loaded is unavailable, then opens by itself', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'content')
    await ana.synced()
    await restart()
    server.faults.loadFails.add('story:s1')
    const bo = browser('bo').open('story:s1')
    await until(() => bo.denials.length > 0)
    expect(bo.denials[0]).toBe('unavailable')
    expect(bo.provider.isSynced).toBe(false)
    server.faults.loadFails.clear()
    await until(() => bo.text.toString() === 'content')
    bo.text.insert(0, 'more ')
    await bo.synced()
  })

  test('[HZ3] sign-in that cannot be looked up is unavailable, not a denial', async () => {
    server.auth.down = true
    const ana = browser('ana').open('story:s1')
    await until(() => ana.denials.length > 0)
    expect(ana.denials[0]).toBe('unavailable')
    server.auth.down = false
    await ana.synced()
  })

  test('[I1] a long log is folded, and nothing of it is lost', async () => {
    const ana = browser('ana')
    const story = ana.open('story:s1')
    await story.synced()
    for (let index = 0; index < 400; index += 1) story.text.insert(index, 'x')
    story.text.delete(0, 100)
    await story.synced()
    ana.leave()
    const { documents } = server.faults.storage
    const log = async () => (await documents.load('w1', 'story:s1'))?.log.length
    await until(() => server.sync.connections() === 0)
    while ((await log()) !== 0) await new Promise((resolve) => setImmediate(resolve))
    const bo = browser('bo').open('story:s1')
    await until(() => bo.text.length === 300)
    bo.text.insert(300, 'y')
    await bo.synced()
    expect(await log()).toBeLessThan(5)
    await restart()
    const again = browser('ana').open('story:s1')
    await until(() => again.text.length === 301)
  })

  test('[I1] many edits that arrive together are one transaction', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    const before = server.faults.appends
    for (let index = 0; index < 200; index += 1) ana.text.insert(index, 'x')
    await ana.synced()
    expect(server.faults.appends - before).toBeLessThan(40)
  })
})

describe('coming and going', () => {
  test('[HZ15] leaving and coming back at the same moment never loses an edit', async () => {
    const docs: Y.Doc[] = []
    for (let round = 0; round < 60; round += 1) {
      const one = new RawSocket(server.url)
      const doc = new Y.Doc()
      docs.push(doc)
      await one.join('story:s1', 'token-ana')
      const before = docs.length
      doc.getText('body').insert(0, `${before} `)
      one.send(wire.update('story:s1', Y.encodeStateAsUpdate(doc)))
      await until(() => one.of('status').length === 1)
      // The next one comes while this one goes, at every distance in turns of the event loop.
      const next = new RawSocket(server.url)
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
    await restart()
    const reader = browser('ana').open('story:s1')
    await reader.synced()
    const all = new Y.Doc()
    for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
    expect(reader.text.toString()).toBe(all.getText('body').toString())
  })

  test('[I7] a storm of reconnecting people with offline edits converges', async () => {
    const people = Array.from({ length: 40 }, (_, index) => browser('ana', `ana-${index}`))
    const stories = people.map((person) => person.open('story:s1'))
    for (const story of stories) await story.synced()
    await restart()
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
    const ana = browser('ana')
    await ana.open('story:s1').synced()
    await restart()
    await until(() => ana.closes.length > 0)
    expect(ana.closes[0]?.code).toBe(1012)
  })
})
