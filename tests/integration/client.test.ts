import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Doc } from 'yjs'
import type { StoryHandle, StoryState, WorkspaceClient } from '#lib/client/client.ts'
import { Device, isReady, ready, saved, until } from '#tests/support/clientDevice.ts'
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

type Ready = Extract<StoryState, { phase: 'ready' }>

async function docOf(handle: StoryHandle): Promise<Doc> {
  return (await until(handle.state, (state): state is Ready => state.phase === 'ready')).doc
}

/** Prose stands in for the editor's: text in the body. */
function type(doc: Doc, text: string): void {
  doc.getText('body').insert(doc.getText('body').length, text)
}

const textOf = (doc: Doc) => doc.getText('body').toString()

function textBecomes(doc: Doc, text: string): Promise<string> {
  return until(
    {
      get: () => textOf(doc),
      subscribe: (listener) => {
        doc.on('update', listener)
        return () => doc.off('update', listener)
      },
    },
    (now) => now === text,
  )
}

async function titles(client: WorkspaceClient, stage: 'idea' | 'refinement' = 'idea') {
  return (await ready(client)).columns[stage].map(({ title }) => title)
}

function titlesBecome(
  client: WorkspaceClient,
  expected: string[],
  stage: 'idea' | 'refinement' = 'idea',
) {
  return until(
    client.area,
    (view) =>
      isReady(view) && view.columns[stage].map(({ title }) => title).join() === expected.join(),
  )
}

describe('[I5] commands', () => {
  test('are in the view at once, and saved when the server has them', async () => {
    const ana = device().open()
    await ready(ana)
    const sent = ana.send({ type: 'captureStory', story: 's1', title: 'Export to CSV' })
    const view = await ready(ana)
    expect(view.columns.idea.map(({ title }) => title)).toEqual(['Export to CSV'])
    expect(view.pending.has('s1')).toBe(true)
    expect(ana.sync.get()).toEqual({ kind: 'saving', count: 1 })
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true })
    await until(
      ana.area,
      (v) => isReady(v) && v.pending.size === 0 && v.stories.get('s1')?.key === 'ST-1',
    )
    await saved(ana)
  })

  test('refused by the view change nothing and are not sent', async () => {
    await server.capture('s1')
    const ana = device().open()
    await titlesBecome(ana, ['Story s1'])
    const before = ana.area.get()
    expect(ana.send({ type: 'markReady', story: 's1' })).toMatchObject({
      ok: false,
      code: 'moveNotAllowed',
    })
    expect(ana.area.get()).toBe(before)
    expect(ana.refused.get()).toEqual([])
  })

  test('given offline survive a reload offline, and converge afterwards', async () => {
    await server.capture('s1', 'First')
    await server.addPerson('kim')
    const laptop = device()
    const before = laptop.open()
    await titlesBecome(before, ['First'])
    laptop.offline()
    before.send({ type: 'captureStory', story: 's2', title: 'Second' })
    before.send({ type: 'startRefining', story: 's1' })
    before.send({ type: 'renameStory', story: 's2', title: 'Second, renamed' })
    await before.close()

    const after = laptop.open()
    await titlesBecome(after, ['Second, renamed'])
    expect(await titles(after, 'refinement')).toEqual(['First'])
    await until(after.sync, ({ kind }) => kind === 'offline', 6_000)
    expect(after.sync.get()).toEqual({ kind: 'offline', count: 3 })

    const kim = device('kim', ['member']).open()
    await titlesBecome(kim, ['First'])
    laptop.online()
    await saved(after)
    await titlesBecome(kim, ['Second, renamed'])
    await titlesBecome(kim, ['First'], 'refinement')
    expect((await ready(after)).stories.get('s2')?.key).toBe('ST-2')
  })

  test('[UX13] refused on return put the card back, say why, and stay until dismissed', async () => {
    await server.capture('s1', 'First')
    await server.addPerson('kim')
    const laptop = device()
    const ana = laptop.open()
    await titlesBecome(ana, ['First'])
    laptop.offline()
    ana.send({ type: 'startRefining', story: 's1' })
    const kim = device('kim', ['member']).open()
    await titlesBecome(kim, ['First'])
    const trashed = kim.send({ type: 'trashStory', story: 's1' })
    expect(trashed.ok && (await trashed.settled)).toEqual({ ok: true })
    laptop.online()
    const [refused] = await until(ana.refused, (all) => all.length === 1)
    expect(refused).toMatchObject({ title: 'First', refusal: { code: 'inTrash' } })
    await titlesBecome(ana, [], 'refinement')
    await saved(ana)
    await ana.close()

    const later = laptop.open()
    await until(later.refused, (all) => all.length === 1)
    later.dismissRefusal(refused!.command.id)
    expect(later.refused.get()).toEqual([])
    await later.close()
    const last = laptop.open()
    await ready(last)
    expect(last.refused.get()).toEqual([])
  })

  test('that depend on a refused capture are refused with it, by its name', async () => {
    await server.capture('taken', 'Theirs')
    const laptop = device()
    const first = laptop.open()
    await titlesBecome(first, ['Theirs'])
    laptop.offline()
    // Another device used the same id in the meantime.
    first.send({ type: 'captureStory', story: 's9', title: 'Mine' })
    first.send({ type: 'renameStory', story: 's9', title: 'Mine, renamed' })
    await server.capture('s9', 'Somebody else was faster')
    laptop.online()
    const refused = await until(first.refused, (all) => all.length === 2)
    expect(refused[0]!.refusal.code).toBe('idTaken')
    expect(refused[1]!.refusal.message).toContain('"Mine" was not captured')
    await titlesBecome(first, ['Theirs', 'Somebody else was faster'])
  })

  test('have one effect when the connection breaks before the answer', async () => {
    const laptop = device()
    const ana = laptop.open()
    await ready(ana)
    for (let round = 0; round < 5; round += 1) {
      ana.send({ type: 'captureStory', story: `r${round}`, title: `Round ${round}` })
      laptop.offline()
      laptop.online()
    }
    await saved(ana)
    await titlesBecome(
      ana,
      [0, 1, 2, 3, 4].map((round) => `Round ${round}`),
    )
    expect(ana.refused.get()).toEqual([])
  })

  test('go on after the server was stopped and started', async () => {
    const laptop = device()
    const ana = laptop.open()
    await ready(ana)
    const { dataDir, port } = server
    await server.stop({ keep: true })
    ana.send({ type: 'captureStory', story: 's1', title: 'While it was down' })
    server = await startServer({ dataDir, port })
    laptop.online()
    await saved(ana)
    expect((await ready(ana)).stories.get('s1')?.key).toBe('ST-1')
  })
})

describe('[I5] two tabs of one browser', () => {
  test('see each other’s pending commands offline, and each is sent once', async () => {
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    await Promise.all([ready(one), ready(two)])
    laptop.offline()
    one.send({ type: 'captureStory', story: 's1', title: 'From one' })
    await titlesBecome(two, ['From one'])
    two.send({ type: 'renameStory', story: 's1', title: 'Renamed in two' })
    await titlesBecome(one, ['Renamed in two'])
    laptop.online()
    await Promise.all([saved(one), saved(two)])
    await titlesBecome(one, ['Renamed in two'])
    await titlesBecome(two, ['Renamed in two'])
    expect(one.refused.get()).toEqual([])
    const events = await server.faults.storage.workspaces.events('w1', 0, 10)
    expect(events.map((event) => event.type)).toEqual(['StoryCaptured', 'StoryRenamed'])
  })

  test('share refusals and their dismissal', async () => {
    await server.capture('s1', 'First')
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    await Promise.all([titlesBecome(one, ['First']), titlesBecome(two, ['First'])])
    laptop.offline()
    one.send({ type: 'captureStory', story: 's2', title: 'Mine' })
    await server.capture('s2', 'Theirs')
    laptop.online()
    const [refused] = await until(two.refused, (all) => all.length === 1)
    two.dismissRefusal(refused!.command.id)
    expect(await until(one.refused, (all) => all.length === 0)).toEqual([])
  })

  test('show each other’s typing offline', async () => {
    await server.capture('s1', 'First')
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    const inOne = await docOf(one.openStory('s1'))
    const inTwo = await docOf(two.openStory('s1'))
    await Promise.all([saved(one), saved(two)])
    laptop.offline()
    type(inOne, 'typed in one')
    expect(await textBecomes(inTwo, 'typed in one')).toBe('typed in one')
    laptop.online()
    await Promise.all([saved(one), saved(two)])
  })
})

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

describe('[UX12] the state is honest', () => {
  test('when the session ends, and work stays', async () => {
    await server.capture('s1', 'First')
    const laptop = device()
    const ana = laptop.open()
    await titlesBecome(ana, ['First'])
    server.auth.end('ana', laptop.session)
    await until(ana.sync, ({ kind }) => kind === 'signed-out')
    ana.send({ type: 'renameStory', story: 's1', title: 'Kept' })
    expect(ana.sync.get()).toEqual({ kind: 'signed-out', count: 1 })
    await ana.close()
    const after = laptop.open()
    await titlesBecome(after, ['Kept'])
    await until(after.sync, ({ kind }) => kind === 'signed-out')
    server.auth.ended.clear()
    laptop.online()
    await saved(after)
  })

  test('[I5] when somebody else signed in: nothing is sent in their name', async () => {
    await server.capture('s1', 'First')
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
    const events = await server.faults.storage.workspaces.events('w1', 0, 10)
    expect(events.map((event) => event.type)).toEqual(['StoryCaptured'])
  })

  test('when the server cannot read its storage: nobody is judged, and it goes on by itself', async () => {
    await server.capture('s1', 'First')
    server.auth.down = true
    const ana = device().open()
    const kinds: string[] = []
    ana.sync.subscribe(() => kinds.push(ana.sync.get().kind))
    await until(ana.sync, ({ kind }) => kind === 'offline', 6_000)
    server.auth.down = false
    await titlesBecome(ana, ['First'])
    await saved(ana)
    expect(kinds).not.toContain('access-changed')
    expect(kinds).not.toContain('signed-out')
  })

  test('when the person is not a member', async () => {
    await server.faults.storage.people.createUser({
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
    await server.capture('s1')
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
    await server.addPerson('kim')
    const ana = device().open()
    const kim = device('kim', ['member']).open()
    await Promise.all([ready(ana), ready(kim)])
    kim.setWhereabouts({ story: 's1', editing: true })
    const [there] = await until(ana.presence, (others) => others[0]?.story === 's1')
    expect(there).toMatchObject({ user: { id: 'kim', name: 'Kim' }, editing: true })
    await kim.close()
    await until(ana.presence, (others) => others.length === 0)
  })
})
