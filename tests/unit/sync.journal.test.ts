import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StorageUnavailable } from '#server/storage/errors.ts'
import type { DocumentStore, DocumentUpdate } from '#server/storage/storage.ts'
import { createJournal } from '#server/sync/journal.ts'

const log = pino({ level: 'silent' })

function update(name: string, text: string): DocumentUpdate {
  return { workspace: 'w', name, update: Buffer.from(text), by: 'ana', at: 1, newClients: [] }
}

/** A store that keeps what it is given, when it is allowed to. */
class Store {
  readonly batches: string[][] = []
  refusals = 0
  /** Texts that no batch may have. */
  readonly poison = new Set<string>()
  isUp = true
  hold: Promise<void> = Promise.resolve()

  readonly documents = {
    append: async (updates: readonly DocumentUpdate[]) => {
      await this.hold
      if (this.refusals > 0) {
        this.refusals -= 1
        throw new StorageUnavailable('the disk is full')
      }
      const texts = updates.map((one) => Buffer.from(one.update).toString())
      if (!this.isUp) throw new StorageUnavailable('the database does not answer')
      if (texts.some((text) => this.poison.has(text))) throw new Error('constraint failed')
      this.batches.push(texts)
    },
  } as DocumentStore

  ping = async () => {
    if (!this.isUp) throw new StorageUnavailable('the database does not answer')
  }
}

class Document {
  readonly batches: number[] = []

  committed(batch: number): void {
    this.batches.push(batch)
  }
}

describe('[I1] the journal', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('commits what comes in one turn together, and tells each document once', async () => {
    const store = new Store()
    const journal = createJournal(store, log)
    const [one, two] = [new Document(), new Document()]
    expect(journal.append(one, update('one', 'a'))).toBe(1)
    expect(journal.append(two, update('two', 'b'))).toBe(1)
    expect(journal.append(one, update('one', 'c'))).toBe(1)
    expect(one.batches).toEqual([])
    await vi.runAllTimersAsync()
    expect(store.batches).toEqual([['a', 'b', 'c']])
    expect([one.batches, two.batches]).toEqual([[1], [1]])
    expect(journal.uncommittedBytes(one)).toBe(0)
  })

  test('gathers what comes while a commit is under way', async () => {
    const store = new Store()
    const gate = Promise.withResolvers<void>()
    store.hold = gate.promise
    const journal = createJournal(store, log)
    const document = new Document()
    journal.append(document, update('one', 'a'))
    await vi.advanceTimersByTimeAsync(1)
    expect(journal.append(document, update('one', 'b'))).toBe(2)
    expect(journal.append(document, update('one', 'c'))).toBe(2)
    expect(journal.uncommittedBytes(document)).toBe(3)
    gate.resolve()
    await vi.runAllTimersAsync()
    expect(store.batches).toEqual([['a'], ['b', 'c']])
    expect(document.batches).toEqual([1, 2])
  })

  test('tries again for as long as storage refuses, in order, and says nothing before', async () => {
    const store = new Store()
    store.refusals = 30
    const journal = createJournal(store, log)
    const document = new Document()
    journal.append(document, update('one', 'a'))
    await vi.advanceTimersByTimeAsync(10_000)
    journal.append(document, update('one', 'b'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(document.batches).toEqual([])
    await vi.advanceTimersByTimeAsync(120_000)
    expect(store.batches).toEqual([['a'], ['b']])
    expect(document.batches).toEqual([1, 2])
  })

  test('what storage refuses for good waits alone; everybody else is saved', async () => {
    const store = new Store()
    store.poison.add('bad')
    const journal = createJournal(store, log)
    const [sick, well] = [new Document(), new Document()]
    journal.append(well, update('well', 'a'))
    journal.append(sick, update('sick', 'bad'))
    await vi.advanceTimersByTimeAsync(100)
    journal.append(well, update('well', 'b'))
    journal.append(sick, update('sick', 'c'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.batches).toEqual([['a'], ['b']])
    expect(well.batches).toEqual([1, 2])
    journal.append(sick, update('sick', 'd'))
    journal.append(well, update('well', 'e'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.batches.flat()).toEqual(['a', 'b', 'e'])
    expect(sick.batches).toEqual([])

    // Put right: everything of it goes in, in order, and it is among the others again.
    store.poison.clear()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.batches.flat()).toEqual(['a', 'b', 'e', 'bad', 'c', 'd'])
    const last = journal.append(sick, update('sick', 'f'))
    await vi.runAllTimersAsync()
    expect(sick.batches.at(-1)).toBe(last)
    expect(sick.batches).toEqual(sick.batches.toSorted((one, other) => one - other))
    expect(new Set(sick.batches).size).toBe(sick.batches.length)
    expect(await journal.drain(10)).toBe(true)
  })

  test('a database that is away refuses nobody: the batch stays whole', async () => {
    const store = new Store()
    store.isUp = false
    const journal = createJournal(store, log)
    const [one, two] = [new Document(), new Document()]
    journal.append(one, update('one', 'a'))
    journal.append(two, update('two', 'b'))
    await vi.advanceTimersByTimeAsync(60_000)
    store.isUp = true
    await vi.runAllTimersAsync()
    expect(store.batches).toEqual([['a', 'b']])
    expect([one.batches, two.batches]).toEqual([[1], [1]])
  })

  test('a document that fails to hear of it does not stop the others', async () => {
    const store = new Store()
    const journal = createJournal(store, log)
    const deaf = { committed: () => expect.unreachable() }
    const document = new Document()
    journal.append(deaf, update('deaf', 'a'))
    journal.append(document, update('one', 'b'))
    await vi.runAllTimersAsync()
    expect(document.batches).toEqual([1])
  })

  test('drains at the end, or says that it could not', async () => {
    const store = new Store()
    const journal = createJournal(store, log)
    expect(await journal.drain(10)).toBe(true)
    journal.append(new Document(), update('one', 'a'))
    const drained = journal.drain(1_000)
    await vi.advanceTimersByTimeAsync(1)
    expect(await drained).toBe(true)
    store.refusals = Number.POSITIVE_INFINITY
    journal.append(new Document(), update('one', 'b'))
    const stuck = journal.drain(1_000)
    await vi.advanceTimersByTimeAsync(1_001)
    expect(await stuck).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })
})
