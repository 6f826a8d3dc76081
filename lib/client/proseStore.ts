import * as Y from 'yjs'
import { must } from '../domain/must.ts'
import type { Database, LocalStore, ProseRow } from './localStore.ts'
import { marksOf } from './unsavedProse.ts'
import { type Batch, WriteLoop } from './writeLoop.ts'

export interface KeptProse {
  readonly updates: readonly Uint8Array[]
  /** True when a newer editor has written here: this one must not open the story. */
  readonly isTooNew: boolean
  /** True when the server has not confirmed all of it. */
  readonly isUnsaved: boolean
}

/** So many rows are folded into one. */
const COMPACT_ROWS = 200
/** What others typed may be lost with the power: the server has it. It is written after this wait at the latest, ms. */
const REMOTE_DELAY = 500

/** Says "this device knows the story, and there is no text yet". */
const NOTHING_WRITTEN = Y.encodeStateAsUpdate(new Y.Doc())

/** The prose of one story on disk: rows of Yjs updates, folded together from time to time. */
export class ProseStore {
  readonly #store: LocalStore
  readonly #options: ProseStoreOptions
  readonly #loop: WriteLoop
  readonly #stop: () => void
  #local: Uint8Array[] = []
  #remote: Uint8Array[] = []
  #writingLocal = false
  #everything = false
  /** The marker as it is on disk, and as it should be. */
  #marked = false
  #shouldMark = false
  /** The last row of anyone's unsaved prose that was read into the document. */
  #readUpTo = 0
  #adopted = false
  #rows = 0

  constructor(store: LocalStore, options: ProseStoreOptions) {
    this.#store = store
    this.#options = options
    this.#loop = new WriteLoop(store, () => this.#take())
    this.#stop = store.onCleared(() => {
      this.#everything = true
      this.#loop.wake()
    })
  }

  /** Gives what this device holds of the story; null when its store cannot be read. */
  async load(): Promise<KeptProse | null> {
    const { story, schema } = this.#options
    const kept = await this.#store.read(async (database) => {
      const transaction = database.transaction(['prose', 'unsaved'])
      const index = transaction.objectStore('prose').index('story')
      const [keys, rows, marks] = await Promise.all([
        index.getAllKeys(story),
        index.getAll(story),
        transaction.objectStore('unsaved').getAll(marksOf(story)),
        transaction.done,
      ])
      return { rows, marks, last: keys.at(-1) ?? 0 }
    })
    if (!kept) return null
    this.#readUpTo = kept.last
    this.#rows = kept.rows.length
    this.#adopted = kept.marks.length > 0
    this.#shouldMark ||= this.#adopted
    if (kept.rows.length > COMPACT_ROWS) void this.#compact()
    return {
      updates: kept.rows.filter((row) => row.schema <= schema).map((row) => row.update),
      isTooNew: kept.rows.some((row) => row.schema > schema),
      isUnsaved: kept.marks.length > 0,
    }
  }

  /** Keeps an edit made in this tab. It is on disk when `hasUnkept` is false again. */
  appendLocal(update: Uint8Array): void {
    this.#local.push(update)
    this.#shouldMark = true
    this.#loop.wake()
  }

  /** Keeps what came from the server. */
  appendRemote(update: Uint8Array): void {
    this.#remote.push(update)
    this.#loop.wake(REMOTE_DELAY)
  }

  /** Remembers that the story is known here and empty, so that it opens offline. */
  appendNothing(): void {
    if (this.#rows === 0 && this.#local.length === 0 && this.#remote.length === 0)
      this.appendRemote(NOTHING_WRITTEN)
  }

  /** The server has committed everything typed so far, here and in what was loaded. */
  saved(): void {
    this.#shouldMark = false
    this.#loop.wake()
  }

  get hasUnkept(): boolean {
    return this.#local.length > 0 || this.#writingLocal || (this.#everything && this.#shouldMark)
  }

  /** Resolves when everything given is on disk, or when the browser refuses. */
  flush(): Promise<void> {
    return this.#loop.flush()
  }

  /** Removes the story's prose from this device. */
  async drop(): Promise<void> {
    this.#local = []
    this.#remote = []
    this.#everything = false
    this.#shouldMark = false
    await this.#loop.flush()
    const { story } = this.#options
    await this.#store.write(this.#loop, async (database) => {
      const transaction = database.transaction(['prose', 'unsaved', 'brought'], 'readwrite')
      const keys = await transaction.objectStore('prose').index('story').getAllKeys(story)
      await Promise.all([
        ...keys.map((key) => transaction.objectStore('prose').delete(key)),
        transaction.objectStore('unsaved').delete(marksOf(story)),
        transaction.objectStore('brought').delete(story),
        transaction.done,
      ])
    })
  }

  async close(): Promise<void> {
    this.#stop()
    await this.#loop.close()
  }

  #take(): Batch | null {
    const local = this.#local
    const remote = this.#remote
    const everything = this.#everything
    const unmark = !this.#shouldMark && (this.#marked || this.#adopted)
    if (local.length === 0 && remote.length === 0 && !everything && !unmark) return null
    this.#local = []
    this.#remote = []
    this.#everything = false
    this.#writingLocal = local.length > 0 || everything
    const shouldMark = this.#shouldMark
    return {
      write: async (database) => {
        const updates = everything ? [this.#options.whole()] : [...local, ...remote]
        await this.#write(database, updates, { shouldMark, strict: this.#writingLocal })
        this.#writingLocal = false
        this.#marked = shouldMark
        if (!shouldMark) this.#adopted = false
        this.#rows += updates.length === 0 ? 0 : 1
        if (this.#rows > COMPACT_ROWS) void this.#compact()
      },
      failed: () => {
        this.#writingLocal = false
        this.#everything = true
      },
    }
  }

  async #write(
    database: Database,
    updates: readonly Uint8Array[],
    { shouldMark, strict }: { shouldMark: boolean; strict: boolean },
  ): Promise<void> {
    const { story, tab, schema } = this.#options
    // What was typed here exists nowhere else: it is forced to the disk.
    const durability = strict ? 'strict' : 'relaxed'
    const transaction = database.transaction(['prose', 'unsaved'], 'readwrite', { durability })
    const marks = transaction.objectStore('unsaved')
    const append = async () => {
      if (updates.length === 0) return 0
      const [first] = updates
      const update = first && updates.length === 1 ? first : Y.mergeUpdates([...updates])
      return await transaction.objectStore('prose').add({ story, schema, update })
    }
    const mark = async () => {
      const key = await append()
      if (shouldMark) {
        if (strict) await marks.put({ story, tab, upTo: key })
        return
      }
      await marks.delete([story, tab])
      // Prose left by closed tabs was part of what the server confirmed, unless it was written after we read.
      for (const left of await marks.getAll(marksOf(story))) {
        if (left.upTo <= this.#readUpTo) await marks.delete([left.story, left.tab])
      }
    }
    await Promise.all([mark(), transaction.done])
  }

  /** Folds the rows of this editor's version, and older ones, into one: exactly those it read, in one transaction. */
  async #compact(): Promise<void> {
    const { story, schema } = this.#options
    this.#rows = 1
    await this.#store.write(this.#loop, async (database) => {
      const transaction = database.transaction('prose', 'readwrite')
      const { store } = transaction
      const [keys, rows] = await Promise.all([
        store.index('story').getAllKeys(story),
        store.index('story').getAll(story),
      ])
      const mine = rows.flatMap((row, at) =>
        row.schema <= schema ? [{ key: must(keys[at], 'key of a row'), row }] : [],
      )
      const last = mine.at(-1)
      const update = fold(mine.map(({ row }) => row))
      await Promise.all([
        ...mine.map(({ key }) => store.delete(key)),
        // The last row's key stays, so that the markers of unsaved prose go on pointing at it.
        last && store.put({ story, schema, update }, last.key),
        transaction.done,
      ])
    })
  }
}

export interface ProseStoreOptions {
  readonly story: string
  /** This tab's id. */
  readonly tab: string
  /** The version of this page's editor. */
  readonly schema: number
  /** Gives the whole document as one update. */
  whole(): Uint8Array
}

/** Through a document, so that deleted text leaves; what still waits for a missing update is kept. */
function fold(rows: readonly ProseRow[]): Uint8Array {
  const doc = new Y.Doc()
  Y.transact(doc, () => {
    for (const { update } of rows) Y.applyUpdate(doc, update)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
