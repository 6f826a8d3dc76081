import type { Actor, Role } from '#lib/domain/roles.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'
import type { CommandResult, ItemOf, ListChange, ListInfo, ListSnapshot } from '#lib/schema/wire.ts'
import type { Reading } from './documents.ts'
import type { ListNews, Reader } from './lists.ts'
import type { Merge } from './picture.ts'

/** What a commit changed, for those who follow. */
export interface News {
  /** In the order in which it is to be told. */
  readonly lists: readonly ListNews[]
  /** The stories that are other ones now, or gone. */
  readonly stories: Iterable<string>
  /** The stories of which a version was kept, named or restored. */
  readonly versions: readonly string[]
  /** Members or teams changed: what anybody may read and write is to be judged anew. */
  readonly rights: boolean
}

/** Told of everything, in the order of the log. */
export type NewsListener = (news: News) => void

/**
 * One workspace in memory, and the only writer of its log (I2): commands are carried out one after the other, and
 * lists change only by what was committed.
 */
export interface OpenWorkspace {
  readonly id: string
  /** All of it as it is now, for those who read: what was committed up to the event at `seq`. */
  readonly state: WorkspaceState & { readonly seq: number }
  /**
   * Carries out a command (whatever came in: it is parsed here) and answers for good. Never rejects: when storage
   * fails the answer is `unavailable`, nothing was changed, and the same command may be sent again.
   * `sample` marks what it makes as part of the sample data; `isOperator` an actor who administers the machine and
   * need not be a member.
   */
  run(
    actor: Actor,
    raw: unknown,
    options?: { sample?: boolean; isOperator?: boolean },
  ): Promise<CommandResult>
  /** Shows somebody who has just become a member, and puts it on record (ST9); once, however often it is told. Rejects when storage does. */
  joined(user: string): Promise<void>
  /** Looks whether a story's document says what its card says, and records it when not. Rejects when storage does. */
  describe(story: string): Promise<void>
  /** Keeps what a story says as a version, unless its newest one says the same; thins out the others (VE2, VE4). Rejects when storage does. */
  keepVersion(story: string): Promise<void>
  /** Reminds of the stories whose day to be looked at again has come, each once (IN7). Rejects when storage does. */
  remind(): Promise<void>
  /** Files what has been closed for long (CL1). Rejects when storage does; what was filed until then stays. */
  fileClosed(): Promise<void>
  /** Records that nothing is heard of somebody in a live session any more (MT5). Rejects when storage does. */
  leaveSession(session: string, person: string): Promise<void>
  /** Ends the rounds of votes whose deadline has come, each once (PL4). Rejects when storage does. */
  endRounds(): Promise<void>
  /** Reads a story's document as it is now; null where nothing was ever written. Rejects when storage does. */
  read(story: string): Promise<Reading | null>
  /** Gives a list as it is now; null when there is none of this name for this reader. */
  snapshot<Name extends string>(list: Name, reader: Reader): ListSnapshot<ItemOf<Name>> | null
  /** Gives what a list that has seen `seq` lacks; null as for `snapshot`. */
  changesSince<Name extends string>(
    list: Name,
    seq: number,
    reader: Reader,
  ): ListChange<ItemOf<Name>> | 'snapshot needed' | null
  /** Gives a live session and the number of its newest event; null where there is none for this reader. */
  session(id: string, reader: Reader): { readonly session: Session; readonly seq: number } | null
  /** Gives the live sessions that this reader may know of, those that are over included. */
  sessionsOf(reader: Reader): readonly Session[]
  /** Gives a list's header; null as for `snapshot`. */
  info(list: string, reader: Reader): ListInfo | null
  /** Gives the same text for readers who get the same bytes of a list; null as for `snapshot`. */
  audience(list: string, reader: Reader): string | null
  /** Calls the listener in the same turn in which a change becomes visible. Gives what ends it. */
  onNews(listener: NewsListener): () => void
  /** Reads the members and the name anew after they changed, and tells every listener. */
  refreshMembers(): Promise<void>
  /** Reads everything anew if another process wrote to the log, and tells every listener. */
  catchUp(): Promise<void>
  story(id: string): Story | undefined
  /** Gives the duplicates that were merged into a story, in the order in which they were. */
  mergedInto(story: string): readonly Merge[]
  /** True for a story that is there and that they may read; what is hidden and what is absent look the same. */
  readsStory(story: string, reader: Reader): boolean
  /** True when they may write into the story's document. */
  mayWrite(story: string, reader: Reader): boolean
  /** Gives the roles of a member; null for everyone else. */
  rolesOf(user: string): readonly Role[] | null
}
