import { textOf } from '../domain/story.ts'
import type { AreaView, Readable } from './client.ts'
import type { Link } from './connection.ts'
import type { Environment } from './environment.ts'
import type { Keeping, LocalStore } from './localStore.ts'
import { type Candidate, type Need, needsOf } from './prefetchNeeds.ts'
import { untilEnd } from './untilEnd.ts'

/** What happens together in the list is looked at together, this long after the first of it, ms. */
const GATHER = 1_000
/** So many stories are looked up on the disk together. */
const LOOK_UP = 100
/** So many stories are brought in one visit; the next visit goes on behind them. */
export const PREFETCH_LIMIT = 500
/** Once this site takes so much of the device, in bytes, no more stories are brought to it. */
export const PREFETCH_BYTES = 250 * 1024 * 1024
/** It is asked again how much that is after so many stories. */
const WEIGH_EVERY = 20

export interface PrefetchOptions {
  readonly environment: Pick<Environment, 'locks' | 'onIdle' | 'savesData' | 'storedBytes'>
  readonly lockName: string
  readonly store: LocalStore
  readonly area: Readable<AreaView>
  readonly link: Readable<Link>
  /** So many stories at most. */
  readonly limit: number
  isCapturePending(storyId: string): boolean
  /**
   * Brings one story's prose to the disk, or up to date there. Resolves then, or when there is nothing to bring, or on
   * `signal`, with whether the disk has now all that the server has.
   */
  fetch(storyId: string, signal: AbortSignal): Promise<boolean>
}

/**
 * Brings the prose of stories that were never opened here to this device while the page is idle, and what others have
 * written since in those that are here, so that the whole area can be read and written offline after one visit. One tab
 * of a browser does it at a time, one story at a time, and nothing at all where the person saves data.
 */
export class Prefetch {
  readonly #options: PrefetchOptions
  readonly #stops: (() => void)[]
  /**
   * Stories whose prose is here, or about which the server had something else to say in this visit; and as which text, by
   * the digest that the list has of it.
   */
  readonly #done = new Map<string, string>()
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
    // The code of it may come when all is as it stays.
    look()
  }

  /** Stops, and resolves when nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const stop of this.#stops) stop()
    this.#look()
    await this.#round
  }

  get #mayWork(): boolean {
    const { environment, link, store } = this.#options
    if (environment.savesData()) return false
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
    else this.#timer ??= setTimeout(() => this.#begin(), GATHER)
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
      const needs = await this.#options.store.read((database) => needsOf(database, some))
      if (!needs) return
      for (const { id, text } of some) if (!needs.has(id)) this.#done.set(id, text)
      for (const story of some) {
        const need = needs.get(story.id)
        if (need) await this.#bring(story, need, signal)
        if (signal.aborted) return
      }
    }
  }

  async #bring({ id, text }: Candidate, need: Need, signal: AbortSignal): Promise<void> {
    if (need === 'missing' && !(await this.#hasRoom())) return
    await this.#idle(signal)
    if (signal.aborted) return
    if (need === 'missing') this.#left -= 1
    const isHere = await this.#options.fetch(id, signal)
    if (signal.aborted) return
    this.#done.set(id, text)
    if (!isHere) return
    await this.#options.store.write(this, async (database) => {
      await database.put('brought', text, id)
    })
  }

  /** What was never here needs room; what is here only changes. */
  async #hasRoom(): Promise<boolean> {
    if (this.#left <= 0) return false
    if (this.#left % WEIGH_EVERY === 0 || this.#isFull) {
      const bytes = await this.#options.environment.storedBytes()
      this.#isFull = bytes !== null && bytes > PREFETCH_BYTES
    }
    return !this.#isFull
  }

  #isFull = false

  /** The stories that may have to be brought, those most likely to be needed first. */
  #candidates(): Candidate[] {
    const view = this.#options.area.get()
    if (view.phase !== 'ready') return []
    const { refinement, ready, idea, 'wont-do': wontDo } = view.columns
    const backlogs = [...view.backlogs.values()].map(({ stories }) => stories)
    return [refinement, ready, ...backlogs, idea, wontDo]
      .flatMap((column) => column.map((story) => ({ id: story.id, text: textOf(story) })))
      .filter(({ id, text }) => this.#done.get(id) !== text && !this.#options.isCapturePending(id))
  }

  /** Resolves when the page has nothing better to do and nothing to send, or on `signal`. */
  async #idle(signal: AbortSignal): Promise<void> {
    const { environment, area } = this.#options
    await untilEnd(signal, (end) => environment.onIdle(end))
    await untilEnd(signal, (end) => {
      const look = () => {
        const view = area.get()
        if (view.phase !== 'ready' || view.pending.size === 0) end()
      }
      const stop = area.subscribe(look)
      look()
      return stop
    })
  }
}
