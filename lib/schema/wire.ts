import { z } from 'zod'
import type { Check } from '../domain/policy.ts'
import type { Policy } from '../domain/policy.ts'
import type { InboxItem } from '../domain/inbox/item.ts'
import type { Ballot } from '../domain/sessions/ballot.ts'
import type { SessionHead, SessionItem } from '../domain/sessions/items.ts'
import type { Story } from '../domain/story.ts'
import type { Team } from '../domain/team.ts'
import type { Template } from '../domain/template.ts'
import type { Persona, Theme } from '../domain/theme.ts'
import type { Thread } from '../domain/talk/thread.ts'
import type { TeamFlow } from '../domain/flow.ts'
import type { View } from '../domain/view.ts'

/**
 * The stateless JSON messages on a list's document (docs/protocol.md). Commands are parsed apart
 * (`commandSchema`), so that a malformed one can be answered with its id.
 */
export const clientMessageSchema = z.union([
  z.strictObject({ subscribe: z.strictObject({ since: z.int().min(0).nullable() }) }),
  z.strictObject({ command: z.looseObject({}) }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

/** How many closed stories of a list were filed (CL1): by the stage or step they are in, by theme, by persona. */
export interface Filed {
  readonly places: Readonly<Record<string, number>>
  readonly themes: Readonly<Record<string, number>>
  readonly personas: Readonly<Record<string, number>>
}

/** The header of a `filed:` list: whose closed stories these are, a team's or a workspace's. */
export interface FiledInfo {
  readonly of: string
}

/** The header of an `area:` list: the workspace's own facts, as far as their reader may know them. */
export interface AreaInfo {
  readonly workspace: { readonly id: string; readonly name: string; readonly keyPrefix: string }
  readonly members: readonly MemberInfo[]
  readonly policy: Policy
  /** Without the private teams that the reader is not in. */
  readonly teams: readonly Team[]
  readonly themes: readonly Theme[]
  readonly personas: readonly Persona[]
  /** Absent in what a device has kept of an older server. */
  readonly templates?: readonly Template[]
  /** The shared ones; absent as above. */
  readonly views?: readonly View[]
  /** Meetings and planning sessions; absent as above. */
  readonly sessions?: readonly SessionHead[]
  /** Absent where none are. */
  readonly filed?: Filed
}

/** The header of a `team:` list. */
export interface TeamInfo {
  readonly team: Team
  readonly flow: TeamFlow
  /** Absent where none are. */
  readonly filed?: Filed
}

/** The header of a `talk:` list: which story is talked about. */
export interface TalkInfo {
  readonly story: string
}

/** The header of a `session:` list. `own`: what its reader voted in rounds that are not revealed, by story. */
export interface SessionInfo {
  readonly session: string
  readonly own: Readonly<Record<string, Ballot>>
}

/** The header of an `inbox:` list: whose it is, and what else is theirs alone. */
export interface InboxInfo {
  readonly user: string
  /** Their own views; absent in what a device has kept of an older server. */
  readonly views?: readonly View[]
}

export interface MemberInfo {
  readonly id: string
  readonly name: string
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number
  readonly roles: readonly string[]
}

export type ListInfo = AreaInfo | TeamInfo | FiledInfo | TalkInfo | SessionInfo | InboxInfo

/** What stands in a list: stories, the threads of a discussion, the rows of a live session, or what an inbox holds of each story. */
export type ListItem = Story | Thread | SessionItem | InboxItem

/** What stands in the list of a name; a name that is only known as text is taken for one of stories. */
export type ItemOf<Name extends string> = Name extends `talk:${string}`
  ? Thread
  : Name extends `session:${string}`
    ? SessionItem
    : Name extends `inbox:${string}`
      ? InboxItem
      : Story

export interface ListSnapshot<Item = Story, Info = ListInfo> {
  readonly seq: number
  readonly items: readonly Item[]
  readonly info: Info
}

export interface ListChange<Item = Story, Info = ListInfo> {
  readonly seq: number
  readonly set: Readonly<Record<string, Item>>
  readonly gone: readonly string[]
  /** The command that it came from; absent where it brings several up to date. */
  readonly command?: string
  /** Those of `gone` that were filed: they are on the list of closed stories. */
  readonly filed?: readonly string[]
  readonly info?: Info
}

export type CommandResult =
  | { readonly id: string; readonly ok: true; readonly seq: number }
  | {
      readonly id: string
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly who: readonly string[]
      /** The checks that the gate missed (code `notReady`). */
      readonly missing?: readonly Check[]
    }

export type ServerMessage =
  | { readonly snapshot: ListSnapshot }
  | { readonly changes: readonly ListChange[] }
  /** `now`: the time by the server's clock, in ms since the epoch. */
  | { readonly result: CommandResult; readonly now?: number }
