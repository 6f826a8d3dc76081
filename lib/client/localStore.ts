import { type DBSchema, type IDBPDatabase, wrap } from 'idb'
import type { Story } from '../domain/story.ts'
import type { ListInfo } from '../schema/wire.ts'
import type { RefusedCommand } from './client.ts'
import type { PendingCommand } from './prediction.ts'
import { Value } from './readable.ts'
import type { KeptSession } from './sessions/keptSessions.ts'
import type { KeptTalk } from './talkLists.ts'

/** What this device keeps of one workspace for one person. */
export interface Tables extends DBSchema {
  /** How far a list is known here, and its header. Key: the list's name. */
  lists: { key: string; value: { name: string; seq: number; info: ListInfo } }
  /** The items of the lists, one row each. */
  items: { key: [list: string, id: string]; value: { list: string; id: string; item: Story } }
  /** The discussions of the stories that were opened here. Key: the story. */
  talks: { key: string; value: KeptTalk }
  /** Commands without an answer. Keys count up over all tabs: the order in which they were given. */
  outbox: { key: number; value: StoredCommand; indexes: { id: string } }
  /** Refused commands that the person has not dismissed. Key: the command's id. */
  refused: { key: string; value: StoredRefusal }
  /** Updates of stories' prose. `schema` is the version of the editor that wrote the row. */
  prose: { key: number; value: ProseRow; indexes: { story: string } }
  /** Stories with prose that the server has not confirmed. `upTo` is the key of the last such row. */
  unsaved: {
    key: [story: string, tab: string]
    value: { story: string; tab: string; upTo: number }
  }
  /** As which text, by its digest (`Story.written`), a story's prose was brought here. Key: the story. */
  brought: { key: string; value: string }
  /** The live sessions that were looked at here last. Key: the session. */
  sessions: { key: string; value: KeptSession }
}

export interface StoredCommand extends PendingCommand {
  readonly id: string
  /** What the command is about, as it was called when it was given. */
  readonly title: string
}

export interface StoredRefusal extends RefusedCommand {
  readonly id: string
}

export interface ProseRow {
  readonly story: string
  readonly schema: number
  readonly update: Uint8Array
}

export type Database = IDBPDatabase<Tables>

/** After `wiped` (a sign-out) and `outdated` (changed by a newer version of the app) this page never writes again. */
export type Keeping = 'opening' | 'kept' | 'not-kept' | 'wiped' | 'outdated'

/**
 * 2: the lists' items have what came with teams and readiness. 3: discussions, and cards that count them. 4: which text was
 * brought, and cards that know when they were last worked on. 5: live sessions.
 */
const VERSION = 5
/** The lists' items are as they are since this version. */
const LISTS_SINCE = 4
/** Opening takes milliseconds; a browser that hangs longer (it happens after crashes) must not hold the app, ms. */
const OPEN_PATIENCE = 4_000

/** Gives the name of the database of one person's view of one workspace. */
export function databaseName(userId: string, workspaceId: string): string {
  return `sluice:${userId}:${workspaceId}`
}

/**
 * The database of one person and workspace. Never throws into its callers: reading gives null and writing gives
 * false when the browser refuses. A writer that failed names itself (`failed`) and tries again later.
 */
export class LocalStore {
  readonly keeping = new Value<Keeping>('opening')
  readonly #factory: IDBFactory | null
  readonly #name: string
  readonly #failing = new Set<unknown>()
  readonly #cleared = new Set<() => void>()
  #database: Promise<Database> | null = null

  constructor(factory: IDBFactory | null, name: string) {
    this.#factory = factory
    this.#name = name
  }

  /** Gives what `work` reads, or null when the store cannot be read. */
  async read<T>(work: (database: Database) => Promise<T>): Promise<T | null> {
    try {
      const found = await work(await this.#open())
      if (this.keeping.get() === 'opening') this.keeping.set('kept')
      return found
    } catch {
      if (this.keeping.get() === 'opening') this.keeping.set('not-kept')
      return null
    }
  }

  /**
   * Runs `work`, which resolves when its transaction is on disk, for a writer. Gives false when it is not; the
   * workspace is then shown as not kept until the same writer succeeds.
   */
  async write(writer: unknown, work: (database: Database) => Promise<void>): Promise<boolean> {
    if (this.isOver) return false
    try {
      await work(await this.#open())
      this.#failing.delete(writer)
    } catch {
      this.#failing.add(writer)
    }
    // Either may have come while the write was under way.
    if (this.isOver) return false
    this.keeping.set(this.#failing.size === 0 ? 'kept' : 'not-kept')
    return !this.#failing.has(writer)
  }

  /** True when this page must not write any more. */
  get isOver(): boolean {
    return this.keeping.get() === 'wiped' || this.keeping.get() === 'outdated'
  }

  /** A writer that will not write any more no longer holds the state. */
  forget(writer: unknown): void {
    this.#failing.delete(writer)
  }

  /** Calls back when the browser has thrown the database away (site data cleared): write everything again. */
  onCleared(listener: () => void): () => void {
    this.#cleared.add(listener)
    return () => void this.#cleared.delete(listener)
  }

  async close(): Promise<void> {
    const opened = this.#database
    this.#database = Promise.reject(new Error('closed'))
    this.#database.catch(() => {})
    await opened?.then((database) => database.close()).catch(() => {})
  }

  #open(): Promise<Database> {
    this.#database ??= this.#connect().catch((error: unknown) => {
      this.#database = null
      throw error
    })
    return this.#database
  }

  async #connect(): Promise<Database> {
    if (!this.#factory) throw new Error('This browser has no IndexedDB')
    const database = await openDatabase(this.#factory, this.#name)
    database.addEventListener('versionchange', ({ newVersion }) => {
      database.close()
      this.keeping.set(newVersion === null ? 'wiped' : 'outdated')
    })
    database.addEventListener('close', () => {
      this.#database = null
      for (const listener of this.#cleared) listener()
    })
    return database
  }
}

async function openDatabase(factory: IDBFactory, name: string): Promise<Database> {
  const request = factory.open(name, VERSION)
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (oldVersion === 0) createTables(request.result)
    else if (oldVersion < LISTS_SINCE) forgetLists(request.transaction)
    if (oldVersion < 5) request.result.createObjectStore('sessions', { keyPath: 'id' })
    if (oldVersion < 4) request.result.createObjectStore('brought')
    if (oldVersion < 3) request.result.createObjectStore('talks', { keyPath: 'story' })
  })
  let late = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true
      reject(new Error('IndexedDB does not answer'))
    }, OPEN_PATIENCE)
  })
  const opening = wrap(request) as unknown as Promise<Database>
  // A connection that comes too late would block every later change of the database.
  opening.then((database) => late && database.close()).catch(() => {})
  try {
    return await Promise.race([opening, patience])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * What an older version of the app kept of the lists lacks what this one reads: the server sends them anew. Commands
 * and prose exist nowhere else, and have not changed.
 */
function forgetLists(upgrade: IDBTransaction | null): void {
  upgrade?.objectStore('lists').clear()
  upgrade?.objectStore('items').clear()
}

function createTables(database: IDBDatabase): void {
  database.createObjectStore('lists', { keyPath: 'name' })
  database.createObjectStore('items', { keyPath: ['list', 'id'] })
  database
    .createObjectStore('outbox', { autoIncrement: true })
    .createIndex('id', 'id', { unique: true })
  database.createObjectStore('refused', { keyPath: 'id' })
  database.createObjectStore('prose', { autoIncrement: true }).createIndex('story', 'story')
  database.createObjectStore('unsaved', { keyPath: ['story', 'tab'] })
}
