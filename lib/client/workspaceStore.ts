import { must } from '../domain/must.ts'
import type { Story } from '../domain/story.ts'
import type { ListInfo } from '../schema/wire.ts'
import type { ReplicaView } from './allLists.ts'
import type { RefusedCommand } from './client.ts'
import type { IDBPTransaction } from 'idb'
import type { Database, LocalStore, StoredCommand, Tables } from './localStore.ts'
import type { KeptTalk } from './talkLists.ts'
import { type Batch, WriteLoop } from './writeLoop.ts'

export interface KeptWorkspace {
  readonly lists: readonly KeptList[]
  readonly outbox: readonly { readonly order: number; readonly stored: StoredCommand }[]
  readonly refused: readonly RefusedCommand[]
}

export interface KeptList {
  readonly name: string
  readonly seq: number
  readonly info: ListInfo
  readonly stories: readonly Story[]
}

/** What the memory holds, for writing all of it again. */
export interface WholeWorkspace {
  readonly lists: Iterable<ReplicaView>
  readonly outbox: readonly { readonly order: number | null; readonly stored: StoredCommand }[]
  readonly refused: readonly RefusedCommand[]
}

/** Rows written in one piece. */
const PIECE = 250

const STORES = ['lists', 'items', 'talks', 'outbox', 'refused'] as const
type Writing = IDBPTransaction<Tables, typeof STORES, 'readwrite'>

/** What a list has become. */
export interface ListChanges {
  readonly name: string
  readonly seq: number
  readonly info: ListInfo
  /** null: gone. */
  readonly items: ReadonlyMap<string, Story | null>
  /** The items are all there are. */
  readonly whole: boolean
  readonly isOlder: boolean
}

interface Changes {
  /** By name; null: it leaves this device. */
  lists: Map<string, ListChanges | null>
  /** By story; null: it leaves this device. */
  talks: Map<string, KeptTalk | null>
  added: Map<string, StoredCommand>
  done: Set<string>
  refused: Map<string, RefusedCommand | null>
  everything: boolean
}

/**
 * The lists, the outbox and the refused commands on disk. One writer for all of them: a command leaves the outbox in
 * the transaction that brings its effect into a list, so that a crash between the two shows neither twice nor none.
 */
export class WorkspaceStore {
  readonly #store: LocalStore
  readonly #whole: () => WholeWorkspace
  readonly #ordered: (commandId: string, order: number) => void
  readonly #loop: WriteLoop
  readonly #stop: () => void
  #changes = noChanges()

  constructor(options: {
    store: LocalStore
    whole: () => WholeWorkspace
    /** A command is on disk, at this place in the order over all tabs. */
    ordered: (commandId: string, order: number) => void
  }) {
    this.#store = options.store
    this.#whole = options.whole
    this.#ordered = options.ordered
    this.#loop = new WriteLoop(options.store, () => this.#take())
    this.#stop = options.store.onCleared(() => {
      this.#changes.everything = true
      this.#loop.wake()
    })
  }

  /** Gives what this device holds, or null when its store cannot be read. */
  load(): Promise<KeptWorkspace | null> {
    return this.#store.read(async (database) => {
      const transaction = database.transaction(['lists', 'items', 'outbox', 'refused'])
      const [lists, items, keys, commands, refused] = await Promise.all([
        transaction.objectStore('lists').getAll(),
        transaction.objectStore('items').getAll(),
        transaction.objectStore('outbox').getAllKeys(),
        transaction.objectStore('outbox').getAll(),
        transaction.objectStore('refused').getAll(),
        transaction.done,
      ])
      return {
        lists: withItems(lists, items),
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
    const before = this.#changes.lists.get(list.name)
    const items = list.whole || !before ? list.items : new Map([...before.items, ...list.items])
    const { whole, isOlder } = list.whole || !before ? list : before
    this.#changes.lists.set(list.name, { ...list, items, whole, isOlder })
    this.#settle(done)
    this.#loop.wake()
  }

  /** Gives what this device holds of a discussion. */
  loadTalk(story: string): Promise<KeptTalk | null> {
    return this.#store.read(async (database) => (await database.get('talks', story)) ?? null)
  }

  /** Keeps what a discussion has become. `done`: the commands it contains by now. */
  talkChanged(talk: KeptTalk, done: readonly string[]): void {
    this.#changes.talks.set(talk.story, talk)
    this.#settle(done)
    this.#loop.wake()
  }

  /** Removes discussions from this device: the person may no longer see them. */
  talksDropped(stories: readonly string[]): void {
    for (const story of stories) this.#changes.talks.set(story, null)
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

  /** Removes lists from this device: the person may no longer see them. Commands stay. */
  dropped(names: readonly string[]): void {
    for (const name of names) this.#changes.lists.set(name, null)
    this.#loop.wake()
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
        for (const [name, list] of changes.lists) {
          if (!list && !this.#changes.lists.has(name)) this.#changes.lists.set(name, null)
        }
        for (const [story, talk] of changes.talks) {
          if (!this.#changes.talks.has(story)) this.#changes.talks.set(story, talk)
        }
        for (const id of changes.done) this.#changes.done.add(id)
        for (const [id, refused] of changes.refused) {
          if (!this.#changes.refused.has(id)) this.#changes.refused.set(id, refused)
        }
      },
    }
  }

  async #writeChanges(
    database: Database,
    { lists, talks, added, done, refused }: Changes,
  ): Promise<void> {
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
      ...[...lists].map(([name, list]) => writeList(transaction, name, list)),
      ...[...talks].map(([story, talk]) => writeTalk(transaction, story, talk)),
      transaction.done,
    ])
  }

  /** After a failure. Takes nothing away but what is done: another tab may have written what this one does not know. */
  async #writeEverything(
    database: Database,
    { lists: changedLists, talks, done, refused: changed }: Changes,
  ): Promise<void> {
    const { lists, outbox, refused } = this.#whole()
    const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' })
    const commands = transaction.objectStore('outbox')
    const judged = transaction.objectStore('refused')
    const queued = outbox.map(async ({ stored }) => {
      const key = (await commands.index('id').getKey(stored.id)) ?? (await commands.add(stored))
      this.#ordered(stored.id, key)
    })
    const forgotten = [...done].map(async (id) => {
      const key = await commands.index('id').getKey(id)
      if (key !== undefined) await commands.delete(key)
    })
    await Promise.all([
      ...[...changedLists].map(([name, list]) => list ?? writeList(transaction, name, null)),
      ...[...lists].map((list) => writeWhole(transaction, list)),
      ...[...talks].map(([story, talk]) => writeTalk(transaction, story, talk)),
      ...queued,
      ...forgotten,
      ...refused.map((value) => judged.put({ ...value, id: value.command.id })),
      ...[...changed].map(([id, value]) => value === null && judged.delete(id)),
      transaction.done,
    ])
  }
}

function noChanges(): Changes {
  return {
    lists: new Map(),
    talks: new Map(),
    added: new Map(),
    done: new Set(),
    refused: new Map(),
    everything: false,
  }
}

function isNothing({ lists, talks, added, done, refused, everything }: Changes): boolean {
  return (
    lists.size === 0 &&
    talks.size === 0 &&
    added.size === 0 &&
    done.size === 0 &&
    refused.size === 0 &&
    !everything
  )
}

/** `null` removes the list. */
async function writeList(
  transaction: Writing,
  name: string,
  list: ListChanges | null,
): Promise<void> {
  const lists = transaction.objectStore('lists')
  const items = transaction.objectStore('items')
  if (!list) {
    await Promise.all([lists.delete(name), items.delete(rowsOf(name))])
    return
  }
  const kept = await lists.get(name)
  // Another tab of this browser has written this part already; only the header may be newer.
  if (kept && kept.seq > list.seq && !list.isOlder) return
  await lists.put({ name, seq: list.seq, info: list.info })
  if (list.whole) await items.delete(rowsOf(name))
  const rows = [...list.items]
  // In pieces: writing 10,000 rows at once would hold the page for a third of a second.
  for (let from = 0; from < rows.length; from += PIECE) {
    await Promise.all(
      rows
        .slice(from, from + PIECE)
        .map(([id, item]) =>
          item ? items.put({ list: name, id, item }) : items.delete([name, id]),
        ),
    )
  }
}

/** `null` removes the discussion. */
async function writeTalk(
  transaction: Writing,
  story: string,
  talk: KeptTalk | null,
): Promise<void> {
  const talks = transaction.objectStore('talks')
  if (!talk) return talks.delete(story)
  const kept = await talks.get(story)
  // Another tab of this browser may have written more already.
  if (!kept || kept.seq <= talk.seq) await talks.put(talk)
}

async function writeWhole(transaction: Writing, { name, seq, info, items }: ReplicaView) {
  if (seq === null || !info) return
  await writeList(transaction, name, { name, seq, info, items, whole: true, isOlder: false })
}

function withItems(
  lists: readonly { name: string; seq: number; info: ListInfo }[],
  rows: readonly { list: string; item: Story }[],
): KeptList[] {
  const stories = new Map<string, Story[]>(lists.map(({ name }) => [name, []]))
  for (const { list, item } of rows) stories.get(list)?.push(item)
  return lists.map((list) => ({ ...list, stories: stories.get(list.name) ?? [] }))
}

/** Every row of one list: arrays sort after strings in IndexedDB's order of keys. */
function rowsOf(list: string): IDBKeyRange {
  return IDBKeyRange.bound([list], [list, []])
}

function withoutId({ command, refusal, title, at }: RefusedCommand): RefusedCommand {
  return { command, refusal, title, at }
}
