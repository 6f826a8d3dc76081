import type { Database, LocalStore } from './localStore.ts'

/** What one transaction writes. `failed` puts it back, so that the next one contains it. */
export interface Batch {
  write(database: Database): Promise<void>
  failed(): void
}

const FIRST_RETRY = 1_000
const LAST_RETRY = 30_000

/**
 * Writes what changed, one transaction at a time; what comes in meanwhile goes together into the next one. So the
 * disk sets the pace, and a fast typist costs one transaction at a time.
 */
export class WriteLoop {
  readonly #store: LocalStore
  readonly #take: () => Batch | null
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #due = Number.POSITIVE_INFINITY
  #retry = FIRST_RETRY
  #again = false
  #closed = false

  /** `take` gives everything not yet written, or null. */
  constructor(store: LocalStore, take: () => Batch | null) {
    this.#store = store
    this.#take = take
  }

  /** Something changed. It is written after `delay` ms at the latest. */
  wake(delay = 0): void {
    if (this.#closed) return
    if (this.#running) {
      this.#again = true
      return
    }
    const due = Date.now() + delay
    if (this.#timer && this.#due <= due) return
    this.#stopTimer()
    this.#due = due
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  /** Writes everything now. Resolves when it is on disk, or when the browser refused (it is tried again later). */
  flush(): Promise<void> {
    this.#stopTimer()
    // What changed since the running transaction began needs one more.
    if (this.#running) return this.#running.then(() => this.flush())
    this.#running = this.#run().finally(() => {
      this.#running = null
      if (this.#again) this.wake()
      this.#again = false
    })
    return this.#running
  }

  /** Writes what is left and ends. */
  async close(): Promise<void> {
    await this.flush()
    this.#closed = true
    this.#stopTimer()
    this.#store.forget(this)
  }

  async #run(): Promise<void> {
    for (let batch = this.#take(); batch; batch = this.#take()) {
      const { write, failed } = batch
      const kept = await this.#store.write(this, (database) => write.call(batch, database))
      if (!kept) {
        failed.call(batch)
        if (this.#closed || this.#store.isOver) return
        this.#timer = setTimeout(() => void this.flush(), this.#retry)
        this.#due = Date.now() + this.#retry
        this.#retry = Math.min(this.#retry * 2, LAST_RETRY)
        return
      }
      this.#retry = FIRST_RETRY
    }
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#due = Number.POSITIVE_INFINITY
  }
}
