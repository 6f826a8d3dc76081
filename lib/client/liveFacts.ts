import type { Doc } from 'yjs'
import { readFacts } from '../doc/facts.ts'
import { type DocumentFacts, sameFacts } from '../domain/facts.ts'

/** A document that is being written is read at most this often, ms: reading a long one takes some milliseconds. */
const PACE = 200

/** What a document says while it is being written: read when somebody asks or watches, not with every keystroke. */
export class LiveFacts {
  readonly #doc: Doc
  readonly #options: { isWatched(): boolean; told(): void }
  #facts: DocumentFacts | null = null
  #told: DocumentFacts | null = null
  #isStale = true
  #readAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `told` is called when it says something else than before, if somebody watches or has asked. */
  constructor(doc: Doc, options: { isWatched(): boolean; told(): void }) {
    this.#doc = doc
    this.#options = options
  }

  /** Gives what the document says: `now`, every letter of it, or as it was a moment ago. */
  get(when: 'now' | 'soon'): DocumentFacts {
    const isEarly = performance.now() - this.#readAt < PACE
    if (this.#facts && this.#isStale && isEarly && when === 'soon') {
      this.#wait()
      return this.#facts
    }
    return this.#read()
  }

  /** The document has changed. */
  changed(): void {
    this.#isStale = true
    if (this.#options.isWatched()) this.#wait()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #wait(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const facts = this.#read()
      if (this.#told && sameFacts(this.#told, facts)) return
      this.#told = facts
      this.#options.told()
    }, PACE)
  }

  #read(): DocumentFacts {
    if (this.#facts && !this.#isStale) return this.#facts
    const facts = readFacts(this.#doc)
    // The same facts stay the same object, so that whoever compares need not look into it.
    if (!this.#facts || !sameFacts(this.#facts, facts)) this.#facts = facts
    this.#isStale = false
    this.#readAt = performance.now()
    return this.#facts
  }
}
