import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { Command, NewCommand } from '../domain/command.ts'
import type { DocumentFacts } from '../domain/facts.ts'
import type { InboxItem } from '../domain/inbox/item.ts'
import type { Readiness } from '../domain/readiness.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Stage } from '../domain/stage.ts'
import type { TeamFlow } from '../domain/flow.ts'
import type { SessionHead } from '../domain/sessions/items.ts'
import type { Settings } from '../domain/settings.ts'
import type { AreaStory, Story, TeamStory } from '../domain/story.ts'
import type { Thread } from '../domain/talk/thread.ts'
import type { Filed, MemberInfo } from '../schema/wire.ts'
import type { LiveDoor } from './sessions/door.ts'
import type { Answer } from './settling.ts'
import type { Notice, WhyGone } from './storyNotice.ts'

/** Something a view reads and is told about; the shape React's `useSyncExternalStore` takes. Values are immutable. */
export interface Readable<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

/** A workspace as this device knows it: the local store first, the server when it answers. Made by `openWorkspace`. */
export interface WorkspaceClient {
  readonly workspaceId: string
  readonly me: Me
  /** The refinement area and the teams' backlogs: the server's lists with this device's pending commands on top. */
  readonly area: Readable<AreaView>
  /** What concerns this person, by story; pending commands included. */
  readonly inbox: Readable<InboxView>
  readonly sync: Readable<SyncState>
  /** Commands the server refused and the person has not dismissed yet, oldest first. They survive a reload. */
  readonly refused: Readable<readonly RefusedCommand[]>
  /** Stories with text on this device that the server will not take: gone, or not to be written any more. */
  readonly stuck: Readable<ReadonlySet<string>>
  /** How often the server said of a story, by id, that its versions are others now; only of stories that are open here. */
  readonly versions: Readable<ReadonlyMap<string, number>>
  /** Who is in the workspace now, and where. One entry a person and tab, this tab left out. */
  readonly presence: Readable<readonly Presence[]>
  /**
   * Judges a command on the current view. Accepted: it is in the view when this returns, on disk soon after, and
   * goes to the server when there is one. Refused: nothing changed. `settled` gives the server's answer.
   */
  send(command: NewCommand): Sent
  /**
   * Sends several, each judged on top of those before it; the view changes once for all of them. Gives an answer for
   * each until the first refusal, which is then the last: what follows it is not tried.
   */
  sendAll(commands: readonly NewCommand[]): readonly Sent[]
  /**
   * Says what would become of a command on the current view, without sending it: null when it would be accepted, else
   * the refusal. To grey out and explain before trying. What an open story's document says counts, sent or not (RD5).
   */
  judge(command: NewCommand): Refusal | null
  /** As `judge`, to follow: it tells when the answer may have changed, and the same answer is the same object. */
  judgement(command: NewCommand): Readable<Refusal | null>
  /** A story's readiness: by its document as it is here while that is open, else its card's. Null: no such story here. */
  readiness(storyId: string): Readable<Readiness | null>
  /** What a story's document says: as it is here while it is open, else as its card has it. Null: nothing was read yet. */
  facts(storyId: string): Readable<DocumentFacts | null>
  /** The discussion of a story, followed while somebody looks at it. The same story gives the same object. */
  talk(storyId: string): Readable<TalkView>
  /**
   * Follows the closed stories that were filed (CL1) from now on, on this device: they come to the view like all others.
   * Where none are missing nothing happens.
   */
  bringFiled(): void
  /** The way to meetings and planning sessions; see `sessions/`. */
  readonly live: LiveDoor
  dismissRefusal(commandId: string): void
  /** Opens a story's prose. Call `release` when the view is gone; edits not yet saved go on being sent. */
  openStory(storyId: string): StoryHandle
  /** Tells the others where this person is. `story: null` on the board. A private team's story is not named. */
  setWhereabouts(where: { story: string | null; editing: boolean }): void
  /** Tells the others whether somebody is at this page. */
  setIdle(idle: boolean): void
  /** Gives up what was typed into a story and cannot reach the server. Only after the person said so. */
  discardStory(storyId: string): Promise<void>
  /** How many changes the server does not have: commands, stories with unsaved text, and files. Ask before signing out. */
  unsavedCount(): number
  /** True while something typed or done here is not on this device's disk yet: warn before leaving. */
  hasUnkept(): boolean
  /**
   * Told by the sending of files (`uploads/`, which comes later than the rest) how many the server does not have, and whether
   * this device's disk has all of them: they are changes like others.
   */
  countFiles(count: number, areKept: boolean): void
  /** Calls back when it closes, before its stores do. */
  onClose(listener: () => Promise<void>): void
  close(): Promise<void>
}

export interface Me {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly colour: number
  readonly roles: readonly string[]
}

export type Sent =
  { readonly ok: true; readonly id: string; readonly settled: Promise<Answer> } | Refusal

export type AreaView =
  /** Nothing is known yet: neither the local store nor the server has answered (I6: this is not "empty"). */
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'ready'
      readonly workspace: { readonly id: string; readonly name: string; readonly keyPrefix: string }
      readonly members: ReadonlyMap<string, MemberInfo>
      /** Policy, themes, personas, and the teams this person may see. */
      readonly settings: Settings
      /** Every story this person may see and is not in the trash, by id: area and team backlogs, pending changes included. */
      readonly stories: ReadonlyMap<string, Story>
      /** The area's stories of each stage in their order. A column no change touched keeps its identity. */
      readonly columns: Readonly<Record<Stage, readonly AreaStory[]>>
      /** The backlog of each team this person may see, by the team's id. One that no change touched keeps its identity. */
      readonly backlogs: ReadonlyMap<string, Backlog>
      /** What is missing in `stories` because it was filed: by team, null for the refinement area. Empty: nothing is. */
      readonly filed: ReadonlyMap<string | null, FiledAway>
      /** Meetings and planning sessions this person may see, as the server last told them. */
      readonly sessions: readonly SessionHead[]
      /** Ids of stories with a change the server has not confirmed. */
      readonly pending: ReadonlySet<string>
    }

export type InboxView =
  /** Neither this device nor the server has said anything yet (I6: this is not "empty"). */
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'ready'
      /** The newest notice first; stories without notices are those the person left, muted or takes part in. */
      readonly items: readonly InboxItem[]
      readonly byStory: ReadonlyMap<string, InboxItem>
      /** How many stories have something that is not done. */
      readonly unread: number
    }

/** Closed stories that are on a list which this device does not have (CL4). `isComing`: it is asked for. */
export interface FiledAway extends Filed {
  readonly isComing: boolean
}

export interface Backlog {
  /** False: its list has not come yet, and nothing is known (I6: this is not "empty"). */
  readonly isLoaded: boolean
  /** In their order, whatever the step. */
  readonly stories: readonly TeamStory[]
  /** Null while the list has not come. */
  readonly flow: TeamFlow | null
  /** What is missing in `stories` because it was filed; absent where nothing is. */
  readonly filed?: FiledAway
}

export type SyncState =
  /** Everything typed and done here is committed on the server. */
  | { readonly kind: 'saved' }
  /** `count` changes are on this device and on their way. */
  | { readonly kind: 'saving'; readonly count: number }
  /** No server. `count` changes wait on this device; null: the local store cannot be written either. */
  | { readonly kind: 'offline'; readonly count: number }
  /** The session is over; work stays here until someone signs in again. */
  | { readonly kind: 'signed-out'; readonly count: number }
  /** This person may no longer use the workspace. */
  | { readonly kind: 'access-changed'; readonly count: number }
  /** The text of a story cannot be saved (see `stuck`); everything else can. */
  | { readonly kind: 'stuck'; readonly count: number }
  /** This page is older than the server's documents: reload to go on editing. */
  | { readonly kind: 'reload-needed'; readonly count: number }
  /** The browser refuses to store: what is typed is in this tab only. */
  | { readonly kind: 'not-kept'; readonly count: number }

export interface RefusedCommand {
  readonly command: Command
  readonly refusal: Refusal
  readonly title: string
  readonly at: number
}

export interface Presence {
  /** One a tab. */
  readonly clientId: number
  readonly user: { readonly id: string; readonly name: string; readonly colour: number }
  readonly story: string | null
  readonly editing: boolean
  /** The page is open, and nobody has touched it for a while. */
  readonly idle?: boolean
}

export type TalkView =
  /** Neither this device nor the server has said anything yet (I6: this is not "empty"). */
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'ready'
      /** In the order in which they were started, pending commands included. */
      readonly threads: readonly Thread[]
      /** Ids of comments, and of threads, with something that the server has not confirmed. */
      readonly pending: ReadonlySet<string>
    }

export interface StoryHandle {
  readonly state: Readable<StoryState>
  release(): void
}

export type StoryState =
  | { readonly phase: 'loading' }
  /** Content is known (from this device or the server): the editor may be mounted (I6). */
  | {
      readonly phase: 'ready'
      readonly doc: Doc
      readonly awareness: Awareness
      readonly readOnly: boolean
      /** What the person must know above the text: why it cannot be changed, what is kept. Else null. */
      readonly notice: Notice | null
    }
  /** There is nothing to edit here. `unsaved` holds what was typed on this device and never reached the server. */
  | { readonly phase: 'gone'; readonly why: WhyGone; readonly unsaved: Doc | null }
