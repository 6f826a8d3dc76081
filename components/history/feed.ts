import type { Answer } from '#components/http/request.ts'
import { textsOf } from '#components/language/loaded.ts'
import { type Problem, problemText } from '#components/language/problemText.ts'
import type { Readable } from '#lib/client/client.ts'
import { Value } from '#lib/client/readable.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { HistoryPage, NamedPerson, NamedStory } from '#lib/schema/history.ts'

/** What has been fetched of a history. What is there stays, whatever becomes of the next request. */
export type FeedView =
  | { readonly phase: 'loading' }
  /** Nothing is here, and why: not the same as nothing having happened (I6). */
  | {
      readonly phase: 'failed'
      readonly message: string
      /** The part of the question that is wrong: asking again does not help. Else null. */
      readonly field: string | null
    }
  | {
      readonly phase: 'ready'
      /** Newest first, without gaps. */
      readonly events: readonly WorkspaceEvent[]
      readonly people: ReadonlyMap<string, NamedPerson>
      readonly stories: ReadonlyMap<string, NamedStory>
      readonly hasEarlier: boolean
      /** Earlier events are being fetched. */
      readonly isFetching: boolean
      /** Why what is shown may not be the latest, or earlier events did not come; else null. */
      readonly problem: string | null
    }

type Ready = Extract<FeedView, { phase: 'ready' }>

/** Gives the page before a position; null: the newest. */
export type FetchPage = (before: number | null) => Promise<Answer<HistoryPage>>

/** Pages without an event that this reader may know of, one after the other, before a person is asked to go on. */
const MOST_EMPTY = 10

/** A history as it is fetched, from the newest event backwards; and again from the top when something has happened. */
export class Feed {
  readonly #view = new Value<FeedView>({ phase: 'loading' })
  readonly #fetchPage: FetchPage
  /** Where the page after what is shown begins; null at the beginning of the log. */
  #next: number | null = null
  /** One request after the other: a page is put together with what was there before it. */
  #turn: Promise<void> = Promise.resolve()
  #isRefreshWanted = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(fetchPage: FetchPage) {
    this.#fetchPage = fetchPage
  }

  get view(): Readable<FeedView> {
    return this.#view
  }

  /** Fetches the newest page, for the first time or again. Asked for while one is under way, it is one more in the end. */
  refresh(): Promise<void> {
    if (!this.#isRefreshWanted) {
      this.#isRefreshWanted = true
      this.#turn = this.#turn.then(() => {
        this.#isRefreshWanted = false
        return this.#refresh()
      })
    }
    return this.#turn
  }

  /** Fetches the newest page within so many ms, once for all who ask meanwhile: a long paste by somebody is one look. */
  refreshSoon(ms: number): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.refresh()
    }, ms)
  }

  /** Fetches the page before the earliest event that is shown. */
  earlier(): Promise<void> {
    const view = this.#view.get()
    if (view.phase !== 'ready' || view.isFetching || !view.hasEarlier) return this.#turn
    this.#view.set({ ...view, isFetching: true })
    this.#turn = this.#turn.then(() => this.#earlier())
    return this.#turn
  }

  async #refresh(): Promise<void> {
    const before = this.#view.get()
    if (before.phase === 'failed') this.#view.set({ phase: 'loading' })
    const answer = await this.#page(null)
    const view = this.#view.get()
    if (!answer.ok) {
      const message = explain(answer)
      this.#view.set(
        view.phase === 'ready'
          ? { ...view, problem: message }
          : { phase: 'failed', message, field: answer.field },
      )
      return
    }
    const page = answer.value
    const known = view.phase === 'ready' ? view : EMPTY
    const end = page.next ?? 0
    const older = known.events.filter(({ seq }) => seq < end)
    // More has happened than fits a page: what is shown begins anew, rather than with a gap.
    const isJoined = page.next === null || (known.events[0]?.seq ?? -1) >= end - 1
    if (!isJoined || older.length === 0) this.#next = page.next
    this.#show(known, page, isJoined ? [...page.events, ...older] : page.events)
  }

  async #earlier(): Promise<void> {
    const answer = await this.#page(this.#next)
    const view = this.#view.get()
    if (view.phase !== 'ready') return
    if (!answer.ok) {
      this.#view.set({ ...view, isFetching: false, problem: explain(answer) })
      return
    }
    this.#next = answer.value.next
    this.#show(view, answer.value, [...view.events, ...answer.value.events])
  }

  #show(known: Ready, page: HistoryPage, events: readonly WorkspaceEvent[]): void {
    this.#view.set({
      phase: 'ready',
      events,
      people: withThese(known.people, page.people),
      stories: withThese(known.stories, page.stories),
      hasEarlier: this.#next !== null,
      isFetching: false,
      problem: null,
    })
  }

  /** A page without events is not the end: what it had was not for this reader. */
  async #page(before: number | null): Promise<Answer<HistoryPage>> {
    let answer = await this.#fetchPage(before)
    for (let more = MOST_EMPTY; more > 0; more -= 1) {
      if (!answer.ok || answer.value.events.length > 0 || answer.value.next === null) break
      answer = await this.#fetchPage(answer.value.next)
    }
    return answer
  }
}

const EMPTY: Ready = {
  phase: 'ready',
  events: [],
  people: new Map(),
  stories: new Map(),
  hasEarlier: false,
  isFetching: false,
  problem: null,
}

function withThese<Thing extends { readonly id: string }>(
  known: ReadonlyMap<string, Thing>,
  more: readonly Thing[],
): ReadonlyMap<string, Thing> {
  const all = new Map(known)
  for (const thing of more) all.set(thing.id, thing)
  return all
}

/** Says why something of the past did not come. */
export function explain(problem: Problem): string {
  return problem.code === 'unreachable'
    ? textsOf('history')('keptOnServer')
    : problemText(textsOf('problems'), problem)
}
