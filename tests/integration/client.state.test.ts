import { describe, expect, test } from 'vitest'
import { clientBench } from '#tests/support/clientBench.ts'
import { ready, saved, until } from '#tests/support/clientDevice.ts'
import { docOf, titlesBecome, type } from '#tests/support/clientText.ts'

const bench = clientBench()
const { device } = bench

describe('[UX12] the state is honest', () => {
  test('when the session ends, and work stays', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const ana = laptop.open()
    await titlesBecome(ana, ['First'])
    bench.server.auth.end('ana', laptop.session)
    await until(ana.sync, ({ kind }) => kind === 'signed-out')
    ana.send({ type: 'renameStory', story: 's1', title: 'Kept' })
    expect(ana.sync.get()).toEqual({ kind: 'signed-out', count: 1 })
    await ana.close()
    const after = laptop.open()
    await titlesBecome(after, ['Kept'])
    await until(after.sync, ({ kind }) => kind === 'signed-out')
    bench.server.auth.ended.clear()
    laptop.online()
    await saved(after)
  })

  test('[I5] in a tab beside the one in which something was typed', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    const doc = await docOf(one.openStory('s1'))
    await Promise.all([saved(one), saved(two)])
    laptop.offline()
    type(doc, 'typed in the other tab')
    await until(two.sync, (state) => state.kind === 'offline' && state.count === 1)
    expect(two.unsavedCount()).toBe(1)
    laptop.online()
    await Promise.all([saved(one), saved(two)])
    expect(two.unsavedCount()).toBe(0)
  })

  test('[I5] when somebody else signed in: nothing is sent in their name', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const before = laptop.open()
    await titlesBecome(before, ['First'])
    laptop.offline()
    before.send({ type: 'renameStory', story: 's1', title: 'By Ana' })
    await before.close()
    laptop.online()
    const after = laptop.open({ identify: async () => 'other' })
    await until(after.sync, ({ kind }) => kind === 'signed-out')
    expect(after.sync.get()).toEqual({ kind: 'signed-out', count: 1 })
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 10)
    expect(events.map((event) => event.type)).toEqual(['StoryCaptured'])
  })

  test('when the server cannot read its storage: nobody is judged, and it goes on by itself', async () => {
    await bench.server.capture('s1', 'First')
    bench.server.auth.down = true
    const ana = device().open()
    const kinds: string[] = []
    ana.sync.subscribe(() => kinds.push(ana.sync.get().kind))
    await until(ana.sync, ({ kind }) => kind === 'offline', 6_000)
    bench.server.auth.down = false
    await titlesBecome(ana, ['First'])
    await saved(ana)
    expect(kinds).not.toContain('access-changed')
    expect(kinds).not.toContain('signed-out')
  })

  test('when the person is not a member', async () => {
    await bench.server.faults.storage.people.createUser({
      id: 'eve',
      email: 'eve@sluice.test',
      name: 'Eve',
      passwordHash: '-',
      colour: 1,
      createdAt: 1,
    })
    const eve = device('eve', ['member']).open()
    await until(eve.sync, ({ kind }) => kind === 'access-changed')
    expect(eve.area.get().phase).toBe('loading')
  })

  test('at once when the browser itself says that there is no network', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const before = laptop.open()
    await titlesBecome(before, ['First'])
    laptop.offline()
    before.send({ type: 'renameStory', story: 's1', title: 'Renamed' })
    await before.close()
    const after = laptop.open({ environment: { isOffline: () => true } })
    const told: unknown[] = []
    after.sync.subscribe(() => told.push(after.sync.get()))
    await until(after.sync, ({ kind }) => kind === 'offline')
    expect(told).toEqual([{ kind: 'offline', count: 1 }])
    laptop.online()
    await saved(after)
  })

  test('when the browser does not store', async () => {
    const laptop = device()
    laptop.indexedDB = null
    const ana = laptop.open()
    await ready(ana)
    laptop.offline()
    ana.send({ type: 'captureStory', story: 's1', title: 'Only in this tab' })
    await until(ana.sync, ({ kind }) => kind === 'not-kept')
    expect(ana.hasUnkept()).toBe(true)
    laptop.online()
    await saved(ana)
    expect(ana.hasUnkept()).toBe(false)
  })

  test('[I5] and the server asks for a newer editor', async () => {
    await bench.server.capture('s1')
    const newer = device().open({ schemaVersion: 2 })
    const doc = await docOf(newer.openStory('s1'))
    doc.getMap('meta').set('schema', 2)
    await saved(newer)
    const older = device().open()
    older.openStory('s1')
    const state = await until(older.sync, ({ kind }) => kind === 'reload-needed')
    expect(state).toEqual({ kind: 'reload-needed', count: 0 })
  })
})

describe('presence', () => {
  test('names the others and where they are', async () => {
    await bench.server.addPerson('kim')
    await bench.server.capture('s1', 'First')
    const ana = device().open()
    const kim = device('kim', ['member']).open()
    await Promise.all([titlesBecome(ana, ['First']), titlesBecome(kim, ['First'])])
    kim.setWhereabouts({ story: 's1', editing: true })
    const [there] = await until(ana.presence, (others) => others[0]?.story === 's1')
    expect(there).toMatchObject({ user: { id: 'kim', name: 'Kim' }, editing: true })
    await kim.close()
    await until(ana.presence, (others) => others.length === 0)
  })
})
