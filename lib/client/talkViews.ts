import { talkList } from '../domain/lists.ts'
import { isTalk } from '../domain/talk/command.ts'
import type { Talk, Thread } from '../domain/talk/thread.ts'
import type { Readable, TalkView } from './client.ts'
import { isUnsettled, type Outbox } from './outbox.ts'
import { Value } from './readable.ts'
import type { KeptTalk } from './talkLists.ts'

/** A discussion stays open this long after its last view is gone: walking through stories comes back soon, ms. */
const LINGER = 10_000

const LOADING: TalkView = { phase: 'loading' }
const NONE: ReadonlySet<string> = new Set()

export interface TalkViewsOptions {
  readonly outbox: Outbox
  /** Gives a discussion with pending commands on top; undefined while nothing is known of it. */
  talk(story: string): Talk | undefined
  /** A discussion is open from now on, or not any more. */
  opened(story: string): void
  closed(story: string): void
  /** Gives what this device has kept of a discussion. */
  kept(story: string): Promise<KeptTalk | null>
  loaded(kept: KeptTalk): void
  /** True while the server does not know the story. */
  isCapturePending(story: string): boolean
}

interface Open {
  readonly view: Value<TalkView>
  readers: number
  timer: ReturnType<typeof setTimeout> | null
  /** What this device has kept was looked at. */
  isRead: boolean
}

/** The discussions somebody looks at here: each is followed while it is looked at, and a little longer. */
export class TalkViews {
  /** The names of the lists to follow. */
  readonly followed = new Value<readonly string[]>([])
  readonly #options: TalkViewsOptions
  readonly #open = new Map<string, Open>()
  readonly #readables = new Map<string, Readable<TalkView>>()

  constructor(options: TalkViewsOptions) {
    this.#options = options
  }

  /** See `WorkspaceClient.talk`. */
  of(story: string): Readable<TalkView> {
    let readable = this.#readables.get(story)
    if (!readable) this.#readables.set(story, (readable = this.#readable(story)))
    return readable
  }

  /** Brings every view up to date. What did not change keeps its identity. */
  show(): void {
    for (const [story, { view }] of this.#open) {
      const talk = this.#options.talk(story)
      view.set(talk ? viewOf(talk, this.#pendingIn(story), view.get()) : LOADING)
    }
    this.#follow()
  }

  close(): void {
    for (const { timer } of this.#open.values()) if (timer) clearTimeout(timer)
    this.#open.clear()
  }

  #readable(story: string): Readable<TalkView> {
    return {
      get: () => this.#open.get(story)?.view.get() ?? LOADING,
      subscribe: (listener) => {
        const open = this.#enter(story)
        const stop = open.view.subscribe(listener)
        return () => {
          stop()
          this.#leave(story, open)
        }
      },
    }
  }

  #enter(story: string): Open {
    let open = this.#open.get(story)
    if (!open) {
      open = { view: new Value<TalkView>(LOADING), readers: 0, timer: null, isRead: false }
      this.#open.set(story, open)
      this.#options.opened(story)
      void this.#read(story, open)
    }
    open.readers += 1
    if (open.timer) clearTimeout(open.timer)
    open.timer = null
    return open
  }

  #leave(story: string, open: Open): void {
    open.readers -= 1
    if (open.readers > 0 || this.#open.get(story) !== open) return
    open.timer = setTimeout(() => {
      this.#open.delete(story)
      this.#follow()
      this.#options.closed(story)
    }, LINGER)
  }

  /** The subscription says from where to go on, so what this device has is read first. */
  async #read(story: string, open: Open): Promise<void> {
    const kept = await this.#options.kept(story)
    if (this.#open.get(story) !== open) return
    if (kept) this.#options.loaded(kept)
    open.isRead = true
    this.show()
  }

  #follow(): void {
    const names: string[] = []
    for (const [story, { isRead }] of this.#open) {
      if (isRead && !this.#options.isCapturePending(story)) names.push(talkList(story))
    }
    if (names.join() !== this.followed.get().join()) this.followed.set(names)
  }

  #pendingIn(story: string): ReadonlySet<string> {
    const ids = new Set<string>()
    for (const entry of this.#options.outbox.entries) {
      const { command } = entry.stored
      if (!isTalk(command) || command.story !== story || !isUnsettled(entry)) continue
      ids.add('comment' in command ? command.comment : command.thread)
    }
    return ids.size === 0 ? NONE : ids
  }
}

function viewOf(talk: Talk, pending: ReadonlySet<string>, last: TalkView): TalkView {
  const threads = [...talk.values()].sort((a, b) => startedAt(a) - startedAt(b))
  if (
    last.phase === 'ready' &&
    last.pending.size === pending.size &&
    [...pending].every((id) => last.pending.has(id)) &&
    last.threads.length === threads.length &&
    last.threads.every((thread, index) => thread === threads[index])
  ) {
    return last
  }
  return { phase: 'ready', threads, pending }
}

function startedAt({ comments }: Thread): number {
  return comments[0]?.at ?? 0
}
