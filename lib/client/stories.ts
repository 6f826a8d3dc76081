import type { DocumentFacts } from '../domain/facts.ts'
import { must } from '../domain/must.ts'
import type { Me, StoryHandle } from './client.ts'
import type { Connection } from './connection.ts'
import type { Yjs } from './environment.ts'
import type { LocalStore } from './localStore.ts'
import { Value } from './readable.ts'
import type { StoryProse } from './storyProse.ts'
import type { Standing } from './storyState.ts'
import { StoryToCome } from './storyToCome.ts'
import type { TabMessage, Tabs } from './tabs.ts'
import { forgetProse, unsavedStories } from './unsavedProse.ts'

/** A story stays open this long after its last view is gone: walking through stories comes back soon, ms. */
const LINGER = 5_000
/** So many stories without a view are brought to the server at a time; the server allows 100 documents a socket. */
const BACKGROUND = 8
/** A story that the server cannot open does not hold up bringing the others for longer, ms. */
const FETCH_PATIENCE = 20_000

export interface StoriesOptions {
  readonly me: Me
  readonly tab: string
  readonly schemaVersion: number
  readonly store: LocalStore
  readonly connection: Connection
  readonly tabs: Tabs
  /** Resolves with what documents are made of. */
  readonly yjs: Promise<Yjs>
  /** Resolves when the workspace has been read from this device. */
  readonly ready: Promise<void>
  standing(storyId: string): Standing
  /** Prose got on its way or was saved: commands may be waiting for it. */
  moved(): void
}

/** The stories whose prose is open here, for a view or because something in it is not saved yet. */
export class Stories {
  /** Stories with text that the server does not have. */
  readonly unsaved = new Value<ReadonlySet<string>>(new Set())
  /** How often the server said of a story that its versions are others now. */
  readonly versions = new Value<ReadonlyMap<string, number>>(new Map())
  /** Of these, those whose text the server will not take: the story is gone, or may not be written any more. */
  readonly stuck = new Value<ReadonlySet<string>>(new Set())
  readonly #options: StoriesOptions
  readonly #open = new Map<string, StoryProse>()
  /** Who follows what a story's document says. */
  readonly #watching = new Map<string, Set<() => void>>()
  readonly #lingering = new Map<string, ReturnType<typeof setTimeout>>()
  /** Found on disk and not opened yet. */
  readonly #left = new Set<string>()
  /** Being brought to this device for later, nobody looking. */
  readonly #fetching = new Map<string, () => void>()
  /** What other tabs say about their own prose: story to tabs. */
  readonly #elsewhere = new Map<string, Set<string>>()
  /** Stories this tab has told the others to be unsaved here. */
  readonly #told = new Set<string>()
  #yjs: Yjs | null = null
  #isClosed = false

  constructor(options: StoriesOptions) {
    this.#options = options
    options.tabs.onMessage((message) => this.#hear(message))
    void options.yjs.then((yjs) => {
      this.#yjs = yjs
      this.#bringLeft()
    })
  }

  /** See `WorkspaceClient.openStory`. */
  open(storyId: string): StoryHandle {
    if (this.#yjs) return this.#enter(storyId)
    return new StoryToCome(this.#options.yjs.then(() => this.#enter(storyId)))
  }

  #enter(storyId: string): StoryHandle {
    const story = this.#get(storyId)
    this.#stay(storyId)
    story.enter()
    let isReleased = false
    return {
      state: story.state,
      release: () => {
        if (isReleased) return
        isReleased = true
        story.leave()
        this.#releaseLater(storyId)
      },
    }
  }

  /**
   * Brings a story's prose to this device, or up to date here, without anyone being present in it; a view opened meanwhile
   * shares it. Resolves when it is on disk, when the server gave another answer, or soon after `signal`, with whether all
   * that the server has is on disk now.
   */
  async fetch(storyId: string, signal: AbortSignal): Promise<boolean> {
    if (this.#isClosed || signal.aborted || this.#fetching.has(storyId)) return false
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#fetching.set(storyId, resolve)
    const end = () => resolve()
    signal.addEventListener('abort', end)
    const timer = setTimeout(end, FETCH_PATIENCE)
    const story = this.#get(storyId)
    if (!story.isAnswered) await promise
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
    await story.flush()
    const { isUpToDate } = story
    this.#fetching.delete(storyId)
    // One that a view has left goes with its timer.
    if (!this.#lingering.has(storyId)) this.#letGo(storyId)
    return isUpToDate
  }

  /** Looks for prose that earlier pages or closed tabs left unsaved, and brings it to the server. */
  async sweep(): Promise<void> {
    const found = await unsavedStories(this.#options.store)
    if (!found || this.#isClosed) return
    for (const story of found) {
      const open = this.#open.get(story)
      if (!open) this.#left.add(story)
      else if (!open.isUnsaved) open.reconcile()
    }
    this.#bringLeft()
    this.#count()
  }

  /** Gives what a story's document says that is open here: as it is now, or as it was a moment ago. */
  facts(storyId: string, when: 'now' | 'soon'): DocumentFacts | null {
    return this.#open.get(storyId)?.facts(when) ?? null
  }

  /** Calls back when a story's document may say something else, or is opened here. Gives the stop. */
  onFacts(storyId: string, listener: () => void): () => void {
    const listeners = this.#watching.get(storyId) ?? new Set()
    this.#watching.set(storyId, listeners)
    const own = () => listener()
    listeners.add(own)
    return () => {
      if (listeners.delete(own) && listeners.size === 0) this.#watching.delete(storyId)
    }
  }

  /** These stories may not be seen any more: their prose leaves this device, but for text that the server lacks. */
  async forget(storyIds: readonly string[]): Promise<void> {
    const unsaved = this.unsaved.get()
    const going = storyIds.filter((id) => !unsaved.has(id))
    await Promise.all(going.map((id) => this.#open.get(id)?.forget()))
    await forgetProse(
      this.#options.store,
      going.filter((id) => !this.#open.has(id)),
    )
  }

  /** True while somebody looks at a story here. */
  isViewed(storyId: string): boolean {
    return (this.#open.get(storyId)?.views ?? 0) > 0
  }

  isProseOnItsWay(storyId: string): boolean {
    if (this.#left.has(storyId) || this.#elsewhere.has(storyId)) return false
    return this.#open.get(storyId)?.isOnItsWay ?? true
  }

  /** What the workspace knows about stories has changed. */
  look(): void {
    for (const story of this.#open.values()) story.look()
    for (const id of this.#fetching.keys()) this.#lookAtFetched(id)
    this.#count()
  }

  /** True when the server wants a newer editor than this page has. */
  get isTooOld(): boolean {
    return this.#some((story, id) => story.isTooOld && !this.#isOnlyFetched(id, story))
  }

  get hasUnkept(): boolean {
    return this.#some((story) => story.hasUnkept)
  }

  async discard(storyId: string): Promise<void> {
    await this.#options.yjs
    const story = this.#get(storyId)
    await story.loaded
    await story.discard()
    this.#left.delete(storyId)
    this.#releaseLater(storyId)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#lingering.values()) clearTimeout(timer)
    await Promise.all([...this.#open.values()].map((story) => story.close()))
    this.#open.clear()
  }

  #get(storyId: string): StoryProse {
    let story = this.#open.get(storyId)
    if (story) return story
    const { me, tab, schemaVersion, store, connection, tabs, ready } = this.#options
    this.#left.delete(storyId)
    story = new (must(this.#yjs, 'Yjs').StoryProse)({
      story: storyId,
      tab,
      me,
      schemaVersion,
      store,
      connection,
      ready,
      standing: () => this.#options.standing(storyId),
      typed: (update) =>
        tabs.tell({ kind: 'prose', story: storyId, schema: schemaVersion, update }),
      changed: () => this.#changed(storyId),
      isWatched: () => this.#watching.has(storyId),
      described: () => this.#watching.get(storyId)?.forEach((listener) => listener()),
      versionsChanged: () => {
        const times = this.versions.get().get(storyId) ?? 0
        this.versions.set(new Map(this.versions.get()).set(storyId, times + 1))
      },
    })
    this.#open.set(storyId, story)
    return story
  }

  #changed(storyId: string): void {
    const story = this.#open.get(storyId)
    if (!story) return
    this.#count()
    if (story.isUnsaved !== this.#told.has(storyId)) {
      const { tabs, tab } = this.#options
      if (story.isUnsaved) this.#told.add(storyId)
      else this.#told.delete(storyId)
      tabs.tell({ kind: 'writing', tab, story: storyId, unsaved: story.isUnsaved })
    }
    this.#lookAtFetched(storyId)
    if (!story.isUnsaved && story.views === 0 && !this.#fetching.has(storyId))
      this.#releaseLater(storyId)
    this.#bringLeft()
    this.#options.moved()
  }

  #count(): void {
    const idsOf = (test: (story: StoryProse) => boolean) =>
      [...this.#open].filter(([, story]) => test(story)).map(([id]) => id)
    setMembers(this.unsaved, [
      ...this.#left,
      // What another tab of this device has not sent yet is unsaved here too: signing out here would drop it.
      ...this.#elsewhere.keys(),
      ...idsOf(({ isUnsaved }) => isUnsaved),
    ])
    setMembers(
      this.stuck,
      idsOf(({ isStuck }) => isStuck),
    )
  }

  #bringLeft(): void {
    if (!this.#yjs || this.#isClosed) return
    let room =
      BACKGROUND -
      [...this.#open].filter(
        ([id, story]) => story.views === 0 && !story.isStuck && !this.#isOnlyFetched(id, story),
      ).length
    for (const story of this.#left) {
      if (room <= 0) return
      room -= 1
      this.#get(story)
    }
  }

  #releaseLater(storyId: string): void {
    if (this.#isClosed || this.#lingering.has(storyId)) return
    const timer = setTimeout(() => {
      this.#lingering.delete(storyId)
      this.#letGo(storyId)
    }, LINGER)
    this.#lingering.set(storyId, timer)
  }

  #letGo(storyId: string): void {
    const story = this.#open.get(storyId)
    // What is unsaved keeps its story open; it is looked at again when the server answers.
    if (!story || story.views > 0 || story.isUnsaved) return
    if (this.#isClosed || this.#fetching.has(storyId)) return
    this.#open.delete(storyId)
    void story.close()
  }

  #lookAtFetched(storyId: string): void {
    if (this.#open.get(storyId)?.isAnswered) this.#fetching.get(storyId)?.()
  }

  #isOnlyFetched(storyId: string, story: StoryProse): boolean {
    return this.#fetching.has(storyId) && story.views === 0 && !story.isUnsaved
  }

  #stay(storyId: string): void {
    const timer = this.#lingering.get(storyId)
    if (timer) clearTimeout(timer)
    this.#lingering.delete(storyId)
  }

  #hear(message: TabMessage): void {
    if (message.kind === 'prose') {
      if (message.schema <= this.#options.schemaVersion)
        this.#open.get(message.story)?.takeFromTab(message.update)
    } else if (message.kind === 'writing') {
      const tabs = this.#elsewhere.get(message.story) ?? new Set()
      if (message.unsaved) tabs.add(message.tab)
      else tabs.delete(message.tab)
      if (tabs.size > 0) this.#elsewhere.set(message.story, tabs)
      else this.#elsewhere.delete(message.story)
      this.#count()
      this.#options.moved()
    } else if (message.kind === 'leaving') {
      for (const [story, tabs] of this.#elsewhere) {
        tabs.delete(message.tab)
        if (tabs.size === 0) this.#elsewhere.delete(story)
      }
      this.#count()
      void this.sweep()
    }
  }

  #some(test: (story: StoryProse, id: string) => boolean): boolean {
    return [...this.#open].some(([id, story]) => test(story, id))
  }
}

function setMembers(value: Value<ReadonlySet<string>>, members: readonly string[]): void {
  const next = new Set(members)
  const last = value.get()
  if (next.size !== last.size || members.some((id) => !last.has(id))) value.set(next)
}
