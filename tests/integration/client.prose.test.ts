import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Device, ready, saved, until } from '#tests/support/clientDevice.ts'
import { docOf, textBecomes, textOf, titlesBecome, type } from '#tests/support/clientText.ts'
import { startServer, type TestServer } from '#tests/support/sync.ts'

let server: TestServer
const devices: Device[] = []

beforeEach(async () => {
  server = await startServer()
})

afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.shut()))
  await server.stop()
})

function device(person = 'ana', roles?: readonly string[]): Device {
  const made = new Device(server, person, roles)
  devices.push(made)
  return made
}

describe('[I5] what a closed tab left', () => {
  test('is brought to the server by another one', async () => {
    await server.capture('s1', 'First')
    await server.addPerson('kim')
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    const doc = await docOf(one.openStory('s1'))
    await Promise.all([ready(two), saved(one)])
    laptop.offline()
    type(doc, 'left behind')
    one.send({ type: 'startRefining', story: 's1' })
    await one.close()
    laptop.online()
    const kim = device('kim', ['member']).open()
    const theirs = await docOf(kim.openStory('s1'))
    expect(await textBecomes(theirs, 'left behind')).toBe('left behind')
    await titlesBecome(kim, ['First'], 'refinement')
    await saved(two)
  })
})

describe('[I1] prose', () => {
  test('is not "saved" before it is committed', async () => {
    await server.capture('s1')
    const ana = device().open()
    await ready(ana)
    const doc = await docOf(ana.openStory('s1'))
    await saved(ana)
    const { promise, resolve } = Promise.withResolvers<boolean>()
    server.faults.gate = () => promise
    type(doc, 'precious')
    await until(ana.sync, ({ kind }) => kind === 'saving')
    // The server has the edit and says nothing, whatever else it answers in the meantime.
    const sent = ana.send({ type: 'renameStory', story: 's1', title: 'Renamed meanwhile' })
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true })
    expect(ana.sync.get()).toEqual({ kind: 'saving', count: 1 })
    server.faults.gate = null
    resolve(true)
    await saved(ana)
  })

  test('typed offline survives a reload and reaches the others without being opened again', async () => {
    await server.capture('s1')
    await server.addPerson('kim')
    const laptop = device()
    const before = laptop.open()
    const doc = await docOf(before.openStory('s1'))
    await saved(before)
    laptop.offline()
    type(doc, 'written on a train')
    await until(before.sync, ({ kind }) => kind === 'offline')
    expect(before.sync.get()).toEqual({ kind: 'offline', count: 1 })
    await before.close()

    const after = laptop.open()
    await until(after.sync, ({ kind }) => kind === 'offline', 6_000)
    expect(after.sync.get()).toEqual({ kind: 'offline', count: 1 })
    laptop.online()
    await saved(after)
    const kim = device('kim', ['member']).open()
    await textBecomes(await docOf(kim.openStory('s1')), 'written on a train')
  })

  test('opens offline with what this device has, and is not shown as empty when it has nothing (I6)', async () => {
    await server.capture('s1')
    await server.capture('s2')
    const laptop = device()
    const before = laptop.open()
    type(await docOf(before.openStory('s1')), 'known here')
    await saved(before)
    await before.close()
    laptop.offline()
    const after = laptop.open()
    await ready(after)
    expect(textOf(await docOf(after.openStory('s1')))).toBe('known here')
    const unknown = after.openStory('s2')
    await until(after.sync, ({ kind }) => kind === 'offline', 6_000)
    expect(unknown.state.get().phase).toBe('loading')
  })

  test('of a story captured offline can be written at once and follows its story', async () => {
    await server.addPerson('kim')
    const laptop = device()
    const ana = laptop.open()
    await ready(ana)
    laptop.offline()
    ana.send({ type: 'captureStory', story: 's1', title: 'On a train' })
    type(await docOf(ana.openStory('s1')), 'and its text')
    await ana.close()
    const again = laptop.open()
    const doc = await docOf(again.openStory('s1'))
    await textBecomes(doc, 'and its text')
    laptop.online()
    await saved(again)
    const kim = device('kim', ['member']).open()
    const theirs = await docOf(kim.openStory('s1'))
    expect(await textBecomes(theirs, 'and its text')).toBe('and its text')
  })

  test('[ST7] of a story that was trashed meanwhile stays retrievable', async () => {
    await server.capture('s1', 'First')
    await server.addPerson('kim')
    const laptop = device()
    const ana = laptop.open()
    const handle = ana.openStory('s1')
    const doc = await docOf(handle)
    await saved(ana)
    laptop.offline()
    type(doc, 'still wanted')
    const kim = device('kim', ['member']).open()
    await ready(kim)
    const sent = kim.send({ type: 'trashStory', story: 's1' })
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true })
    laptop.online()
    const gone = await until(handle.state, (state) => state.phase === 'gone')
    expect(gone.phase === 'gone' && gone.message).toContain('in the trash')
    expect(textOf(doc)).toBe('still wanted')
    // The server takes text into the trash as well: nothing is left over, and restoring brings all of it back.
    await saved(ana)
    expect(ana.stuck.get().size).toBe(0)
  })

  test('[I5] that the server will not take stays readable, also after a reload, until it is given up', async () => {
    const laptop = device()
    const before = laptop.open()
    await ready(before)
    laptop.offline()
    before.send({ type: 'captureStory', story: 's9', title: 'Mine' })
    type(await docOf(before.openStory('s9')), 'still wanted')
    // Another device used the same id in the meantime.
    await server.capture('s9', 'Somebody else was faster')
    laptop.online()
    await until(before.sync, ({ kind }) => kind === 'stuck')
    expect([...before.stuck.get()]).toEqual(['s9'])
    await before.close()

    const after = laptop.open()
    await until(after.stuck, (stories) => stories.has('s9'))
    const handle = after.openStory('s9')
    const gone = await until(handle.state, (state) => state.phase === 'gone')
    expect(gone.phase === 'gone' && gone.message).toContain('"Mine" was not captured')
    expect(gone.phase === 'gone' && gone.unsaved && textOf(gone.unsaved)).toBe('still wanted')
    await after.discardStory('s9')
    await saved(after)
    expect(handle.state.get()).toMatchObject({ phase: 'gone', unsaved: null })
    await after.close()

    const last = laptop.open()
    await saved(last)
    expect(last.stuck.get().size).toBe(0)
  })

  test('edits by several people converge', async () => {
    await server.capture('s1')
    await server.addPerson('kim')
    const ana = device().open()
    const kim = device('kim', ['member']).open()
    const mine = await docOf(ana.openStory('s1'))
    const theirs = await docOf(kim.openStory('s1'))
    type(mine, 'a')
    await textBecomes(theirs, 'a')
    type(theirs, 'b')
    expect(await textBecomes(mine, 'ab')).toBe('ab')
    await Promise.all([saved(ana), saved(kim)])
  })
})
