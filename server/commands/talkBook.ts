import type { Talks } from '#lib/domain/state.ts'
import { NO_TALK, type Talk, type Thread } from '#lib/domain/talk/thread.ts'
import type { StoredThread } from '#server/storage/storage.ts'

/** What became of a thread; null: it ended with its last comment. */
export interface ThreadChange {
  readonly story: string
  readonly id: string
  readonly thread: Thread | null
}

/** Of one story: its threads as storage has them, until somebody asks, then as they are. */
interface Kept {
  stored: StoredThread[]
  talk: Talk | null
  /** The event that last touched each thread, those that are gone included. */
  readonly seqs: Map<string, number>
}

/**
 * The discussions of a workspace. They stay the text they are stored as until the first one asks for a story's: of ten
 * thousand stories few are talked about at the same time.
 */
export class TalkBook implements Talks {
  readonly #kept = new Map<string, Kept>()

  /** Takes what storage holds. */
  load(threads: readonly StoredThread[]): void {
    for (const stored of threads) {
      const kept = this.#of(stored.story)
      kept.stored.push(stored)
      kept.seqs.set(stored.id, stored.seq)
    }
  }

  /** Gives a story's discussion; empty where nobody has said anything. */
  get(story: string): Talk {
    const kept = this.#kept.get(story)
    if (!kept) return NO_TALK
    if (!kept.talk) {
      kept.talk = read(kept.stored)
      kept.stored = []
    }
    return kept.talk
  }

  /** Gives the event that last touched a story's discussion; 0 where nobody has said anything. */
  lastSeq(story: string): number {
    return Math.max(0, ...(this.#kept.get(story)?.seqs.values() ?? []))
  }

  /** Gives the threads that were touched after `since`, those that are gone included. */
  changedSince(story: string, since: number): string[] {
    const seqs = this.#kept.get(story)?.seqs ?? []
    return [...seqs].filter(([, seq]) => seq > since).map(([id]) => id)
  }

  /** Gives the stories whose discussions were touched after `since`. */
  *talkedSince(since: number): Generator<string> {
    for (const [story, { seqs }] of this.#kept) {
      for (const seq of seqs.values()) {
        if (seq <= since) continue
        yield story
        break
      }
    }
  }

  /** Takes over what was committed with the event at `seq`. */
  take({ story, id, thread }: ThreadChange, seq: number): void {
    const talk = new Map(this.get(story))
    if (thread) talk.set(id, thread)
    else talk.delete(id)
    const kept = this.#of(story)
    kept.talk = talk
    kept.seqs.set(id, seq)
  }

  /** The story is removed for good. */
  forget(story: string): void {
    this.#kept.delete(story)
  }

  #of(story: string): Kept {
    let kept = this.#kept.get(story)
    if (!kept) this.#kept.set(story, (kept = { stored: [], talk: null, seqs: new Map() }))
    return kept
  }
}

function read(stored: readonly StoredThread[]): Talk {
  const threads = stored.flatMap(({ state }) =>
    state === null ? [] : [JSON.parse(state) as Thread],
  )
  const startedAt = ({ comments }: Thread) => comments[0]?.at ?? 0
  threads.sort((a, b) => startedAt(a) - startedAt(b))
  return new Map(threads.map((thread) => [thread.id, thread]))
}
