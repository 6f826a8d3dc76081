import type { Logger } from 'pino'
import { encodeStateAsUpdate } from 'yjs'
import type { DocumentStore } from '#server/storage/storage.ts'
import { LOG_MAX_BYTES, LOG_MAX_ROWS, OPEN_LOG_MAX_BYTES, OPEN_LOG_MAX_ROWS } from './limits.ts'
import type { Prose } from './prose.ts'

/** Nobody has written for so long, ms: a folding now delays no key. */
const QUIET_MS = 1_000

/**
 * Folds the logs of open documents into their snapshots, so that opening one after a crash costs about as much as after a
 * stop: in the first pause of its writers, and at the latest when a log is as long as it may become.
 */
export class Folding {
  readonly #store: DocumentStore
  readonly #log: Logger
  readonly #underWay = new Map<Prose, Promise<void>>()
  readonly #pauses = new Map<Prose, NodeJS.Timeout>()

  constructor(store: DocumentStore, log: Logger) {
    this.#store = store
    this.#log = log
  }

  /** To be called after a commit, and when a document has been opened. */
  consider(prose: Prose): void {
    if (prose.logRows > OPEN_LOG_MAX_ROWS || prose.logBytes > OPEN_LOG_MAX_BYTES) {
      void this.fold(prose)
    } else if (isLong(prose) && !this.#pauses.has(prose)) {
      this.#awaitPause(prose, QUIET_MS)
    }
  }

  /** To be called before a document leaves memory, which nobody waits for then. Never rejects. */
  async foldLast(prose: Prose): Promise<void> {
    this.#forget(prose)
    if (isLong(prose)) await this.fold(prose)
  }

  /** Waits for what is under way, and begins nothing more by itself. */
  async close(): Promise<void> {
    for (const prose of this.#pauses.keys()) this.#forget(prose)
    // What storage has not taken by now is not waited for.
    const ending = [...this.#underWay].filter(([prose]) => !prose.dirty)
    await Promise.all(ending.map(([, folding]) => folding))
  }

  #awaitPause(prose: Prose, ms: number): void {
    const timer = setTimeout(() => {
      const quiet = performance.now() - prose.changedAt
      this.#forget(prose)
      if (quiet < QUIET_MS) this.#awaitPause(prose, QUIET_MS - quiet)
      else if (isLong(prose)) void this.fold(prose)
    }, ms)
    timer.unref()
    this.#pauses.set(prose, timer)
  }

  #forget(prose: Prose): void {
    clearTimeout(this.#pauses.get(prose))
    this.#pauses.delete(prose)
  }

  /** Folds a log, one folding a document at a time. Never rejects. */
  fold(prose: Prose): Promise<void> {
    const underWay = this.#underWay.get(prose)
    if (underWay) return underWay
    const folding = this.#compact(prose)
      .catch((error: unknown) => {
        // The log is complete without it: the next quiet moment tries again.
        this.#log.warn({ err: error, document: prose.name }, 'A log could not be folded')
      })
      .finally(() => this.#underWay.delete(prose))
    this.#underWay.set(prose, folding)
    return folding
  }

  /**
   * What the document is in this turn goes into the snapshot, but not before storage holds the rows of all of it: a snapshot
   * must not tell of an edit whose row, with its author, is still on its way. The rows that go are exactly those, since this
   * process is the only writer (I2). What is written meanwhile stays in the log.
   */
  async #compact(prose: Prose): Promise<void> {
    const { workspace, name, document, position, logRows, logBytes, newestBatch } = prose
    const snapshot = encodeStateAsUpdate(document)
    await prose.whenCommitted(newestBatch)
    if (prose.isAbandoned) return
    await this.#store.compact(workspace, name, snapshot, position)
    prose.logRows -= logRows
    prose.logBytes -= logBytes
  }
}

function isLong({ logRows, logBytes, isAbandoned }: Prose): boolean {
  return !isAbandoned && (logRows > LOG_MAX_ROWS || logBytes > LOG_MAX_BYTES)
}
