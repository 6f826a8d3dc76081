import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { AreaStore, storedCommand, type WholeArea } from '#lib/client/areaStore.ts'
import { LocalStore } from '#lib/client/localStore.ts'
import { ProseStore, unsavedStories } from '#lib/client/proseStore.ts'
import type { Story } from '#lib/domain/story.ts'
import type { AreaInfo } from '#lib/schema/wire.ts'
import { Flow } from '#tests/support/domain.ts'
import { until } from '#tests/support/clientDevice.ts'

const INFO: AreaInfo = { workspace: { id: 'w1', name: 'Acme', keyPrefix: 'ST' }, members: [] }

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

function areaStore(store: LocalStore, whole?: () => WholeArea) {
  const orders = new Map<string, number>()
  const area = new AreaStore({
    store,
    name: 'area:w1',
    whole: whole ?? (() => ({ list: null, outbox: [], refused: [] })),
    ordered: (id, order) => orders.set(id, order),
  })
  return { area, orders }
}

function proseStore(
  store: LocalStore,
  options: { tab?: string; schema?: number; doc?: Y.Doc } = {},
) {
  const { tab = 'tab1', schema = 1, doc = new Y.Doc() } = options
  const prose = new ProseStore(store, {
    story: 's1',
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
  storedCommand({ id, type: 'captureStory', story, title: `Story ${story}` }, 1, `Story ${story}`)

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

function breakWrites(): void {
  const full = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  }
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
}

describe('[I5] the list and the outbox on disk', () => {
  test('come back after a reload, commands in the order over all tabs', async () => {
    const one = areaStore(openStore())
    const two = areaStore(openStore())
    await one.area.add(capture('c1', 's1'))
    await two.area.add(capture('c2', 's2'))
    await one.area.add(capture('c3', 's3'))
    expect([...one.orders, ...two.orders].sort((a, b) => a[1] - b[1]).map(([id]) => id)).toEqual([
      'c1',
      'c2',
      'c3',
    ])
    const kept = await areaStore(openStore()).area.load()
    expect(kept?.outbox.map(({ stored }) => stored.id)).toEqual(['c1', 'c2', 'c3'])
    expect(kept?.list).toBeNull()
  })

  test('change together: a crash shows a command or its effect, never neither', async () => {
    const { area } = areaStore(openStore())
    await area.add(capture('c1', 's1'))
    area.listChanged({ seq: 1, info: INFO, items: stories('s1'), whole: false, isOlder: false }, [
      'c1',
    ])
    // Each of these is what a crash at that moment would leave behind.
    for (let moment = 0; moment < 20; moment += 1) {
      const then = await areaStore(openStore()).area.load()
      expect((then?.list?.stories.length ?? 0) + (then?.outbox.length ?? 0)).toBe(1)
    }
    await area.flush()
    const after = await areaStore(openStore()).area.load()
    expect([after?.list?.stories.length, after?.outbox.length, after?.list?.seq]).toEqual([1, 0, 1])
  })

  test('a tab that is behind does not put older rows over newer ones', async () => {
    const ahead = areaStore(openStore()).area
    const behind = areaStore(openStore()).area
    const items = stories('s1')
    const renamed = new Map([['s1', { ...items.get('s1')!, title: 'Newer' }]])
    ahead.listChanged({ seq: 1, info: INFO, items, whole: true, isOlder: false }, [])
    ahead.listChanged({ seq: 2, info: INFO, items: renamed, whole: false, isOlder: false }, [])
    await ahead.flush()
    behind.listChanged({ seq: 1, info: INFO, items, whole: true, isOlder: false }, [])
    await behind.flush()
    const kept = await areaStore(openStore()).area.load()
    expect(kept?.list).toMatchObject({ seq: 2, stories: [{ title: 'Newer' }] })
  })

  test('a full disk is told, and everything is written when there is room again', async () => {
    const store = openStore()
    const stored = capture('c1', 's1')
    const { area } = areaStore(store, () => ({
      list: { seq: 3, info: INFO, stories: stories('s1', 's2').values() },
      outbox: [{ order: null, stored }],
      refused: [],
    }))
    await area.load()
    breakWrites()
    await area.add(stored)
    expect(store.keeping.get()).toBe('not-kept')
    vi.restoreAllMocks()
    await area.flush()
    expect(store.keeping.get()).toBe('kept')
    const kept = await areaStore(openStore()).area.load()
    expect(kept?.outbox.map(({ stored: { id } }) => id)).toEqual(['c1'])
    expect(kept?.list?.stories.length).toBe(2)
  })

  test('a browser without storage is told', async () => {
    const store = new LocalStore(null, 'x')
    const stored = capture('c1', 's1')
    const outbox = [{ order: null, stored }]
    const { area } = areaStore(store, () => ({ list: null, outbox, refused: [] }))
    expect(await area.load()).toBeNull()
    expect(store.keeping.get()).toBe('not-kept')
    await area.add(stored)
    expect(area.hasUnkept).toBe(true)
    expect(store.keeping.get()).toBe('not-kept')
  })

  test('after a sign-out elsewhere nothing is written any more', async () => {
    const store = openStore()
    const { area } = areaStore(store)
    await area.add(capture('c1', 's1'))
    const deleting = factory.deleteDatabase('sluice:ana:w1')
    await new Promise((resolve) => deleting.addEventListener('success', resolve))
    expect(await until(store.keeping, (keeping) => keeping === 'wiped')).toBe('wiped')
    await area.add(capture('c2', 's2'))
    expect(await factory.databases()).toEqual([])
  })
})

describe('[I5] prose on disk', () => {
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
