import type { InboxEntry } from '#lib/domain/inbox/entry.ts'
import type { EntriesOfStory } from '#lib/domain/inbox/followers.ts'

/** What everybody's inboxes hold: by story, for whatever happens there, and by person, for their list. */
export class Inboxes {
  readonly #byStory = new Map<string, EntriesOfStory>()
  readonly #storiesOf = new Map<string, Set<string>>()
  /**
   * Whoever has seen only what was before this event gets the whole list: since then stories went for good, or rights
   * changed in a way that no event of a story tells.
   */
  #wholeBefore: number

  /** `seq`: the last event so far; what was before is told as a whole to everybody who comes back. */
  constructor(seq: number) {
    this.#wholeBefore = seq
  }

  /** Gives what inboxes hold of a story, by the person's id. */
  of(story: string): EntriesOfStory {
    return this.#byStory.get(story) ?? NOBODY
  }

  /** Gives what somebody's inbox holds of a story. */
  entry(user: string, story: string): InboxEntry | undefined {
    return this.#byStory.get(story)?.get(user)
  }

  /** Gives all that somebody's inbox holds. */
  *ofPerson(user: string): Generator<InboxEntry> {
    for (const story of this.#storiesOf.get(user) ?? []) {
      const entry = this.entry(user, story)
      if (entry) yield entry
    }
  }

  /** Gives the people whose inboxes hold anything. */
  get people(): Iterable<string> {
    return this.#storiesOf.keys()
  }

  /** True when a list that has seen everything up to `since` cannot be told what it lacks. */
  isWholeNeeded(since: number): boolean {
    return since < this.#wholeBefore
  }

  /** Takes what inboxes hold of a story now. */
  set(story: string, entries: EntriesOfStory): void {
    this.#byStory.set(story, entries)
    for (const user of entries.keys()) {
      let stories = this.#storiesOf.get(user)
      if (!stories) this.#storiesOf.set(user, (stories = new Set()))
      stories.add(story)
    }
  }

  /** A story was removed for good by the event at `seq`. */
  forget(story: string, seq: number): void {
    for (const user of this.of(story).keys()) this.#storiesOf.get(user)?.delete(story)
    this.#byStory.delete(story)
    this.#wholeBefore = seq
  }

  /** What people may read has changed, at the event at `seq` or after it. */
  rightsChanged(seq: number): void {
    this.#wholeBefore = seq + 1
  }
}

const NOBODY: EntriesOfStory = new Map()
