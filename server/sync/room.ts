import { type Document, Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { type Reading, readingOf } from '#server/commands/documents.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { DocumentStore } from '#server/storage/storage.ts'
import type { Attachment } from './attachment.ts'
import { Descriptions } from './descriptions.ts'
import type { Journal } from './journal.ts'
import { LOG_MAX_BYTES, LOG_MAX_ROWS, OPEN_LOG_MAX_BYTES, OPEN_LOG_MAX_ROWS } from './limits.ts'
import { ListSubscribers } from './lists.ts'
import { compact, load, NEVER_WRITTEN } from './load.ts'
import { Merges } from './merges.ts'
import { type DocumentName, storyDocument } from './names.ts'
import { Prose } from './prose.ts'

/** What Hocuspocus carries along for us with each connection. */
export interface ConnectionContext {
  readonly attachment: Attachment
}

/**
 * The documents of one workspace that are open in this process. Story ids are unique only inside a workspace, so each
 * has a Hocuspocus of its own.
 */
export class Room {
  readonly workspace: OpenWorkspace
  readonly lists: ListSubscribers
  readonly hocuspocus: Hocuspocus<ConnectionContext>

  readonly #store: DocumentStore
  readonly #journal: Journal
  readonly #log: Logger
  readonly #descriptions: Descriptions
  readonly #merges: Merges
  readonly #prose = new Map<string, Prose>()
  /** Openings under way, by document: what is being opened must not be unloaded meanwhile. */
  readonly #openings = new Map<string, number>()
  readonly #compacting = new Map<Prose, Promise<void>>()

  constructor(
    workspace: OpenWorkspace,
    parts: { store: DocumentStore; journal: Journal; log: Logger },
  ) {
    this.workspace = workspace
    this.lists = new ListSubscribers(workspace)
    this.#store = parts.store
    this.#journal = parts.journal
    this.#log = parts.log
    this.#descriptions = new Descriptions(workspace, parts.log, (name) => this.unloadIfUnused(name))
    this.#merges = new Merges(
      workspace,
      parts.store,
      (name) => this.#prose.get(name)?.document ?? null,
    )
    this.hocuspocus = new SharedDocuments(
      {
        ...NO_HOOKS,
        onLoadDocument: ({ document, documentName }) => this.#load(document, documentName),
        afterLoadDocument: async ({ document, documentName }) => {
          // Hocuspocus would run a chain of hooks and a timer per edit here; the journal does all of it.
          document.onUpdate(() => undefined)
          this.#begin(documentName)
        },
        onAuthenticate: async ({ context, connectionConfig }) => {
          connectionConfig.readOnly = context.attachment.readOnly
        },
        connected: async ({ context, connection }) => context.attachment.opened(connection),
        beforeUnloadDocument: ({ documentName }) => this.#beforeUnload(documentName),
      },
      (document) => this.#isHeld(document),
    )
  }

  /** Nothing is open, being opened, or waiting for storage. */
  get empty(): boolean {
    const { documents, loadingDocuments } = this.hocuspocus
    return documents.size === 0 && loadingDocuments.size === 0 && this.#openings.size === 0
  }

  /**
   * Opens a document, loading it when nobody has it open yet, and keeps it until `release` is called. Rejects when
   * storage does not answer: nothing that failed to load is ever shared as empty (I6).
   */
  async open({ name }: DocumentName): Promise<{ prose: Prose; release: () => void }> {
    this.#openings.set(name, (this.#openings.get(name) ?? 0) + 1)
    let released = false
    const release = () => {
      if (released) return
      released = true
      const left = (this.#openings.get(name) ?? 1) - 1
      if (left > 0) this.#openings.set(name, left)
      else this.#openings.delete(name)
      this.unloadIfUnused(name)
    }
    try {
      await this.hocuspocus.createDocument(name, REQUEST, '', {
        readOnly: false,
        isAuthenticated: true,
      })
      const prose = this.#prose.get(name)
      if (!prose) throw new Error(`Document ${name} is open without its journal`)
      return { prose, release }
    } catch (error) {
      release()
      throw error
    }
  }

  /** Reads a story's document if it is in memory. */
  reading(story: string): Reading | null {
    const prose = this.#prose.get(storyDocument(story))
    return prose ? readingOf(prose.document, prose.lastWriter) : null
  }

  /** Brings the text of merged duplicates into a story, each once. Rejects when storage does not answer. */
  async merge(story: string): Promise<void> {
    const { prose, release } = await this.open({
      kind: 'story',
      name: storyDocument(story),
      story,
    })
    try {
      await this.#merges.bringInto(prose)
    } finally {
      release()
    }
  }

  /** Judges everybody's rights on these stories anew; some of them may be gone for good. */
  judgeAnew(stories: Iterable<string>): void {
    for (const story of stories) {
      const prose = this.#prose.get(storyDocument(story))
      if (!prose) continue
      prose.isAbandoned = this.workspace.story(story) === undefined
      for (const reader of [...prose.readers]) reader.judgeAnew()
    }
  }

  /** Looks again at whose whereabouts the lists may tell of. */
  reconsiderPresence(): void {
    for (const prose of this.#prose.values()) {
      if (prose.isStory) continue
      for (const attachment of prose.presence.values()) attachment.presence.reconsider()
    }
  }

  /** Lets go of a document that nobody uses and storage holds completely. */
  unloadIfUnused(name: string): void {
    const document = this.hocuspocus.documents.get(name)
    if (document) void this.hocuspocus.unloadDocument(document)
  }

  /** To be called after a commit: a document that only waited for it may go, a long log may be folded. */
  afterCommit(prose: Prose): void {
    if (prose.isAbandoned) this.#removeAgain(prose)
    if (prose.document.getConnectionsCount() === 0) {
      this.unloadIfUnused(prose.name)
    } else if (prose.logRows > OPEN_LOG_MAX_ROWS || prose.logBytes > OPEN_LOG_MAX_BYTES) {
      void this.#compact(prose)
    }
  }

  /** An edit was on its way into storage while the story was removed from there. */
  #removeAgain({ name }: Prose): void {
    this.#store.remove(this.workspace.id, name).catch((error: unknown) => {
      this.#log.warn({ err: error, document: name }, 'An edit outlived the story it was made in')
    })
  }

  /** Lets go of everything, and waits for the logs that are being folded. */
  async close(): Promise<void> {
    this.lists.close()
    await this.#descriptions.flush()
    for (const name of this.hocuspocus.documents.keys()) this.unloadIfUnused(name)
    await Promise.all(this.hocuspocus.unloadingDocuments.values())
    await Promise.all(this.#compacting.values())
  }

  #isHeld(document: Document): boolean {
    const prose = this.#prose.get(document.name)
    if (this.#openings.has(document.name) || prose?.dirty) return true
    return prose !== undefined && this.#descriptions.isDue(prose)
  }

  /** From here on the document is open to everyone. */
  #begin(name: string): void {
    const prose = this.#prose.get(name)
    if (!prose) return
    prose.startJournal()
    if (!prose.isStory) return
    // Whatever was left undone when the server stopped is done now.
    this.#descriptions.changed(prose)
    this.#merges.bringInto(prose).catch((error: unknown) => {
      this.#log.warn({ err: error, document: name }, 'A merged text could not be brought over yet')
    })
  }

  async #load(document: Document, name: string): Promise<void> {
    try {
      const stored = name.startsWith('story:')
        ? await load(this.#store, this.workspace.id, name, document)
        : NEVER_WRITTEN
      const place = { workspace: this.workspace.id, name, document }
      const prose = new Prose(place, stored, this.#journal, {
        afterCommit: () => this.afterCommit(prose),
        afterChange: () => this.#descriptions.changed(prose),
      })
      this.#prose.set(name, prose)
      document.once('destroy', () => {
        if (this.#prose.get(name) === prose) this.#prose.delete(name)
      })
    } catch (error) {
      this.#log.error(
        { err: error, workspace: this.workspace.id, document: name },
        'A document could not be loaded',
      )
      // Hocuspocus leaves the half-made document with its timers behind.
      document.destroy()
      throw new LoadFailed()
    }
  }

  async #beforeUnload(name: string): Promise<void> {
    const prose = this.#prose.get(name)
    if (!prose) return
    if (prose.logRows > LOG_MAX_ROWS || prose.logBytes > LOG_MAX_BYTES) await this.#compact(prose)
  }

  /** Folds a log, one folding a document at a time. Never rejects. */
  #compact(prose: Prose): Promise<void> {
    const underWay = this.#compacting.get(prose)
    if (underWay) return underWay
    const folding = compact(this.#store, prose)
      .catch((error: unknown) => {
        // The log is complete without it: the next quiet moment tries again.
        this.#log.warn({ err: error, document: prose.name }, 'A log could not be folded')
      })
      .finally(() => this.#compacting.delete(prose))
    this.#compacting.set(prose, folding)
    return folding
  }
}

/** Says no more than that it failed: the cause is logged where it happened. */
class LoadFailed extends Error {
  override name = 'LoadFailed'
}

/** Hocuspocus, except that documents stay while somebody holds them. */
class SharedDocuments extends Hocuspocus<ConnectionContext> {
  readonly #isHeld: (document: Document) => boolean

  constructor(
    configuration: ConstructorParameters<typeof Hocuspocus<ConnectionContext>>[0],
    isHeld: (document: Document) => boolean,
  ) {
    super(configuration)
    this.#isHeld = isHeld
  }

  /** Asked in the same turn in which a document is taken out of memory, which makes it the place to hold one. */
  override shouldUnloadDocument(document: Document): boolean {
    return super.shouldUnloadDocument(document) && !this.#isHeld(document)
  }
}

/** Hocuspocus wants the request of a connection. Ours are judged before it sees them, so it gets an empty one. */
export const REQUEST = new Request('http://sync.invalid/')

/** Hocuspocus runs its own empty hooks as a chain of promises per message; without them it runs none. */
const NO_HOOKS = {
  quiet: true,
  // A sync flush inside the update event would overtake the journal.
  flushMaxBytes: Number.POSITIVE_INFINITY,
  onConfigure: undefined,
  onListen: undefined,
  onUpgrade: undefined,
  onConnect: undefined,
  connected: undefined,
  beforeHandleMessage: undefined,
  afterHandleMessage: undefined,
  beforeHandleAwareness: undefined,
  beforeSync: undefined,
  beforeBroadcastStateless: undefined,
  onStateless: undefined,
  onChange: undefined,
  onCreateDocument: undefined,
  onLoadDocument: undefined,
  onStoreDocument: undefined,
  afterStoreDocument: undefined,
  onAwarenessUpdate: undefined,
  onRequest: undefined,
  onDisconnect: undefined,
  onDestroy: undefined,
} as const
