import { talkList } from '../domain/lists.ts'
import type { Talk, Thread } from '../domain/talk/thread.ts'
import type { TalkInfo } from '../schema/wire.ts'
import { type ListMessage, ListReplica } from './lists.ts'

/** A discussion as this device keeps it. */
export interface KeptTalk {
  readonly story: string
  readonly seq: number
  readonly threads: readonly Thread[]
}

type TalkReplica = ListReplica<Thread, TalkInfo>

/** The discussions that are open here, as the server last told them. */
export class TalkLists {
  readonly #replicas = new Map<string, TalkReplica>()
  /** Those that have answered on this connection. */
  readonly #current = new Set<string>()

  /** A discussion is open here from now on; nothing is known of it yet. */
  open(story: string): void {
    if (!this.#replicas.has(story)) this.#replicas.set(story, new ListReplica(talkList(story)))
  }

  /** A discussion is open no longer, or may not be seen any more. */
  close(story: string): void {
    this.#replicas.delete(story)
    this.#current.delete(story)
  }

  isOpen(story: string): boolean {
    return this.#replicas.has(story)
  }

  hasAnswered(story: string): boolean {
    return this.#current.has(story)
  }

  /** The last change contained in a discussion; null while nothing is known of it. */
  seqOf(story: string): number | null {
    return this.#replicas.get(story)?.seq ?? null
  }

  /** Gives an open discussion; undefined while nothing is known of it. */
  talk(story: string): Talk | undefined {
    const replica = this.#replicas.get(story)
    return replica && replica.seq !== null ? new Map(replica.items) : undefined
  }

  /** Takes what this device has kept, unless the server's is here already. Gives whether it was taken. */
  load({ story, seq, threads }: KeptTalk): boolean {
    const replica = this.#replicas.get(story)
    if (!replica || replica.seq !== null) return false
    replica.load({ seq, info: { story }, stories: threads })
    return true
  }

  /** Takes a message. Gives the discussion as it is to be kept; null: it is not open here, or nothing is known to change. */
  take(story: string, message: ListMessage<Thread, TalkInfo>): KeptTalk | null {
    const replica = this.#replicas.get(story)
    if (!replica?.take(message) || replica.seq === null) return null
    this.#current.add(story)
    return { story, seq: replica.seq, threads: [...replica.items.values()] }
  }

  /** A discussion is not followed any more, for a while. */
  lost(story: string): void {
    this.#current.delete(story)
  }
}

const TALK = talkList('')

/** Gives the story that a list is the discussion of; null for every other list. */
export function talkedAbout(list: string): string | null {
  return list.startsWith(TALK) ? list.slice(TALK.length) : null
}
