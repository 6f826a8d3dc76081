import type { Story } from '../domain/story.ts'
import type { ListChange, ListInfo, ListSnapshot } from '../schema/wire.ts'
import { kept } from './equal.ts'

/** What the server says of a list. */
export type ListMessage<Item = Story, Info = ListInfo> =
  | { readonly snapshot: ListSnapshot<Item, Info> }
  | { readonly changes: readonly ListChange<Item, Info>[] }

/** What a message of the server changed in a list. */
export interface ListUpdate<Item = Story> {
  /** The items that differ from before; null: gone. */
  readonly items: ReadonlyMap<string, Item | null>
  /** Those of the gone that may be on the list of closed stories now. */
  readonly filed: ReadonlySet<string>
  /** True when the server sent the whole list: what is not in it is gone. */
  readonly whole: boolean
  /** True when the server's list is older than what was known here: its data was restored from a backup. */
  readonly isOlder: boolean
}

/** One list as far as this device has it. What did not change keeps its identity. */
export class ListReplica<Item extends { readonly id: string } = Story, Info = ListInfo> {
  readonly name: string
  /** The last change contained; null while nothing is known. */
  seq: number | null = null
  info: Info | null = null
  readonly items = new Map<string, Item>()

  constructor(name: string) {
    this.name = name
  }

  /** Takes what this device has kept. */
  load(kept: { seq: number; info: Info; stories: readonly Item[] }): void {
    this.seq = kept.seq
    this.info = kept.info
    for (const story of kept.stories) this.items.set(story.id, story)
  }

  /** Takes a message. Null: changes of a list of which nothing is known here. */
  take(message: ListMessage<Item, Info>): ListUpdate<Item> | null {
    if ('snapshot' in message) return this.#snapshot(message.snapshot)
    return this.seq === null ? null : this.#changes(message.changes)
  }

  #snapshot({ seq, items, info }: ListSnapshot<Item, Info>): ListUpdate<Item> {
    const changed = new Map<string, Item | null>()
    const there = new Set<string>()
    for (const item of items) {
      there.add(item.id)
      this.#set(item, changed)
    }
    for (const id of this.items.keys()) if (!there.has(id)) changed.set(id, null)
    for (const [id, item] of changed) if (!item) this.items.delete(id)
    const isOlder = this.seq !== null && seq < this.seq
    this.seq = seq
    this.info = kept(this.info, info)
    // Which of those that went were filed since, a list that is told anew does not say.
    const filed = mayHaveFiled(info) ? goneIn(changed) : NONE
    return { items: changed, filed, whole: true, isOlder }
  }

  /** Takes changes in their order. Those this list contains already are left out, whatever way they came twice. */
  #changes(changes: readonly ListChange<Item, Info>[]): ListUpdate<Item> {
    const changed = new Map<string, Item | null>()
    const filed = new Set<string>()
    for (const change of changes) {
      if (this.seq !== null && change.seq <= this.seq) {
        // A header may be sent again without a new number (someone joined): it is always the latest.
        if (change.seq === this.seq && change.info) this.info = kept(this.info, change.info)
        continue
      }
      for (const item of Object.values(change.set)) this.#set(item, changed)
      for (const id of change.gone) if (this.items.delete(id)) changed.set(id, null)
      for (const id of change.filed ?? []) filed.add(id)
      if (change.info) this.info = kept(this.info, change.info)
      this.seq = change.seq
    }
    return { items: changed, filed, whole: false, isOlder: false }
  }

  #set(item: Item, changed: Map<string, Item | null>): void {
    const before = this.items.get(item.id)
    const after = before ? kept(before, item) : item
    if (after === before) return
    this.items.set(item.id, after)
    changed.set(item.id, after)
  }
}

const NONE: ReadonlySet<string> = new Set()

function mayHaveFiled(info: unknown): boolean {
  return typeof info === 'object' && info !== null && 'filed' in info
}

function goneIn(changed: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...changed].filter(([, item]) => item === null).map(([id]) => id))
}
