import { type Document, Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { talkList } from '#lib/domain/lists.ts'
import { type Reading, readingOf } from '#server/commands/documents.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Files } from '#server/files/files.ts'
import type { DocumentStore } from '#server/storage/storage.ts'
import { isWorthIt, type OnArriving } from './asStored.ts'
import type { Attachment } from './attachment.ts'
import { Descriptions } from './descriptions.ts'
import { Folding } from './folding.ts'
import type { Journal } from './journal.ts'
import { ListSubscribers } from './lists.ts'
import { load, NEVER_WRITTEN } from './load.ts'
import { Merges } from './merges.ts'
import { type DocumentName, storyDocument } from './names.ts'
import { Prose } from './prose.ts'
import { SessionKeeper } from './sessionKeeper.ts'
import { type Keeping, VersionKeeper } from './versions.ts'

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
  readonly sessions: SessionKeeper
  readonly hocuspocus: Hocuspocus<ConnectionContext>

  readonly #store: DocumentStore
  readonly #journal: Journal
  readonly #log: Logger
  readonly #descriptions: Descriptions
  readonly #merges: Merges
  readonly #versions: VersionKeeper
  readonly #prose = new Map<string, Prose>()
  /** Openings under way, by document: what is being opened must not be unloaded meanwhile. */
  readonly #openings = new Map<string, number>()
  /** Who wants to hear of a document that arrives from storage. */
  readonly #onArriving = new Map<string, Set<OnArriving>>()
  readonly #folding: Folding

  constructor(
    workspace: OpenWorkspace,
    parts: {
      store: DocumentStore
      files: Pick<Files, 'share'>
      journal: Journal
      log: Logger
      keeping: Keeping
    },
  ) {
    this.workspace = workspace
    this.lists = new ListSubscribers(workspace)
    this.#store = parts.store
    this.#journal = parts.journal
    this.#log = parts.log
    this.#folding = new Folding(parts.store, parts.log)
    this.#descriptions = new Descriptions(workspace, parts.log, (name) => this.unloadIfUnused(name))
    this.#merges = new Merges(
      workspace,
      parts.store,
      parts.files,
      (name) => this.#prose.get(name)?.document ?? null,
    )
    this.sessions = new SessionKeeper(workspace, parts.log, (list, person) =>
      this.#isOpenFor(list, person),
    )
    this.#versions = new VersionKeeper(workspace, parts.log, parts.keeping)
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
   * storage does not answer: nothing that failed to load is ever shared as empty (I6). `onArriving` is called when it is
   * read from storage and large.
   */
  async open(
    { name }: DocumentName,
    onArriving: OnArriving = () => null,
  ): Promise<{ prose: Prose; release: () => void }> {
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
    const waiting = this.#onArriving.get(name) ?? new Set()
    this.#onArriving.set(name, waiting.add(onArriving))
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
    } finally {
      waiting.delete(onArriving)
      if (waiting.size === 0) this.#onArriving.delete(name)
    }
  }

  /** Reads a story's document if it is in memory. */
  reading(story: string): Reading | null {
    const prose = this.#prose.get(storyDocument(story))
    return prose ? readingOf(prose.document, prose.lastWriter, prose.owners) : null
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
      if (prose) prose.isAbandoned = this.workspace.story(story) === undefined
      const talk = this.#prose.get(talkList(story))
      for (const open of [prose, talk]) {
        for (const reader of [...(open?.readers ?? [])]) reader.judgeAnew()
      }
    }
  }

  /** Tells everybody who has one of these stories open that there is news among its versions. */
  tellVersions(stories: readonly string[]): void {
    for (const story of stories) {
      const readers = this.#prose.get(storyDocument(story))?.readers ?? []
      for (const reader of readers) reader.versionsChanged()
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
    } else {
      this.#folding.consider(prose)
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
    this.sessions.close()
    await this.#descriptions.flush()
    await this.#versions.flush()
    for (const name of this.hocuspocus.documents.keys()) this.unloadIfUnused(name)
    await Promise.all(this.hocuspocus.unloadingDocuments.values())
    await this.#folding.close()
  }

  #isOpenFor(name: string, person: string): boolean {
    for (const reader of this.#prose.get(name)?.readers ?? []) {
      if (reader.recognisedActor?.id === person) return true
    }
    return false
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
    // What a crash left unfolded.
    this.#folding.consider(prose)
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
        ? await load(this.#store, this.workspace.id, name, document, (arriving) => {
            if (!isWorthIt(arriving.stored)) return null
            const waiting = [...(this.#onArriving.get(name) ?? [])]
            const leaving = waiting.flatMap((tell) => tell(arriving) ?? [])
            return leaving.length === 0 ? null : Promise.all(leaving).then(() => undefined)
          })
        : NEVER_WRITTEN
      const place = { workspace: this.workspace.id, name, document }
      const prose = new Prose(place, stored, this.#journal, {
        afterCommit: () => this.afterCommit(prose),
        afterChange: () => {
          this.#descriptions.changed(prose)
          this.#versions.edited(prose)
        },
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
    await this.#folding.foldLast(prose)
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
