import type { Story } from '../domain/story.ts'
import type { AreaInfo, ListChange, ListSnapshot } from '../schema/wire.ts'

/** What a message of the server changed in a list. */
export interface ListUpdate {
  /** The items that differ from before; null: gone. */
  readonly items: ReadonlyMap<string, Story | null>
  /** True when the server sent the whole list: what is not in it is gone. */
  readonly whole: boolean
  /** True when the server's list is older than what was known here: its data was restored from a backup. */
  readonly isOlder: boolean
}

/** One list as far as this device has it: the sequence number and header; the items are with the prediction. */
export class ListReplica {
  /** The last change contained; null while nothing is known. */
  seq: number | null = null
  info: AreaInfo | null = null

  /** Takes what this device has kept. */
  load(kept: { seq: number; info: AreaInfo }): void {
    this.seq = kept.seq
    this.info = kept.info
  }

  /** Takes a whole list. `base` are the items until now: those that did not change keep their identity. */
  snapshot({ seq, items, info }: ListSnapshot, base: ReadonlyMap<string, Story>): ListUpdate {
    const changed = new Map<string, Story | null>()
    const there = new Set<string>()
    for (const item of items) {
      there.add(item.id)
      const before = base.get(item.id)
      if (!before || !equal(before, item)) changed.set(item.id, item)
    }
    for (const id of base.keys()) if (!there.has(id)) changed.set(id, null)
    const isOlder = this.seq !== null && seq < this.seq
    this.seq = seq
    this.info = info
    return { items: changed, whole: true, isOlder }
  }

  /** Takes changes in their order. Those this list contains already are left out, whatever way they came twice. */
  changes(changes: readonly ListChange[]): ListUpdate {
    const items = new Map<string, Story | null>()
    for (const change of changes) {
      if (this.seq !== null && change.seq <= this.seq) {
        // A header may be sent again without a new number (someone joined): it is always the latest.
        if (change.seq === this.seq && change.info) this.info = change.info
        continue
      }
      for (const [id, item] of Object.entries(change.set)) items.set(id, item)
      for (const id of change.gone) items.set(id, null)
      if (change.info) this.info = change.info
      this.seq = change.seq
    }
    return { items, whole: false, isOlder: false }
  }
}

/** True for stories with the same contents. */
export function equal(a: Story, b: Story): boolean {
  const keys = Object.keys(a) as (keyof Story)[]
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
