import type { InboxEntry } from './inbox/entry.ts'
import type { Role } from './roles.ts'
import type { Ballots } from './sessions/ballot.ts'
import type { Session } from './sessions/session.ts'
import type { Settings } from './settings.ts'
import type { Story } from './story.ts'
import type { Comment, Talk } from './talk/thread.ts'

/** What `decide` may look at. The server answers from the workspace, a browser from its lists and pending commands. */
export interface WorkspaceState {
  /** The letters before the number in a key. */
  readonly keyPrefix: string
  /** The number of the next captured story; null in a browser, which cannot know it. */
  readonly nextNumber: number | null
  readonly stories: ReadonlyMap<string, Story>
  /** The ids of stories that were removed for good; absent in a browser, which knows nothing of them. */
  readonly purged?: ReadonlySet<string>
  /** The discussions of stories. A browser knows those that are open there, the server all: undefined is unknown. */
  readonly talks: Talks
  /**
   * The versions of the story that a command speaks of, as far as the actor may know them; absent in a browser, which
   * leaves that to the server.
   */
  readonly versions?: ReadonlyMap<number, KnownVersion>
  /** Who had reacted to the comment that a command brings back; absent in a browser, which leaves that to the server. */
  readonly reactions?: Comment['reactions']
  readonly settings: Settings
  readonly members: ReadonlyMap<string, Member>
  /** Live sessions by id; absent where none are judged. */
  readonly sessions?: ReadonlyMap<string, Session>
  /** What was voted in rounds that are not revealed; only the server has that. */
  readonly ballots?: Ballots
  /** What people's inboxes hold; a browser knows its own only. Absent: nothing is known of any. */
  readonly inbox?: { entry(user: string, story: string): InboxEntry | undefined }
}

/** A version as far as the actor of a command may know it. */
export interface KnownVersion {
  readonly name: string | null
  /** The name, where all may know it who will be told of the command's event; else null (HI6). */
  readonly toldName: string | null
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** Gives the discussion of a story by its id. A map is one. */
export interface Talks {
  get(story: string): Talk | undefined
}

/** Somebody in the workspace. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}
