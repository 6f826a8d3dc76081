import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { documentSchema } from '../doc/schema.ts'
import type { DocumentFacts } from '../domain/facts.ts'
import type { Refusal } from '../domain/refusal.ts'
import { DENIALS, type Denial } from '../schema/syncToken.ts'
import type { Me, StoryState } from './client.ts'
import type { Connection } from './connection.ts'
import type { DocumentProvider } from './documentProvider.ts'
import { LiveFacts } from './liveFacts.ts'
import type { LocalStore } from './localStore.ts'
import { ProseStore } from './proseStore.ts'
import { Value } from './readable.ts'
import { type EditRefusal, saysSame, type WhyGone } from './storyNotice.ts'
import { type Known, type Standing, stateOf, whyGone } from './storyState.ts'

/** Origins of changes that are not this person's typing in this tab. */
const FROM_DISK = Symbol('from disk')
const FROM_TAB = Symbol('from another tab')

export interface StoryProseOptions {
  readonly story: string
  readonly tab: string
  readonly me: Me
  readonly schemaVersion: number
  readonly store: LocalStore
  readonly connection: Connection
  standing(): Standing
  /** Resolves when the workspace has been read from this device, so that `standing` knows about waiting captures. */
  readonly ready: Promise<void>
  /** Something was typed here; other tabs show it. */
  typed(update: Uint8Array): void
  /** What is unsaved, or on its way, is different now. */
  changed(): void
  /** True while somebody follows what the document says. */
  isWatched(): boolean
  /** What the document says may be different now. */
  described(): void
  /** The server keeps other versions of the story than before. */
  versionsChanged(): void
}

/** The prose of one story on this device: document, disk and server held together. */
export class StoryProse {
  readonly state = new Value<StoryState>({ phase: 'loading' })
  readonly doc = new Y.Doc()
  readonly #options: StoryProseOptions
  readonly #awareness: Awareness
  readonly #store: ProseStore
  readonly #facts: LiveFacts
  #provider: DocumentProvider | null = null
  #isLoaded = false
  /** This device or the server has said what is in the story. */
  #isKnown = false
  #isTooNew = false
  #denial: Denial | null = null
  #isReadOnly = false
  #isWriteRefused = false
  #isTryingAgain = false
  /** Why this person may not write, when it was last looked at. */
  #writing: Refusal | null = null
  /** The text could be changed here at some time. */
  #wasWritable = false
  /** What the server has is in the document. */
  #isSynced = false
  /** Taken off the disk, because it may not be seen any more. */
  #isForgotten = false
  /** The server's sentence about an edit it did not take. */
  #refusal: EditRefusal | null = null
  #edits = 0
  #saved = 0
  #views = 0
  #isClosed = false
  #whole: Promise<void>

  constructor(options: StoryProseOptions) {
    const { story, tab, schemaVersion, store } = options
    this.#options = options
    this.#awareness = new Awareness(this.doc)
    this.#awareness.setLocalState(null)
    this.#store = new ProseStore(store, {
      story,
      tab,
      schema: schemaVersion,
      whole: () => Y.encodeStateAsUpdate(this.doc),
    })
    this.#facts = new LiveFacts(this.doc, {
      isWatched: () => options.isWatched(),
      told: () => options.described(),
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#updated(update, origin))
    this.#whole = this.#load()
  }

  /** Resolves when what this device has is in the document. */
  get loaded(): Promise<void> {
    return this.#whole
  }

  get views(): number {
    return this.#views
  }

  /** True while the server lacks something typed on this device. */
  get isUnsaved(): boolean {
    return this.#edits > this.#saved
  }

  /** True when the server will not take what is unsaved. */
  get isStuck(): boolean {
    return (
      this.isUnsaved &&
      (this.#isWriteRefused || this.#denial !== null || this.state.get().phase === 'gone')
    )
  }

  get isTooOld(): boolean {
    return this.#denial === DENIALS.editorTooOld || this.#isTooNew
  }

  /** True when it is settled what this device can have of the story now: all that the server has, or another answer. */
  get isAnswered(): boolean {
    return this.#isSynced || this.#isTooNew || this.#denial !== null || this.#whyGone !== null
  }

  /** True when this device has all that the server had a moment ago. */
  get isUpToDate(): boolean {
    return this.#isSynced
  }

  /** True when a command sent now is judged after everything typed here that the server will ever take. */
  get isOnItsWay(): boolean {
    const isOutOfReach = this.#options.standing().isListed === 'no'
    return !this.isUnsaved || isOutOfReach || (this.#provider?.hasSentAll ?? false)
  }

  get hasUnkept(): boolean {
    return this.#store.hasUnkept
  }

  /**
   * Gives what the document says; null while it is not known here, is behind the server, or has text that the server
   * does not take.
   */
  facts(when: 'now' | 'soon'): DocumentFacts | null {
    const isBehind =
      !this.#isSynced && !this.isUnsaved && this.#options.connection.link.get() === 'online'
    if (!this.#isKnown || this.#isTooNew || this.isStuck || isBehind) return null
    return this.#facts.get(when)
  }

  /** A view shows the story: this person is present in it. */
  enter(): void {
    this.#views += 1
    if (this.#views === 1) {
      const { id, name, colour } = this.#options.me
      this.#awareness.setLocalState({ user: { id, name, colour } })
    }
    this.look()
  }

  leave(): void {
    this.#views -= 1
    if (this.#views === 0) this.#awareness.setLocalState(null)
  }

  /** Another tab typed this. It keeps and sends it too; once more is harmless. */
  takeFromTab(update: Uint8Array): void {
    if (this.#isLoaded && !this.#isTooNew) Y.applyUpdate(this.doc, update, FROM_TAB)
  }

  /** Asks the server for everything again: another tab may have left something behind. */
  reconcile(): void {
    this.#provider?.openAgain()
  }

  /** What the workspace knows has changed. */
  look(): void {
    if (this.#isClosed || !this.#isLoaded) return
    const { isCapturePending, refusedCapture, isListed, writing } = this.#options.standing()
    if (isCapturePending && !this.#isKnown) {
      this.#isKnown = true
      this.#store.appendNothing()
    }
    if (this.#denial === DENIALS.notFound && isListed === 'yes' && this.#provider) {
      // It was restored, or the person was let in again.
      this.#denial = null
      this.#provider.openAgain()
    }
    const isAllowedAgain = this.#writing !== null && writing === null
    this.#writing = writing
    // The server may think so too by now, and then takes what it refused.
    if (isAllowedAgain && this.#isReadOnly) this.#provider?.openAgain()
    if (!this.#provider && !isCapturePending && !refusedCapture && !this.#isTooNew) this.#attach()
    this.#show()
  }

  /** Throws away what this device has of the story. */
  async discard(): Promise<void> {
    this.#saved = this.#edits
    await this.#store.drop()
    this.#options.changed()
    this.#show()
  }

  /** Takes the story's prose off the disk: it may not be seen any more. What is open stays until it is left. */
  async forget(): Promise<void> {
    this.#isForgotten = true
    await this.#store.drop()
  }

  flush(): Promise<void> {
    return this.#store.flush()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#facts.close()
    this.#provider?.destroy()
    this.#awareness.destroy()
    await this.#whole
    await this.#store.close()
    this.doc.destroy()
  }

  async #load(): Promise<void> {
    const [kept] = await Promise.all([this.#store.load(), this.#options.ready])
    if (this.#isClosed) return
    if (kept) {
      Y.transact(this.doc, () => kept.updates.forEach((update) => this.#readRow(update)), FROM_DISK)
      this.#isTooNew = kept.isTooNew || documentSchema(this.doc) > this.#options.schemaVersion
      this.#isKnown = kept.updates.length > 0
      if (kept.isUnsaved) this.#edits += 1
    }
    this.#isLoaded = true
    this.look()
    this.#options.changed()
  }

  /** A row that the disk has spoilt must not keep the others from being shown. */
  #readRow(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.doc, update, FROM_DISK)
    } catch (error) {
      console.error('A part of this story could not be read from this device', error)
    }
  }

  #updated(update: Uint8Array, origin: unknown): void {
    this.#facts.changed()
    if (origin === FROM_DISK || origin === FROM_TAB) return
    if (origin === this.#provider && this.#provider) return this.#store.appendRemote(update)
    this.#edits += 1
    this.#store.appendLocal(update)
    this.#options.typed(update)
    this.#options.changed()
  }

  #attach(): void {
    const { connection, story } = this.#options
    this.#provider = connection.attach(`story:${story}`, this.doc, this.#awareness, {
      edits: () => this.#edits,
      saved: (edits) => this.#committed(edits),
      refused: () => this.#refused(),
      sent: () => this.#options.changed(),
      admitted: (readOnly) => {
        this.#denial = null
        this.#isReadOnly = readOnly
        // The right to write is back on a connection that had lost it: what was refused goes again.
        const isBack = !readOnly && this.#isWriteRefused && this.#provider?.hasSentAll
        if (isBack) this.#provider?.openAgain()
        this.#answered()
      },
      denied: (denial) => {
        this.#denial = denial
        this.#answered()
        // A list has it: either that is about to change, or the right to see it has just come back.
        return denial === DENIALS.notFound && this.#options.standing().isListed === 'yes'
      },
      synced: () => {
        this.#isKnown = true
        this.#isSynced = true
        if (this.#isForgotten) this.#store.appendRemote(Y.encodeStateAsUpdate(this.doc))
        else this.#store.appendNothing()
        this.#isForgotten = false
        this.#answered()
      },
      closed: () => {
        this.#isSynced = false
      },
      received: (text) => {
        const message = readMessage(text)
        if (message?.versions !== undefined) return this.#options.versionsChanged()
        this.#refusal = message?.refusedEdit ?? this.#refusal
        this.#show()
      },
    })
  }

  /**
   * The server did not take a frame. When it only lacked what the frame builds on, a new exchange brings all of it;
   * a second refusal is meant.
   */
  #refused(): void {
    // A document that may only be read is refused even when there is nothing new in the exchange.
    if (!this.isUnsaved) return
    if (!this.#isReadOnly && this.#denial === null && !this.#isTryingAgain) {
      this.#isTryingAgain = true
      this.#provider?.openAgain()
      return
    }
    this.#isWriteRefused = true
    this.#answered()
  }

  #committed(edits: number): void {
    this.#saved = Math.max(this.#saved, edits)
    if (!this.isUnsaved) {
      this.#isWriteRefused = false
      this.#isTryingAgain = false
      this.#refusal = null
      this.#store.saved()
    }
    this.#answered()
  }

  #answered(): void {
    this.#show()
    this.#options.changed()
    this.#options.described()
  }

  #show(): void {
    const next = this.#next()
    if (next.phase === 'ready' && !next.readOnly) this.#wasWritable = true
    const last = this.state.get()
    const isSame =
      next.phase === 'ready' && last.phase === 'ready'
        ? next.readOnly === last.readOnly && saysSame(next.notice, last.notice)
        : next.phase === 'gone' && last.phase === 'gone'
          ? saysSame(next.why, last.why) && next.unsaved === last.unsaved
          : next.phase === last.phase
    if (!isSame) this.state.set(next)
  }

  #next(): StoryState {
    return stateOf({
      ...this.#options.standing(),
      ...this.#known,
      doc: this.doc,
      awareness: this.#awareness,
      isUnsaved: this.isUnsaved,
      isReadOnly: this.#isReadOnly,
      isWriteRefused: this.#isWriteRefused,
      wasWritable: this.#wasWritable,
      refusedEdit: this.#refusal,
    })
  }

  get #known(): Known {
    return {
      isLoaded: this.#isLoaded,
      isKnown: this.#isKnown,
      isTooNew: this.#isTooNew,
      denial: this.#denial,
    }
  }

  get #whyGone(): WhyGone | null {
    return whyGone({ ...this.#options.standing(), ...this.#known })
  }
}

/** What the server says about a story beside its text. */
interface Message {
  readonly refusedEdit?: EditRefusal
  readonly versions?: 'changed'
}

function readMessage(text: string): Message | null {
  try {
    return JSON.parse(text) as Message | null
  } catch {
    return null
  }
}
