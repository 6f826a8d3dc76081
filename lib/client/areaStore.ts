import type { Command } from '../domain/command.ts'
import { must } from '../domain/must.ts'
import type { Story } from '../domain/story.ts'
import type { AreaInfo } from '../schema/wire.ts'
import type { RefusedCommand } from './client.ts'
import type { IDBPTransaction } from 'idb'
import type { Database, LocalStore, StoredCommand, Tables } from './localStore.ts'
import { type Batch, WriteLoop } from './writeLoop.ts'

export interface KeptArea {
  readonly list: {
    readonly seq: number
    readonly info: AreaInfo
    readonly stories: readonly Story[]
  } | null
  readonly outbox: readonly { readonly order: number; readonly stored: StoredCommand }[]
  readonly refused: readonly RefusedCommand[]
}

/** What the memory holds, for writing all of it again. */
export interface WholeArea {
  readonly list: {
    readonly seq: number
    readonly info: AreaInfo
    readonly stories: Iterable<Story>
  } | null
  readonly outbox: readonly { readonly order: number | null; readonly stored: StoredCommand }[]
  readonly refused: readonly RefusedCommand[]
}

/** Rows written in one piece. */
const PIECE = 250

const STORES = ['lists', 'items', 'outbox', 'refused'] as const
type Writing = IDBPTransaction<Tables, typeof STORES, 'readwrite'>

/** What a list has become. */
export interface ListChanges {
  readonly seq: number
  readonly info: AreaInfo
  /** null: gone. */
  readonly items: ReadonlyMap<string, Story | null>
  /** The items are all there are. */
  readonly whole: boolean
  readonly isOlder: boolean
}

interface Changes {
  list: ListChanges | null
  added: Map<string, StoredCommand>
  done: Set<string>
  refused: Map<string, RefusedCommand | null>
  everything: boolean
}

/**
 * The list, the outbox and the refused commands on disk. One writer for all three: a command leaves the outbox in
 * the transaction that brings its effect into the list, so that a crash between the two shows neither twice nor none.
 */
export class AreaStore {
  readonly #store: LocalStore
  readonly #name: string
  readonly #whole: () => WholeArea
  readonly #ordered: (commandId: string, order: number) => void
  readonly #loop: WriteLoop
  readonly #stop: () => void
  #changes = noChanges()

  constructor(options: {
    store: LocalStore
    /** The list's name. */
    name: string
    whole: () => WholeArea
    /** A command is on disk, at this place in the order over all tabs. */
    ordered: (commandId: string, order: number) => void
  }) {
    this.#store = options.store
    this.#name = options.name
    this.#whole = options.whole
    this.#ordered = options.ordered
    this.#loop = new WriteLoop(options.store, () => this.#take())
    this.#stop = options.store.onCleared(() => {
      this.#changes.everything = true
      this.#loop.wake()
    })
  }

  /** Gives what this device holds, or null when its store cannot be read. */
  load(): Promise<KeptArea | null> {
    return this.#store.read(async (database) => {
      const transaction = database.transaction(['lists', 'items', 'outbox', 'refused'])
      const [list, items, keys, commands, refused] = await Promise.all([
        transaction.objectStore('lists').get(this.#name),
        transaction.objectStore('items').getAll(rowsOf(this.#name)),
        transaction.objectStore('outbox').getAllKeys(),
        transaction.objectStore('outbox').getAll(),
        transaction.objectStore('refused').getAll(),
        transaction.done,
      ])
      return {
        list: list
          ? { seq: list.seq, info: list.info, stories: items.map(({ item }) => item) }
          : null,
        outbox: commands.map((stored, index) => ({
          order: must(keys[index], 'key of a command'),
          stored,
        })),
        refused: refused.map(withoutId).sort((a, b) => a.at - b.at),
      }
    })
  }

  /** Keeps commands that were just accepted here. Resolves when they are on disk, or when the browser refuses. */
  add(...commands: readonly StoredCommand[]): Promise<void> {
    for (const command of commands) this.#changes.added.set(command.id, command)
    return this.#loop.flush()
  }

  /** Keeps what a list has become. `done`: the commands it contains by now. */
  listChanged(list: ListChanges, done: readonly string[]): void {
    const before = this.#changes.list
    this.#changes.list =
      list.whole || !before
        ? list
        : {
            ...before,
            seq: list.seq,
            info: list.info,
            items: new Map([...before.items, ...list.items]),
          }
    this.#settle(done)
    this.#loop.wake()
  }

  /** Forgets commands whose effect the kept list has. */
  settled(done: readonly string[]): void {
    this.#settle(done)
    this.#loop.wake()
  }

  refused(refused: RefusedCommand): void {
    this.#settle([refused.command.id])
    this.#changes.refused.set(refused.command.id, refused)
    this.#loop.wake()
  }

  dismissed(commandId: string): void {
    this.#changes.refused.set(commandId, null)
    this.#loop.wake()
  }

  /** Removes the list from this device: the person may no longer see it. Commands stay. */
  async wipeList(): Promise<void> {
    this.#changes.list = null
    await this.#loop.flush()
    await this.#store.write(this.#loop, async (database) => {
      const transaction = database.transaction(['lists', 'items'], 'readwrite')
      await Promise.all([
        transaction.objectStore('lists').delete(this.#name),
        transaction.objectStore('items').delete(rowsOf(this.#name)),
        transaction.done,
      ])
    })
  }

  /** True while a command is not on disk yet. */
  get hasUnkept(): boolean {
    const { added, refused, everything } = this.#changes
    if (added.size > 0 || refused.size > 0 || this.#writing) return true
    return everything && this.#whole().outbox.length > 0
  }

  flush(): Promise<void> {
    return this.#loop.flush()
  }

  async close(): Promise<void> {
    this.#stop()
    await this.#loop.close()
  }

  #writing = false

  #settle(done: readonly string[]): void {
    for (const id of done) {
      this.#changes.done.add(id)
      this.#changes.added.delete(id)
    }
  }

  #take(): Batch | null {
    const changes = this.#changes
    if (isNothing(changes)) return null
    this.#changes = noChanges()
    this.#writing = changes.added.size > 0 || changes.refused.size > 0 || changes.everything
    return {
      write: async (database) => {
        if (changes.everything) await this.#writeEverything(database, changes)
        else await this.#writeChanges(database, changes)
        this.#writing = false
      },
      failed: () => {
        this.#writing = false
        // What reached the disk is unknown now (the browser may have cleared it): the memory is the truth.
        this.#changes.everything = true
        for (const id of changes.done) this.#changes.done.add(id)
        for (const [id, refused] of changes.refused) {
          if (!this.#changes.refused.has(id)) this.#changes.refused.set(id, refused)
        }
      },
    }
  }

  async #writeChanges(database: Database, { list, added, done, refused }: Changes): Promise<void> {
    // Commands exist nowhere else: they are forced to the disk. A list can be fetched again.
    const durability = added.size > 0 || refused.size > 0 ? 'strict' : 'relaxed'
    const transaction = database.transaction(STORES, 'readwrite', { durability })
    const ordered = [...added.values()].map(async (stored) => {
      this.#ordered(stored.id, await transaction.objectStore('outbox').add(stored))
    })
    const outbox = transaction.objectStore('outbox')
    const forgotten = [...done].map(async (id) => {
      const key = await outbox.index('id').getKey(id)
      if (key !== undefined) await outbox.delete(key)
    })
    const judged = [...refused].map(([id, value]) =>
      value
        ? transaction.objectStore('refused').put({ ...value, id })
        : transaction.objectStore('refused').delete(id),
    )
    await Promise.all([
      ...ordered,
      ...forgotten,
      ...judged,
      list && this.#writeList(transaction, list),
      transaction.done,
    ])
  }

  async #writeList(transaction: Writing, list: ListChanges): Promise<void> {
    const kept = await transaction.objectStore('lists').get(this.#name)
    // Another tab of this browser has written this part already; only the header may be newer.
    if (kept && kept.seq > list.seq && !list.isOlder) return
    const items = transaction.objectStore('items')
    await transaction.objectStore('lists').put({ name: this.#name, seq: list.seq, info: list.info })
    if (list.whole) await items.delete(rowsOf(this.#name))
    const rows = [...list.items]
    // In pieces: writing 10,000 rows at once would hold the page for a third of a second.
    for (let from = 0; from < rows.length; from += PIECE) {
      await Promise.all(
        rows
          .slice(from, from + PIECE)
          .map(([id, item]) =>
            item ? items.put({ list: this.#name, id, item }) : items.delete([this.#name, id]),
          ),
      )
    }
  }

  /** After a failure. Takes nothing away but what is done: another tab may have written what this one does not know. */
  async #writeEverything(database: Database, { done, refused: changed }: Changes): Promise<void> {
    const { list, outbox, refused } = this.#whole()
    const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' })
    const commands = transaction.objectStore('outbox')
    const judged = transaction.objectStore('refused')
    const items = new Map([...(list?.stories ?? [])].map((story) => [story.id, story] as const))
    const queued = outbox.map(async ({ stored }) => {
      const key = (await commands.index('id').getKey(stored.id)) ?? (await commands.add(stored))
      this.#ordered(stored.id, key)
    })
    const forgotten = [...done].map(async (id) => {
      const key = await commands.index('id').getKey(id)
      if (key !== undefined) await commands.delete(key)
    })
    await Promise.all([
      list &&
        this.#writeList(transaction, {
          seq: list.seq,
          info: list.info,
          items,
          whole: true,
          isOlder: false,
        }),
      ...queued,
      ...forgotten,
      ...refused.map((value) => judged.put({ ...value, id: value.command.id })),
      ...[...changed].map(([id, value]) => value === null && judged.delete(id)),
      transaction.done,
    ])
  }
}

function noChanges(): Changes {
  return { list: null, added: new Map(), done: new Set(), refused: new Map(), everything: false }
}

function isNothing({ list, added, done, refused, everything }: Changes): boolean {
  return !list && added.size === 0 && done.size === 0 && refused.size === 0 && !everything
}

/** Every row of one list: arrays sort after strings in IndexedDB's order of keys. */
function rowsOf(list: string): IDBKeyRange {
  return IDBKeyRange.bound([list], [list, []])
}

function withoutId({ command, refusal, title, at }: RefusedCommand): RefusedCommand {
  return { command, refusal, title, at }
}

/** Gives the row of a command. */
export function storedCommand(command: Command, at: number, title: string): StoredCommand {
  return { id: command.id, command, at, title }
}
