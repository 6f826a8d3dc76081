import type { Answer } from '#components/http/request.ts'
import type { Readable } from '#lib/client/client.ts'
import { Value } from '#lib/client/readable.ts'
import type { NamedPerson, TrashedStory, TrashPage } from '#lib/schema/history.ts'
import { explain } from './feed.ts'

/** What has been fetched of the trash. */
export type TrashView =
  | { readonly phase: 'loading' }
  /** Nothing is here, and why: not the same as an empty trash (I6). */
  | { readonly phase: 'failed'; readonly message: string }
  | {
      readonly phase: 'ready'
      /** What was trashed last comes first; without those on their way out. */
      readonly trashed: readonly TrashedStory[]
      readonly total: number
      /** How many a purge of what is due would remove. */
      readonly due: number
      readonly people: ReadonlyMap<string, NamedPerson>
      readonly hasMore: boolean
      /** Why what is shown may not be the latest; else null. */
      readonly problem: string | null
    }

/** Gives the page of the trash behind a place; null: the first. */
export type FetchTrash = (before: string | null) => Promise<Answer<TrashPage>>

/** The trash as the server has it, a page at a time. Stories that are being restored or removed are left out at once. */
export class TrashList {
  readonly #view = new Value<TrashView>({ phase: 'loading' })
  readonly #fetchPage: FetchTrash
  readonly #leaving = new Map<string, number>()
  #pages = 1
  #fetched: Extract<TrashView, { phase: 'ready' }> | null = null
  #turn: Promise<void> = Promise.resolve()

  constructor(fetchPage: FetchTrash) {
    this.#fetchPage = fetchPage
  }

  get view(): Readable<TrashView> {
    return this.#view
  }

  /** Fetches as many pages as are shown, for the first time or again. */
  refresh(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#refresh())
    return this.#turn
  }

  more(): Promise<void> {
    this.#pages += 1
    return this.refresh()
  }

  /** Leaves a story out until `settled`, and then shows what the server has. */
  async leave(story: string, settled: Promise<unknown>): Promise<void> {
    this.#leaving.set(story, (this.#leaving.get(story) ?? 0) + 1)
    this.#show()
    await settled
    await this.refresh()
    const left = (this.#leaving.get(story) ?? 1) - 1
    if (left > 0) this.#leaving.set(story, left)
    else this.#leaving.delete(story)
    this.#show()
  }

  async #refresh(): Promise<void> {
    const trashed: TrashedStory[] = []
    const people = new Map<string, NamedPerson>()
    let before: string | null = null
    for (let page = 1; page <= this.#pages; page += 1) {
      const answer: Answer<TrashPage> = await this.#fetchPage(before)
      if (!answer.ok) return this.#fail(explain(answer))
      const { next, total, due } = answer.value
      trashed.push(...answer.value.trashed)
      for (const person of answer.value.people) people.set(person.id, person)
      const hasMore = next !== null
      this.#fetched = { phase: 'ready', trashed, total, due, people, hasMore, problem: null }
      before = next
      if (before === null) break
    }
    this.#show()
  }

  #fail(message: string): void {
    if (this.#fetched) this.#fetched = { ...this.#fetched, problem: message }
    else this.#view.set({ phase: 'failed', message })
    this.#show()
  }

  #show(): void {
    if (!this.#fetched) return
    const { trashed, total } = this.#fetched
    const staying = trashed.filter(({ story }) => !this.#leaving.has(story.id))
    this.#view.set({
      ...this.#fetched,
      trashed: staying,
      total: total - (trashed.length - staying.length),
    })
  }
}
