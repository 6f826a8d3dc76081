import type { Story } from '../domain/story.ts'
import type { ListInfo } from '../schema/wire.ts'
import { type ListMessage, ListReplica, type ListUpdate } from './lists.ts'

/**
 * What became of a story. `gone`: no list has it any more, so it is in the trash or out of sight. `filed`: it is on a list
 * of closed stories, which is not followed here. `hidden`: the last list that had it may not be seen any more.
 */
export type Fate = Story | 'gone' | 'filed' | 'hidden'
export type Fates = Map<string, Fate>

/**
 * Every list of the workspace as one set of stories. A story on its way from one list to another is never nowhere and
 * never twice: of two lists that have it the one known further is right, and while some list has not said yet what it
 * has, a story that another one let go of stays what it was.
 */
export class AllLists {
  readonly #lists = new Map<string, ListReplica>()
  /** The list that each story stands in. */
  readonly #home = new Map<string, string>()
  /** Stories that two lists have. */
  readonly #twice = new Set<string>()
  /** Stories that no list has, while some have not answered, and what becomes of them if none has. */
  readonly #held = new Map<string, 'gone' | 'filed'>()
  /** Lists that have answered on this connection: they are as the server has them. */
  readonly #current = new Set<string>()

  get(name: string): ListReplica | undefined {
    return this.#lists.get(name)
  }

  get all(): Iterable<ReplicaView> {
    return this.#lists.values()
  }

  hasAnswered(name: string): boolean {
    return this.#current.has(name)
  }

  /** Gives the name of the list that a story stands in. */
  homeOf(story: string): string | undefined {
    return this.#home.get(story)
  }

  /** Takes what this device has kept of a list. */
  load(
    name: string,
    kept: { seq: number; info: ListInfo; stories: readonly Story[] },
    fates: Fates,
  ): void {
    const list = this.#listNamed(name)
    list.load(kept)
    for (const id of list.items.keys()) this.#place(id, name, fates)
  }

  /** Takes a message of a followed list. Null: it is about nothing known here. */
  take(name: string, message: ListMessage, fates: Fates): ListUpdate | null {
    const update = this.#lists.get(name)?.take(message) ?? null
    if (!update) return null
    this.#current.add(name)
    for (const [id, item] of update.items) {
      if (item) this.#place(id, name, fates)
      else if (this.#home.get(id) === name || this.#twice.has(id))
        this.#settle(id, update.filed.has(id) ? 'filed' : 'gone', fates)
    }
    for (const id of this.#twice) this.#settle(id, 'gone', fates)
    this.#release(fates)
    return update
  }

  /** These lists are to be followed, no others. Gives the names of those that are dropped. */
  follow(names: readonly string[], fates: Fates): readonly string[] {
    for (const name of names) this.#listNamed(name)
    const dropped = [...this.#lists.keys()].filter((name) => !names.includes(name))
    for (const name of dropped) this.#drop(name, fates)
    this.#release(fates)
    return dropped
  }

  /** The server does not open this list: what is known of it goes, and nothing is waited for. */
  deny(name: string, fates: Fates): void {
    if (!this.#lists.has(name)) return
    this.#drop(name, fates)
    this.#listNamed(name)
    this.#current.add(name)
    this.#release(fates)
  }

  /** True when every list is as the server has it. */
  get isCurrent(): boolean {
    for (const name of this.#lists.keys()) if (!this.#current.has(name)) return false
    return true
  }

  /** A list is not followed any more, for a while: nobody knows what it has by now. */
  lost(name: string): void {
    this.#current.delete(name)
  }

  #listNamed(name: string): ListReplica {
    let list = this.#lists.get(name)
    if (!list) this.#lists.set(name, (list = new ListReplica(name)))
    return list
  }

  #drop(name: string, fates: Fates): void {
    const list = this.#lists.get(name)
    this.#lists.delete(name)
    this.#current.delete(name)
    for (const id of list?.items.keys() ?? []) this.#settle(id, 'hidden', fates)
  }

  /** A list has a story (anew). */
  #place(id: string, name: string, fates: Fates): void {
    const home = this.#home.get(id) ?? name
    if (home !== name) this.#twice.add(id)
    this.#home.set(id, name)
    this.#held.delete(id)
    if (this.#twice.has(id)) this.#settle(id, 'gone', fates)
    else fates.set(id, this.#lists.get(name)?.items.get(id) ?? 'gone')
  }

  /** Finds where a story stands among all lists; `otherwise` is its fate when it stands in none. */
  #settle(id: string, otherwise: 'gone' | 'filed' | 'hidden', fates: Fates): void {
    let found: { name: string; seq: number; item: Story } | null = null
    let count = 0
    for (const { name, seq, items } of this.#lists.values()) {
      const item = items.get(id)
      if (!item) continue
      count += 1
      if (!found || (seq ?? 0) > found.seq) found = { name, seq: seq ?? 0, item }
    }
    if (count < 2) this.#twice.delete(id)
    if (found) {
      this.#home.set(id, found.name)
      fates.set(id, found.item)
      return
    }
    this.#home.delete(id)
    if (otherwise === 'hidden') fates.set(id, otherwise)
    else this.#held.set(id, otherwise)
  }

  /** When every list has answered, what none of them has is gone. */
  #release(fates: Fates): void {
    if (this.#held.size === 0) return
    if (!this.isCurrent) return
    for (const [id, fate] of this.#held) fates.set(id, fate)
    this.#held.clear()
  }
}

/** A list as others may look at it. */
export type ReplicaView = Pick<ListReplica, 'name' | 'seq' | 'info'> & {
  readonly items: ReadonlyMap<string, Story>
}
