import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LocalStore } from '#lib/client/localStore.ts'
import { SessionKeeping } from '#lib/client/sessions/keptSessions.ts'
import type { Session } from '#lib/domain/sessions/session.ts'

const NAME = 'sluice:ana:w1'

let factory: IDBFactory
let stores: LocalStore[]

beforeEach(() => {
  factory = new IDBFactory()
  stores = []
})
afterEach(async () => {
  for (const store of stores) await store.close()
})

function openStore(): LocalStore {
  const store = new LocalStore(factory, NAME)
  stores.push(store)
  return store
}

const session = (id: string, name = 'Weekly'): Session => ({
  id,
  kind: 'meeting',
  name,
  team: null,
  startsAt: null,
  createdBy: 'ana',
  createdAt: 0,
  facilitator: 'ana',
  phase: { name: 'scheduled' },
  agenda: [],
  people: {},
  hands: [],
  speaker: null,
  decisions: [],
  topics: [],
})

test('[MT11] a session comes back as it was kept last, and leaves the device when it may not be seen any more', async () => {
  const keeping = new SessionKeeping(openStore(), 'm', () => 1)
  expect(await keeping.read()).toBeNull()
  keeping.keep(session('m'))
  keeping.keep(session('m', 'Biweekly'))
  await keeping.close()
  const again = new SessionKeeping(openStore(), 'm', () => 2)
  expect(await again.read()).toEqual(session('m', 'Biweekly'))
  again.keep(null)
  await again.close()
  expect(await new SessionKeeping(openStore(), 'm', () => 3).read()).toBeNull()
})

test('[MT11] the twenty that were looked at last are kept', async () => {
  const store = openStore()
  for (let index = 0; index < 23; index += 1) {
    const keeping = new SessionKeeping(store, `m${index}`, () => index)
    keeping.keep(session(`m${index}`))
    await keeping.close()
  }
  const kept = await store.read((database) => database.getAllKeys('sessions'))
  expect(kept).toHaveLength(20)
  expect(kept).not.toContain('m2')
  expect(kept).toContain('m3')
})

test('[MT11] a device on which the app was before keeps its lists when sessions come to it', async () => {
  const request = factory.open(NAME, 4)
  request.addEventListener('upgradeneeded', () => {
    const made = request.result
    made.createObjectStore('lists', { keyPath: 'name' })
    made.createObjectStore('items', { keyPath: ['list', 'id'] })
    const others: readonly [string, IDBObjectStoreParameters][] = [
      ['outbox', { autoIncrement: true }],
      ['refused', { keyPath: 'id' }],
      ['prose', { autoIncrement: true }],
      ['unsaved', { keyPath: ['story', 'tab'] }],
      ['brought', {}],
      ['talks', { keyPath: 'story' }],
    ]
    for (const [name, options] of others) made.createObjectStore(name, options)
  })
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const transaction = request.result.transaction('lists', 'readwrite')
  transaction.objectStore('lists').add({ name: 'area:w1', seq: 7, info: {} })
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  request.result.close()

  const store = openStore()
  const lists = await store.read((database) => database.getAll('lists'))
  expect(lists).toMatchObject([{ name: 'area:w1', seq: 7 }])
  const keeping = new SessionKeeping(store, 'm', () => 1)
  keeping.keep(session('m'))
  await keeping.close()
  expect(await keeping.read()).toEqual(session('m'))
})
