import type { Document } from '@hocuspocus/server'
import { documentSchema, META } from '#lib/doc/schema.ts'
import type { Attachment } from './attachment.ts'
import type { Journal, Journalled } from './journal.ts'
import { UNCOMMITTED_MAX_BYTES } from './limits.ts'
import type { Arriving } from './asStored.ts'
import type { Loaded } from './load.ts'
import { Pace } from './pace.ts'

/** Told when what a document holds has been committed, or when it needs a newer editor than before. */
export interface Reader {
  /** Whose it is; null until they are let in. */
  readonly recognisedActor: { readonly id: string } | null
  committed(batch: number): void
  schemaRaised(version: number): void
  judgeAnew(): void
  /** A version was kept, named or restored. */
  versionsChanged(): void
}

/** Who wrote the update that is being applied, and which client ids nobody owned before it. */
export interface Writing {
  readonly by: string
  readonly candidates: readonly number[]
}

/**
 * One document that is open in this process: the Yjs document that Hocuspocus shares out, who owns which client id
 * in it, and how far it is committed. Lists have one too; theirs stays empty.
 */
export class Prose implements Journalled {
  readonly workspace: string
  readonly name: string
  readonly document: Document
  /** Yjs client id to the user it belongs to, from the moment others can learn of it. */
  readonly owners: Map<number, string>
  readonly readers = new Set<Reader>()
  /** Which connection shows itself under which awareness id. */
  readonly presence = new Map<number, Attachment>()
  /** When it is told where they moved to. */
  readonly pace = new Pace(() => this.document.connections.size)
  /** Where the last row of its log is, or will be: those on their way to storage included. */
  position: number
  /** When it was changed last, on the clock of `performance`. */
  changedAt = performance.now()
  /** Rows and bytes of the log behind the snapshot. */
  logRows: number
  logBytes: number
  /** Who wrote last; null when nobody can tell any more. */
  lastWriter: string | null
  /** How it arrived, when somebody was sent what is stored, for as long as nobody has changed it. */
  unchanged: Arriving | null
  /** Set while an update is applied, so that the journal's row carries its author. */
  writing: Writing | null = null

  /** Its story was removed for good: what is still written here goes nowhere. */
  isAbandoned = false

  readonly #journal: Journal
  readonly #afterCommit: () => void
  readonly #afterChange: () => void
  readonly #waiting = new Set<() => void>()
  #newestBatch = 0
  #committedBatch = 0

  constructor(
    place: { workspace: string; name: string; document: Document },
    stored: Loaded,
    journal: Journal,
    told: { afterChange: () => void; afterCommit: () => void },
  ) {
    this.workspace = place.workspace
    this.name = place.name
    this.document = place.document
    this.owners = new Map(stored.owners)
    this.position = stored.position
    this.logRows = stored.logRows
    this.logBytes = stored.logBytes
    this.lastWriter = stored.lastWriter
    this.unchanged = stored.arriving
    this.#journal = journal
    this.#afterChange = told.afterChange
    this.#afterCommit = told.afterCommit
  }

  get isStory(): boolean {
    return this.name.startsWith('story:')
  }

  /** The id of the story whose document it is; of no use for a list. */
  get story(): string {
    return this.name.slice(this.name.indexOf(':') + 1)
  }

  /** Edits that storage does not hold yet. While there are any, the document stays in memory. */
  get dirty(): boolean {
    return this.#committedBatch < this.#newestBatch
  }

  /** Storage has been down for so long that the process can hold no more edits. */
  get overfull(): boolean {
    return this.#journal.uncommittedBytes(this) > UNCOMMITTED_MAX_BYTES
  }

  /** The batch that everything in the document will be committed with. */
  get newestBatch(): number {
    return this.#newestBatch
  }

  /** From here on every change of the document goes to the journal, in the turn it happens. */
  startJournal(): void {
    this.document.on('update', (update: Uint8Array) => this.#record(update))
    this.document.getMap(META).observe(() => {
      const version = documentSchema(this.document)
      for (const reader of this.readers) reader.schemaRaised(version)
    })
  }

  /**
   * Gives a client id that nobody owns to a user before its first edit. Presence tells it to everyone, and whoever
   * wrote under it first would keep its real owner from ever writing.
   */
  reserve(client: number, user: string): void {
    if (this.owners.has(client)) return
    this.owners.set(client, user)
    this.#append(NOTHING, user, [client])
  }

  #record(update: Uint8Array): void {
    const { by = '', candidates = [] } = this.writing ?? {}
    const { clients } = this.document.store
    const newClients = candidates.filter((client) => clients.has(client))
    for (const client of newClients) this.owners.set(client, by)
    this.lastWriter = by
    this.unchanged = null
    this.#append(update, by, newClients)
    this.#afterChange()
  }

  #append(update: Uint8Array, by: string, newClients: readonly number[]): void {
    if (this.isAbandoned) return
    this.position += 1
    this.changedAt = performance.now()
    this.logRows += 1
    this.logBytes += update.byteLength
    this.#newestBatch = this.#journal.append(this, {
      workspace: this.workspace,
      name: this.name,
      update,
      by,
      at: Date.now(),
      newClients,
    })
  }

  /** Waits until storage holds everything up to a batch. */
  async whenCommitted(batch: number): Promise<void> {
    while (this.#committedBatch < batch) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve))
    }
  }

  committed(batch: number): void {
    this.#committedBatch = batch
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
    for (const reader of this.readers) reader.committed(batch)
    this.#afterCommit()
  }
}

/** The Yjs update that changes nothing. */
const NOTHING = new Uint8Array([0, 0])
