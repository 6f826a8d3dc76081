import type { InboxCommand } from './inbox/command.ts'
import type { SettingsCommand } from './settingsCommand.ts'
import type { Place } from './rank.ts'
import { isInSession, type SessionCommand } from './sessions/command.ts'
import type { Move } from './stage.ts'
import type { Side } from './story.ts'
import type { TalkCommand } from './talk/command.ts'

/** What a person asks for. `id` is chosen by the client and makes sending it twice have one effect. */
export type Command = StoryCommand | SettingsCommand | SessionCommand

type WithoutId<C> = C extends Command ? Omit<C, 'id'> : never
/** A command before it has been given an id. */
export type NewCommand = WithoutId<Command>

/** What can be asked about one story. */
export type StoryCommand =
  | CaptureStory
  | RenameStory
  | DescribeStory
  | MoveStory
  | RankStory
  | AssignStory
  | StepStory
  | SizeStory
  | ScheduleStory
  | AcknowledgeStory
  | MarkStory
  | TalkCommand
  | VersionCommand
  | InboxCommand

interface OnStory {
  readonly id: string
  readonly story: string
}

/** `story` names the new story's id. ST1: it starts in Idea, at the bottom unless a place is given. */
export interface CaptureStory extends OnStory {
  readonly type: 'captureStory'
  readonly title: string
  readonly place?: Place
}

export interface RenameStory extends OnStory {
  readonly type: 'renameStory'
  readonly title: string
}

/** What is said of a story beside its prose. Null takes it away. */
export type DescribeStory =
  | (OnStory & { readonly type: 'setTheme'; readonly theme: string | null })
  | (OnStory & { readonly type: 'setPersona'; readonly persona: string | null })
  | (OnStory & { readonly type: 'setLabels'; readonly labels: readonly string[] })
  | (OnStory & {
      readonly type: 'setDependencies'
      readonly dependencies: readonly string[] | null
    })

/**
 * ST2, and ST4 for `bounceStory` and `dismissStory`. `reason` where the rule asks for one; `revisitOn`, `duplicateOf` and
 * `merge` only for `dismissStory`; `confirmed` and `override` only for `markReady` (RD1).
 */
export interface MoveStory extends OnStory {
  readonly type: Move
  readonly place?: Place
  readonly reason?: string
  /** `YYYY-MM-DD`. */
  readonly revisitOn?: string
  readonly duplicateOf?: string
  /** Appends the document to that of `duplicateOf` and carries votes and watchers over. */
  readonly merge?: boolean
  /** The person has seen what is missing and marks it ready all the same (gate mode `warn`). */
  readonly confirmed?: boolean
  /** Why a product manager lets it through although a required check is missing (gate mode `block`). */
  readonly override?: string
}

/** Orders a story inside the stage or the team's backlog it is in. */
export interface RankStory extends OnStory {
  readonly type: 'rankStory'
  readonly place: Place
}

/** ST3 and ST4. A pull by the team's backlog owner and a push by a product manager are the same command. */
export interface AssignStory extends OnStory {
  readonly type: 'assignToTeam' | 'reassignStory'
  readonly team: string
  readonly place?: Place
}

/** ST6. Without a place it keeps its order among the team's stories. */
export interface StepStory extends OnStory {
  readonly type: 'moveToStep'
  readonly step: string
  readonly place?: Place
}

/** ST5. */
export interface SizeStory extends OnStory {
  readonly type: 'sizeStory'
  readonly size: string | null
}

/** ST5. `YYYY-MM-DD`: the first day of an iteration, or a day where the team has none. */
export interface ScheduleStory extends OnStory {
  readonly type: 'scheduleStory'
  readonly schedule: string | null
}

/** RD2: one side has looked at the story and has no objection, or takes that back. */
export interface AcknowledgeStory extends OnStory {
  readonly type: 'acknowledgeStory' | 'withdrawAcknowledgement'
  readonly side: Side
}

/** Votes and watching are the actor's own; keeping a quiet story is QU3; `acknowledgeChange` is RD6; the trash is ST7. */
export interface MarkStory extends OnStory {
  readonly type:
    | 'upvoteStory'
    | 'withdrawVote'
    | 'watchStory'
    | 'unwatchStory'
    | 'keepStory'
    | 'withdrawKeep'
    | 'acknowledgeChange'
    | 'trashStory'
    | 'restoreStory'
}

/**
 * What the story's text is now becomes a version (VE1); an earlier one is called otherwise; text of one was put back into
 * the document, whole or one block of it (VE5). `version` is the position of the event it was kept at; `name: null` leaves
 * it without one.
 */
export type VersionCommand =
  | (OnStory & { readonly type: 'keepVersion'; readonly name: string | null })
  | (OnStory & {
      readonly type: 'nameVersion'
      readonly version: number
      readonly name: string | null
    })
  | (OnStory & {
      readonly type: 'restoreVersion'
      readonly version: number
      /** The name of the criterion or question that was put back; null: everything, or blocks without a name. */
      readonly block: string | null
    })

export type CommandType = Command['type']
/** The types that a browser judges before the server does: all but those of live sessions. */
export type ForeseenType = Exclude<CommandType, SessionCommand['type']>

/** True for a command about one story; one of a session is about that, also where it names a story on its agenda. */
export function isAboutStory(command: Command): command is StoryCommand
export function isAboutStory(command: NewCommand): command is NewStoryCommand
export function isAboutStory(command: object): boolean {
  return 'story' in command && !isInSession(command)
}

type NewStoryCommand = Exclude<
  Extract<NewCommand, { readonly story: string }>,
  { readonly session: string }
>
