import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { ReplicaView } from '#lib/client/allLists.ts'
import { LocalStore } from '#lib/client/localStore.ts'
import { ProseStore } from '#lib/client/proseStore.ts'
import { forgetProse, unsavedStories } from '#lib/client/unsavedProse.ts'
import { type WholeWorkspace, WorkspaceStore } from '#lib/client/workspaceStore.ts'
import type { Story } from '#lib/domain/story.ts'
import { Flow } from '#tests/support/domain.ts'
import { until } from '#tests/support/clientDevice.ts'
import { AREA, EMPTY_INFO, stored } from '#tests/support/clientLists.ts'

/** A list's place in its changes. */
const at = (seq: number, name = AREA) => ({ name, seq, info: EMPTY_INFO, isOlder: false })

let factory: IDBFactory
const stores: LocalStore[] = []

beforeEach(() => {
  factory = new IDBFactory()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(stores.splice(0).map((store) => store.close()))
})

function openStore(): LocalStore {
  const store = new LocalStore(factory, 'sluice:ana:w1')
  stores.push(store)
  return store
}

function workspaceStore(store: LocalStore, whole?: () => WholeWorkspace) {
  const orders = new Map<string, number>()
  const area = new WorkspaceStore({
    store,
    whole: whole ?? (() => ({ lists: [], outbox: [], refused: [] })),
    ordered: (id, order) => orders.set(id, order),
  })
  return { area, orders }
}

function proseStore(
  store: LocalStore,
  options: { story?: string; tab?: string; schema?: number; doc?: Y.Doc } = {},
) {
  const { story = 's1', tab = 'tab1', schema = 1, doc = new Y.Doc() } = options
  const prose = new ProseStore(store, {
    story,
    tab,
    schema,
    whole: () => Y.encodeStateAsUpdate(doc),
  })
  return prose
}

function stories(...ids: string[]): Map<string, Story> {
  const flow = new Flow()
  for (const id of ids) flow.put(id)
  return flow.stories
}

const capture = (id: string, story: string) =>
  stored({ id, type: 'captureStory', story, title: `Story ${story}` })

const titlesOf = (kept: Awaited<ReturnType<WorkspaceStore['load']>>, name = AREA) =>
  kept?.lists.find((list) => list.name === name)?.stories.map(({ title }) => title) ?? null

/** One keystroke after another, each as its own update. */
function typing(doc: Y.Doc, text: string): Uint8Array[] {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  for (const letter of text) doc.getText('body').insert(doc.getText('body').length, letter)
  doc.off('update', collect)
  return updates
}

function read(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('body').toString()
}

/** Makes the database as the first version of the app left it. */
async function olderDatabase(tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const request = factory.open('sluice:ana:w1', 1)
  request.addEventListener('upgradeneeded', () => {
    const made = request.result
    made.createObjectStore('lists', { keyPath: 'name' })
    made.createObjectStore('items', { keyPath: ['list', 'id'] })
    made
      .createObjectStore('outbox', { autoIncrement: true })
      .createIndex('id', 'id', { unique: true })
    made.createObjectStore('refused', { keyPath: 'id' })
    made.createObjectStore('prose', { autoIncrement: true }).createIndex('story', 'story')
    made.createObjectStore('unsaved', { keyPath: ['story', 'tab'] })
  })
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const transaction = request.result.transaction(Object.keys(tables), 'readwrite')
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) transaction.objectStore(table).add(row)
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  request.result.close()
}

function breakWrites(): void {
  const full = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  }
  for (const change of ['add', 'put', 'delete'] as const) {
    vi.spyOn(IDBObjectStore.prototype, change).mockImplementation(full)
  }
}

describe('[I5] the list and the outbox on disk', () => {
  test('come back after a reload, commands in the order over all tabs', async () => {
    const one = workspaceStore(openStore())
    const two = workspaceStore(openStore())
    await one.area.add(capture('c1', 's1'))
    await two.area.add(capture('c2', 's2'))
    await one.area.add(capture('c3', 's3'))
    expect([...one.orders, ...two.orders].sort((a, b) => a[1] - b[1]).map(([id]) => id)).toEqual([
      'c1',
      'c2',
      'c3',
    ])
    const kept = await workspaceStore(openStore()).area.load()
    expect(kept?.outbox.map((entry) => entry.stored.id)).toEqual(['c1', 'c2', 'c3'])
    expect(kept?.lists).toEqual([])
  })

  test('change together: a crash shows a command or its effect, never neither', async () => {
    const { area } = workspaceStore(openStore())
    await area.add(capture('c1', 's1'))
    area.listChanged({ ...at(1), items: stories('s1'), whole: false }, ['c1'])
    // Each of these is what a crash at that moment would leave behind.
    for (let moment = 0; moment < 20; moment += 1) {
      const then = await workspaceStore(openStore()).area.load()
      expect((titlesOf(then)?.length ?? 0) + (then?.outbox.length ?? 0)).toBe(1)
    }
    await area.flush()
    const after = await workspaceStore(openStore()).area.load()
    expect([titlesOf(after)?.length, after?.outbox.length, after?.lists[0]?.seq]).toEqual([1, 0, 1])
  })

  test('a tab that is behind does not put older rows over newer ones', async () => {
    const ahead = workspaceStore(openStore()).area
    const behind = workspaceStore(openStore()).area
    const items = stories('s1')
    const renamed = new Map([['s1', { ...items.get('s1')!, title: 'Newer' }]])
    ahead.listChanged({ ...at(1), items, whole: true }, [])
    ahead.listChanged({ ...at(2), items: renamed, whole: false }, [])
    await ahead.flush()
    behind.listChanged({ ...at(1), items, whole: true }, [])
    await behind.flush()
    const kept = await workspaceStore(openStore()).area.load()
    expect(kept?.lists).toMatchObject([{ name: AREA, seq: 2, stories: [{ title: 'Newer' }] }])
  })

  test('a full disk is told, and everything is written when there is room again', async () => {
    const store = openStore()
    const mine = capture('c1', 's1')
    const lists: ReplicaView[] = [{ ...at(3), items: stories('s1', 's2') }]
    const outbox = [{ order: null, stored: mine }]
    const { area } = workspaceStore(store, () => ({ lists, outbox, refused: [] }))
    await area.load()
    breakWrites()
    await area.add(mine)
    expect(store.keeping.get()).toBe('not-kept')
    vi.restoreAllMocks()
    await area.flush()
    expect(store.keeping.get()).toBe('kept')
    const kept = await workspaceStore(openStore()).area.load()
    expect(kept?.outbox.map((entry) => entry.stored.id)).toEqual(['c1'])
    expect(titlesOf(kept)).toHaveLength(2)
  })

  test('a browser without storage is told', async () => {
    const store = new LocalStore(null, 'x')
    const mine = capture('c1', 's1')
    const outbox = [{ order: null, stored: mine }]
    const { area } = workspaceStore(store, () => ({ lists: [], outbox, refused: [] }))
    expect(await area.load()).toBeNull()
    expect(store.keeping.get()).toBe('not-kept')
    await area.add(mine)
    expect(area.hasUnkept).toBe(true)
    expect(store.keeping.get()).toBe('not-kept')
  })

  test('after a sign-out elsewhere nothing is written any more', async () => {
    const store = openStore()
    const { area } = workspaceStore(store)
    await area.add(capture('c1', 's1'))
    const deleting = factory.deleteDatabase('sluice:ana:w1')
    await new Promise((resolve) => deleting.addEventListener('success', resolve))
    expect(await until(store.keeping, (keeping) => keeping === 'wiped')).toBe('wiped')
    await area.add(capture('c2', 's2'))
    expect(await factory.databases()).toEqual([])
  })
})

describe('[I8] lists on disk', () => {
  const WEB = 'team:web'

  test('are kept side by side, and one that may not be seen any more goes alone', async () => {
    const store = workspaceStore(openStore()).area
    await store.add(capture('c1', 's9'))
    store.listChanged({ ...at(4), items: stories('s1'), whole: true }, [])
    store.listChanged({ ...at(6, WEB), items: stories('s1', 's2'), whole: true }, [])
    await store.flush()
    const both = await workspaceStore(openStore()).area.load()
    expect(both?.lists.map(({ name, seq }) => [name, seq])).toEqual([
      [AREA, 4],
      [WEB, 6],
    ])
    expect([titlesOf(both), titlesOf(both, WEB)]).toEqual([['Story s1'], ['Story s1', 'Story s2']])
    store.dropped([WEB])
    await store.flush()
    const left = await workspaceStore(openStore()).area.load()
    expect(left?.lists.map(({ name }) => name)).toEqual([AREA])
    expect(titlesOf(left)).toEqual(['Story s1'])
    expect(left?.outbox).toHaveLength(1)
  })

  test('and one that goes while the disk is full goes when there is room again', async () => {
    const { area } = workspaceStore(openStore())
    area.listChanged({ ...at(6, WEB), items: stories('s2'), whole: true }, [])
    await area.flush()
    breakWrites()
    area.dropped([WEB])
    await area.add(capture('c1', 's1'))
    expect((await workspaceStore(openStore()).area.load())?.lists).toHaveLength(1)
    vi.restoreAllMocks()
    await area.flush()
    expect((await workspaceStore(openStore()).area.load())?.lists).toEqual([])
  })
})

describe('[I5] a database of an older version of the app', () => {
  test('keeps its commands, its refusals and its prose; its lists come anew', async () => {
    const doc = new Y.Doc()
    await olderDatabase({
      lists: [{ name: AREA, seq: 7, info: { workspace: EMPTY_INFO.workspace, members: [] } }],
      items: [{ list: AREA, id: 's1', item: { id: 's1', title: 'Without a team', stage: 'idea' } }],
      outbox: [capture('c1', 's2')],
      refused: [{ id: 'c0', command: { id: 'c0' }, refusal: {}, title: 'Refused', at: 1 }],
      prose: typing(doc, 'precious').map((update) => ({ story: 's1', schema: 1, update })),
      unsaved: [{ story: 's1', tab: 'gone', upTo: 8 }],
    })
    const store = openStore()
    const kept = await workspaceStore(store).area.load()
    expect(kept?.lists).toEqual([])
    expect(kept?.outbox.map((entry) => entry.stored.id)).toEqual(['c1'])
    expect(kept?.refused.map(({ title }) => title)).toEqual(['Refused'])
    expect(await unsavedStories(store)).toEqual(['s1'])
    expect(read((await proseStore(store).load())!.updates)).toBe('precious')
    expect(await store.read((database) => database.count('items'))).toBe(0)
  })
})

describe('[I5] prose on disk', () => {
  test('of stories that may not be seen any more goes, but for what the server does not have', async () => {
    const store = openStore()
    const doc = new Y.Doc()
    for (const story of ['s1', 's2']) {
      const prose = proseStore(store, { story })
      prose.appendLocal(typing(doc, 'text')[0]!)
      if (story === 's1') prose.saved()
      await prose.flush()
    }
    await forgetProse(store, ['s1', 's2'])
    expect((await proseStore(store, { story: 's1' }).load())?.updates).toHaveLength(0)
    expect((await proseStore(store, { story: 's2' }).load())?.updates).toHaveLength(1)
  })

  test('is unsaved after a reload until the server had it', async () => {
    const doc = new Y.Doc()
    const prose = proseStore(openStore())
    for (const update of typing(doc, 'hello')) prose.appendLocal(update)
    expect(prose.hasUnkept).toBe(true)
    await prose.flush()
    expect(prose.hasUnkept).toBe(false)

    const store = openStore()
    const reloaded = proseStore(store, { tab: 'tab2' })
    const kept = await reloaded.load()
    expect(read(kept!.updates)).toBe('hello')
    expect(kept?.isUnsaved).toBe(true)
    expect(await unsavedStories(store)).toEqual(['s1'])
    // What the server sends does not make it saved.
    reloaded.appendRemote(typing(new Y.Doc(), 'x')[0]!)
    await reloaded.flush()
    expect(await unsavedStories(store)).toEqual(['s1'])
    reloaded.saved()
    await reloaded.flush()
    expect(await unsavedStories(store)).toEqual([])
    expect((await proseStore(store, { tab: 'tab3' }).load())?.isUnsaved).toBe(false)
  })

  test('saved before it was written is not unsaved', async () => {
    const store = openStore()
    const prose = proseStore(store)
    for (const update of typing(new Y.Doc(), 'quick')) prose.appendLocal(update)
    prose.saved()
    await prose.flush()
    expect(await unsavedStories(store)).toEqual([])
  })

  test('of a closed tab stays unsaved when it was written after this tab read', async () => {
    const store = openStore()
    const doc = new Y.Doc()
    const other = proseStore(openStore(), { tab: 'other' })
    other.appendLocal(typing(doc, 'a')[0]!)
    await other.flush()
    const mine = proseStore(store, { tab: 'mine' })
    await mine.load()
    other.appendLocal(typing(doc, 'b')[0]!)
    await other.flush()
    mine.saved()
    await mine.flush()
    expect(await unsavedStories(store)).toEqual(['s1'])
  })

  test('is folded into few rows, and nothing is lost', async () => {
    const store = openStore()
    const doc = new Y.Doc()
    const prose = proseStore(store)
    const text = 'abcdefghij'.repeat(50)
    for (const update of typing(doc, text)) {
      prose.appendLocal(update)
      await prose.flush()
    }
    expect(read((await proseStore(store, { tab: 'tab2' }).load())!.updates)).toBe(text)
    expect(await store.read((database) => database.count('prose'))).toBeLessThan(250)
    expect(await unsavedStories(store)).toEqual(['s1'])
  })

  test('of a newer editor is not opened by an older one, and survives it', async () => {
    const store = openStore()
    const newer = proseStore(store, { schema: 2 })
    newer.appendLocal(typing(new Y.Doc(), 'new block')[0]!)
    await newer.flush()
    const older = proseStore(store, { schema: 1, tab: 'tab2' })
    const kept = await older.load()
    expect(kept).toMatchObject({ isTooNew: true, updates: [] })
    for (const update of typing(new Y.Doc(), 'x'.repeat(250))) {
      older.appendLocal(update)
      await older.flush()
    }
    expect((await proseStore(store, { schema: 2, tab: 'tab3' }).load())?.isTooNew).toBe(false)
    expect((await proseStore(store, { schema: 1, tab: 'tab4' }).load())?.isTooNew).toBe(true)
  })

  test('typed on a full disk is written when there is room again', async () => {
    const store = openStore()
    const doc = new Y.Doc()
    const prose = proseStore(store, { doc })
    await prose.load()
    breakWrites()
    for (const update of typing(doc, 'kept in memory')) prose.appendLocal(update)
    await prose.flush()
    expect(store.keeping.get()).toBe('not-kept')
    expect(prose.hasUnkept).toBe(true)
    vi.restoreAllMocks()
    await prose.flush()
    expect(store.keeping.get()).toBe('kept')
    expect(read((await proseStore(store, { tab: 'tab2' }).load())!.updates)).toBe('kept in memory')
    expect(await unsavedStories(store)).toEqual(['s1'])
  })
})
