import type { StoryEvent } from '../domain/event.ts'
import { isInboxCommand } from '../domain/inbox/command.ts'
import { type InboxEntry, unreadOf } from '../domain/inbox/entry.ts'
import { ownAct } from '../domain/inbox/ownAct.ts'
import type { InboxItem } from '../domain/inbox/item.ts'
import { inboxList } from '../domain/lists.ts'
import { isTalk } from '../domain/talk/command.ts'
import type { View } from '../domain/view.ts'
import type { InboxInfo } from '../schema/wire.ts'
import type { InboxView } from './client.ts'
import { kept } from './equal.ts'
import { type ListMessage, ListReplica } from './lists.ts'
import { Value } from './readable.ts'
import type { KeptList, ListChanges } from './workspaceStore.ts'

/** One's own inbox on this device: what the server says of it, with one's commands that are on their way on top. */
export class Inbox {
  readonly name: string
  readonly view = new Value<InboxView>({ phase: 'loading' })
  readonly #list: ListReplica<InboxItem, InboxInfo>
  readonly #me: string
  /** What pending commands make of items. */
  readonly #overlay = new Map<string, InboxItem>()
  #hasAnswered = false

  constructor(me: string) {
    this.#me = me
    this.name = inboxList(me)
    this.#list = new ListReplica(this.name)
  }

  get seq(): number | null {
    return this.#list.seq
  }

  /** The person's own views: the same array as long as they are the same. */
  get views(): readonly View[] {
    return this.#list.info?.views ?? NO_VIEWS
  }

  /** True when the list is as the server has it. */
  get hasAnswered(): boolean {
    return this.#hasAnswered
  }

  /** Gives what a command is judged by; other people's inboxes are not here. */
  entry(user: string, story: string): InboxEntry | undefined {
    if (user !== this.#me) return undefined
    const item = this.#item(story)
    return item && { ...item, story, threads: [], seq: 0 }
  }

  /** Takes what this device has kept, unless the server's is here already. */
  load(list: KeptList): void {
    if (this.#list.seq !== null) return
    // What stands in a list is told by its name.
    const stories = list.stories as readonly unknown[] as readonly InboxItem[]
    this.#list.load({ seq: list.seq, info: list.info as InboxInfo, stories })
  }

  /** Takes what the server says; gives what is to be kept of it. Null: it is about nothing known here. */
  take(message: ListMessage): ListChanges | null {
    const update = this.#list.take(message as unknown as ListMessage<InboxItem, InboxInfo>)
    if (!update || this.#list.seq === null || !this.#list.info) return null
    this.#hasAnswered = true
    const { seq, info } = this.#list
    const items = update.whole ? new Map(this.#list.items) : update.items
    return { ...update, name: this.name, seq, info, items } as unknown as ListChanges
  }

  /** The list is not followed any more, for a while. */
  lost(): void {
    this.#hasAnswered = false
  }

  /** As it is without pending commands, for writing it again. */
  get kept(): ListReplica {
    return this.#list as unknown as ListReplica
  }

  /** Pending commands are judged anew: `apply` then takes their events, one after the other. */
  reset(): void {
    this.#overlay.clear()
  }

  /** Puts an event that a pending command will cause on top. */
  apply(event: StoryEvent): void {
    const entry = this.entry(this.#me, event.story)
    const item = this.#item(event.story)
    if (!entry || !item) return
    const { doneUpTo, settled = [], stance } = ownAct(entry, event)
    this.#overlay.set(event.story, { ...item, doneUpTo, settled, stance })
  }

  /** Brings the view up to date. What did not change keeps its identity. */
  show(): void {
    if (this.#list.seq === null) return
    const items: InboxItem[] = []
    for (const item of this.#list.items.values()) items.push(this.#overlay.get(item.id) ?? item)
    items.sort((a, b) => newest(b) - newest(a))
    const last = this.view.get()
    const before = last.phase === 'ready' ? last.items : []
    const isSame =
      last.phase === 'ready' &&
      before.length === items.length &&
      items.every((item, index) => kept(before[index] ?? null, item) === before[index])
    if (isSame) return
    const unread = items.filter((item) => unreadOf(item).length > 0).length
    const byStory = new Map(items.map((item) => [item.id, item]))
    this.view.set({ phase: 'ready', items, byStory, unread })
  }

  #item(story: string): InboxItem | undefined {
    return this.#overlay.get(story) ?? this.#list.items.get(story)
  }
}

const NO_VIEWS: readonly View[] = []

/** True for a command that shows in one's own inbox before the server answers. */
export function showsInInbox(command: { readonly type: string }): boolean {
  const { type } = command
  return (
    isInboxCommand(command) || isTalk(command) || type === 'watchStory' || type === 'unwatchStory'
  )
}

function newest({ notices }: InboxItem): number {
  return notices[0]?.seq ?? 0
}
