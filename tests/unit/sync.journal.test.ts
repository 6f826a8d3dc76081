import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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
  hold: Promise<void> = Promise.resolve()

  readonly documents = {
    append: async (updates: readonly DocumentUpdate[]) => {
      await this.hold
      if (this.refusals > 0) {
        this.refusals -= 1
        throw new Error('disk full')
      }
      this.batches.push(updates.map((one) => Buffer.from(one.update).toString()))
    },
  } as DocumentStore
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
    const journal = createJournal(store.documents, log)
    const [one, two] = [new Document(), new Document()]
    expect(journal.append(one, update('one', 'a'))).toBe(1)
    expect(journal.append(two, update('two', 'b'))).toBe(1)
    expect(journal.append(one, update('one', 'c'))).toBe(1)
    expect(one.batches).toEqual([])
    await vi.runAllTimersAsync()
    expect(store.batches).toEqual([['a', 'b', 'c']])
    expect([one.batches, two.batches]).toEqual([[1], [1]])
    expect(journal.uncommittedBytes).toBe(0)
  })

  test('gathers what comes while a commit is under way', async () => {
    const store = new Store()
    const gate = Promise.withResolvers<void>()
    store.hold = gate.promise
    const journal = createJournal(store.documents, log)
    const document = new Document()
    journal.append(document, update('one', 'a'))
    await vi.advanceTimersByTimeAsync(1)
    expect(journal.append(document, update('one', 'b'))).toBe(2)
    expect(journal.append(document, update('one', 'c'))).toBe(2)
    expect(journal.uncommittedBytes).toBe(3)
    gate.resolve()
    await vi.runAllTimersAsync()
    expect(store.batches).toEqual([['a'], ['b', 'c']])
    expect(document.batches).toEqual([1, 2])
  })

  test('tries again for as long as storage refuses, in order, and says nothing before', async () => {
    const store = new Store()
    store.refusals = 30
    const journal = createJournal(store.documents, log)
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

  test('a document that fails to hear of it does not stop the others', async () => {
    const store = new Store()
    const journal = createJournal(store.documents, log)
    const deaf = { committed: () => expect.unreachable() }
    const document = new Document()
    journal.append(deaf, update('deaf', 'a'))
    journal.append(document, update('one', 'b'))
    await vi.runAllTimersAsync()
    expect(document.batches).toEqual([1])
  })

  test('drains at the end, or says that it could not', async () => {
    const store = new Store()
    const journal = createJournal(store.documents, log)
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
