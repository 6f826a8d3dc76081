import type { DocumentFacts } from './facts.ts'
import type { InboxFact } from './inbox/event.ts'
import type { Check, GateMode } from './policy.ts'
import type { OfSession, SessionFact } from './sessions/event.ts'
import type { SettingsFact } from './settingsEvent.ts'
import type { Stage } from './stage.ts'
import type { Acknowledged, Side } from './story.ts'
import type { TalkFact } from './talk/event.ts'

/**
 * What happened, for good (ST9): appended, never edited. Folding the events of a workspace from 1 yields every
 * list (I8), so each carries all that `apply` needs.
 */
export type WorkspaceEvent = StoryEvent | SettingsEvent | SessionEvent
export type StoryEvent = EventFrame & { readonly story: string } & StoryFact
export type SettingsEvent = EventFrame & { readonly story: null } & SettingsFact
export type SessionEvent = EventFrame & OfSession & SessionFact

/** What `decide` gives: the fact without the place in the log, which the server assigns. */
export type NewEvent =
  | ({ readonly story: string } & StoryFact)
  | ({ readonly story: null } & SettingsFact)
  | (OfSession & SessionFact)

export interface EventFrame {
  /** Position in the workspace's log: 1, 2, 3 …, no gaps, no repeats (I8). */
  readonly seq: number
  /** Milliseconds since the epoch, the server's clock. */
  readonly at: number
  /** Who: a user's id. */
  readonly by: string
  /** The command that caused it; for `StoryDescribed` that came by itself, its own id. */
  readonly command: string
}

export type StoryFact =
  | TalkFact
  | {
      readonly type: 'StoryCaptured'
      readonly number: number | null
      readonly key: string | null
      readonly title: string
      readonly stage: Stage
      readonly rank: string
      readonly sample: boolean
    }
  | { readonly type: 'StoryRenamed'; readonly from: string; readonly to: string }
  | ({ readonly type: 'ThemeSet' | 'PersonaSet' } & Change<string | null>)
  | ({ readonly type: 'LabelsSet' } & Change<readonly string[]>)
  | ({ readonly type: 'DependenciesSet' } & Change<readonly string[] | null>)
  /** The server has read something new in the document. `by` is who wrote last. */
  | {
      readonly type: 'StoryDescribed'
      readonly facts: DocumentFacts
      /** A digest of the whole text. Absent where it was not read, and in what was recorded before it was. */
      readonly text?: string
      /** Who wrote the name of whom (a person, a team) that is mentioned now and was not before, where that is known: user ids, by id. */
      readonly mentionedBy?: Readonly<Record<string, string>>
      /** Questions that were open and are closed in the text now; others that are not open any more are gone. Absent: nobody looked. */
      readonly closed?: readonly string[]
      /** Who answered which of those, where that is known: user ids, by the question's id. */
      readonly answeredBy?: Readonly<Record<string, string>>
    }
  | ({
      readonly type: 'StoryMoved'
      readonly from: Stage
      readonly to: Stage
      readonly fromRank: string
      readonly rank: string
      /** How the gate judged it; only into Ready. */
      readonly gate?: GateRecord
    } & Farewell)
  | { readonly type: 'StoryRanked'; readonly from: string; readonly to: string }
  | {
      readonly type: 'StoryAssigned'
      readonly team: string
      readonly step: string
      readonly fromRank: string
      readonly rank: string
    }
  /** ST4: to another team. Its size and schedule stay behind, here. */
  | ({
      readonly type: 'StoryReassigned'
      readonly to: { readonly team: string; readonly step: string; readonly rank: string }
    } & LeftTeam)
  /** ST4: back to the refinement area. Its size and schedule stay behind, here. */
  | ({
      readonly type: 'StorySentBack'
      readonly to: 'refinement' | 'wont-do'
      readonly rank: string
    } & LeftTeam &
      Farewell)
  | {
      readonly type: 'StoryStepped'
      readonly team: string
      readonly from: string
      readonly to: string
      readonly fromRank: string
      readonly rank: string
      /** The step entered is a `done` step: it stamps the completion (ST6). */
      readonly done: boolean
      /** The criteria's digest when work starts, null when it is back where it was not begun (RD6); absent: as before. */
      readonly agreed?: string | null
    }
  | ({ readonly type: 'StorySized'; readonly agreed: string | null } & Change<string | null>)
  | ({ readonly type: 'StoryScheduled' } & Change<string | null>)
  /** RD6: a member of the team has seen that the criteria changed. */
  | { readonly type: 'ChangeAcknowledged'; readonly agreed: string }
  | { readonly type: 'StoryAcknowledged' | 'AcknowledgementWithdrawn'; readonly side: Side }
  | { readonly type: 'StoryUpvoted' | 'VoteWithdrawn' | 'StoryWatched' | 'StoryUnwatched' }
  /** QU3: it was quiet, and somebody said to keep it, or took that back. */
  | { readonly type: 'StoryKept' | 'KeepWithdrawn' }
  /** A duplicate was merged into this story: what it brings that was not here yet. */
  | {
      readonly type: 'StoryMerged'
      readonly from: string
      readonly votes: readonly string[]
      readonly watchers: readonly string[]
    }
  /** MT8: it was made by splitting `from`, and these of its criteria are copied into the text, once. */
  | { readonly type: 'CriteriaDealt'; readonly from: string; readonly criteria: readonly string[] }
  /** VE1: what the text says became a version, by somebody's wish or (without a name) by itself. */
  | { readonly type: 'VersionKept'; readonly name: string | null }
  | ({ readonly type: 'VersionNamed'; readonly version: number } & Change<string | null>)
  /** VE5: text of a version was put back, as an edit like any other. `keptAt` in ms; null where nobody could tell. */
  | {
      readonly type: 'VersionRestored'
      readonly version: number
      readonly name: string | null
      readonly keptAt: number | null
      /** The name of the block that was put back; null for more than one. */
      readonly block: string | null
    }
  /** ST8: the day has come on which it was to be looked at again. `by` is who had set it aside. */
  | { readonly type: 'RevisitCame'; readonly on: string }
  /** CL1: it has been closed for so long that lists go on without it. `by` is who captured it. */
  | { readonly type: 'StoryFiled' }
  | InboxFact
  | { readonly type: 'StoryTrashed' }
  | { readonly type: 'StoryRestored'; readonly rank: string }
  /** Removed for good (ST7). */
  | { readonly type: 'StoryPurged'; readonly key: string | null; readonly title: string }

interface Change<Value> {
  readonly from: Value
  readonly to: Value
}

interface Farewell {
  readonly reason: string | null
  readonly revisitOn: string | null
  /** Who is reminded on that day; absent where nobody is, and in events of the first version. */
  readonly setAsideBy?: string
  readonly duplicateOf: string | null
}

interface LeftTeam {
  readonly from: {
    readonly team: string
    readonly step: string
    readonly rank: string
    readonly size: string | null
    readonly schedule: string | null
  }
}

/** What the gate saw (RD1): kept with the event, whatever the policy becomes. */
export interface GateRecord {
  readonly mode: GateMode
  /** Required checks that were missing. */
  readonly missing: readonly Check[]
  /** The reason of a product manager who let it through; null where nobody had to. */
  readonly override: string | null
  readonly acknowledged: Acknowledged
}

export type EventType = WorkspaceEvent['type']
