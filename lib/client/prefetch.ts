import type { AreaView, Readable } from './client.ts'
import type { Link } from './connection.ts'
import type { Environment } from './environment.ts'
import type { Database, Keeping, LocalStore } from './localStore.ts'

/** What happens together in the list is looked at together, this long after the first of it, ms. */
const GATHER = 1_000
/** So many stories are brought at the same time. */
const AT_ONCE = 4
/** So many stories are looked up on the disk together. */
const LOOK_UP = 100
/** So many stories are brought in one visit; the next visit goes on behind them. */
export const PREFETCH_LIMIT = 500

export interface PrefetchOptions {
  readonly environment: Pick<Environment, 'locks' | 'onIdle'>
  readonly lockName: string
  readonly store: LocalStore
  readonly area: Readable<AreaView>
  readonly link: Readable<Link>
  /** So many stories at most. */
  readonly limit: number
  isCapturePending(storyId: string): boolean
  /** Brings one story's prose to the disk. Resolves then, or when there is nothing to bring, or on `signal`. */
  fetch(storyId: string, signal: AbortSignal): Promise<void>
}

/**
 * Brings the prose of stories that were never opened here to this device while the page is idle, so that the whole
 * area can be read and written offline after one visit. One tab of a browser does it at a time.
 */
export class Prefetch {
  readonly #options: PrefetchOptions
  readonly #stops: (() => void)[]
  /** Stories whose prose is here, or about which the server had something else to say in this visit. */
  readonly #done = new Set<string>()
  #left: number
  #timer: ReturnType<typeof setTimeout> | null = null
  #abort: AbortController | null = null
  #round: Promise<void> = Promise.resolve()
  #hasMore = false
  #isClosed = false

  constructor(options: PrefetchOptions) {
    this.#options = options
    this.#left = options.limit
    const look = () => this.#look()
    const { area, link, store } = options
    this.#stops = [area.subscribe(look), link.subscribe(look), store.keeping.subscribe(look)]
  }

  /** Stops, and resolves when nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const stop of this.#stops) stop()
    this.#look()
    await this.#round
  }

  get #mayWork(): boolean {
    const { link, store } = this.#options
    // Without a disk there is nowhere to bring anything.
    const keepsWhatItGets = (['opening', 'kept'] as Keeping[]).includes(store.keeping.get())
    return !this.#isClosed && link.get() === 'online' && keepsWhatItGets
  }

  #look(): void {
    if (!this.#mayWork) {
      if (this.#timer) clearTimeout(this.#timer)
      this.#timer = null
      this.#abort?.abort()
    } else if (this.#abort) this.#hasMore = true
    else if (this.#left > 0) this.#timer ??= setTimeout(() => this.#begin(), GATHER)
  }

  #begin(): void {
    this.#timer = null
    const abort = new AbortController()
    this.#abort = abort
    this.#hasMore = false
    this.#round = this.#inTurn(abort.signal).finally(() => {
      this.#abort = null
      // The link may have gone and come back while this round was ending.
      if (this.#hasMore) this.#look()
    })
  }

  async #inTurn(signal: AbortSignal): Promise<void> {
    const { environment, lockName } = this.#options
    if (!environment.locks) return this.#bringAll(signal)
    let hasTurn = false
    try {
      await environment.locks.request(lockName, { signal }, () => {
        hasTurn = true
        return this.#bringAll(signal)
      })
    } catch (error) {
      // Without the turn: it ended while another tab had it, or locks are not available to this page after all.
      if (hasTurn) throw error
    }
  }

  async #bringAll(signal: AbortSignal): Promise<void> {
    const stories = this.#candidates()
    for (let from = 0; from < stories.length; from += LOOK_UP) {
      await this.#idle(signal)
      if (signal.aborted) return
      const some = stories.slice(from, from + LOOK_UP)
      const missing = await this.#options.store.read((database) => missingOf(database, some))
      if (!missing) return
      const queue = some.filter((id) => missing.has(id))
      for (const id of some) if (!missing.has(id)) this.#done.add(id)
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#bringFrom(queue, signal)))
    }
  }

  async #bringFrom(queue: string[], signal: AbortSignal): Promise<void> {
    while (queue.length > 0) {
      await this.#idle(signal)
      const story = queue[0]
      if (signal.aborted || this.#left === 0 || story === undefined) return
      queue.shift()
      this.#left -= 1
      await this.#options.fetch(story, signal)
      if (!signal.aborted) this.#done.add(story)
    }
  }

  /** The stories that may have to be brought, those most likely to be needed first. */
  #candidates(): string[] {
    const view = this.#options.area.get()
    if (view.phase !== 'ready') return []
    const { refinement, ready, idea, 'wont-do': wontDo } = view.columns
    const backlogs = [...view.backlogs.values()].map(({ stories }) => stories)
    return [refinement, ready, ...backlogs, idea, wontDo]
      .flatMap((column) => column.map(({ id }) => id))
      .filter((id) => !this.#done.has(id) && !this.#options.isCapturePending(id))
  }

  /** Resolves when the page has nothing better to do, or on `signal`. */
  #idle(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const end = () => {
        signal.removeEventListener('abort', end)
        stop()
        resolve()
      }
      signal.addEventListener('abort', end)
      const stop = this.#options.environment.onIdle(end)
    })
  }
}

/** Gives those of the stories that have no prose on the disk, not even the note that nothing is written yet. */
async function missingOf(database: Database, stories: readonly string[]): Promise<Set<string>> {
  const transaction = database.transaction('prose')
  const index = transaction.store.index('story')
  const [keys] = await Promise.all([
    Promise.all(stories.map((story) => index.getKey(story))),
    transaction.done,
  ])
  return new Set(stories.filter((_, at) => keys[at] === undefined))
}
