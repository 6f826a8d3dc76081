import type { Stage } from './stage.ts'

/**
 * What happened, for good (ST9): appended, never edited. Folding the events of a workspace from 1 yields every
 * list (I8), so each carries all that `apply` needs.
 */
export type StoryEvent = EventFrame & StoryFact

/** What `decide` gives: the fact without the place in the log, which the server assigns. */
export type NewEvent = Pick<EventFrame, 'story'> & StoryFact

export interface EventFrame {
  /** Position in the workspace's log: 1, 2, 3 …, no gaps, no repeats (I8). */
  readonly seq: number
  readonly story: string
  /** Milliseconds since the epoch, the server's clock. */
  readonly at: number
  /** Who: a user's id. */
  readonly by: string
  /** The command that caused it. */
  readonly command: string
}

export type StoryFact =
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
  | {
      readonly type: 'StoryMoved'
      readonly from: Stage
      readonly to: Stage
      readonly fromRank: string
      readonly rank: string
      readonly reason: string | null
      readonly revisitOn: string | null
      readonly duplicateOf: string | null
    }
  | {
      readonly type: 'StoryRanked'
      readonly stage: Stage
      readonly from: string
      readonly to: string
    }
  | { readonly type: 'StoryTrashed'; readonly stage: Stage; readonly rank: string }
  | { readonly type: 'StoryRestored'; readonly stage: Stage; readonly rank: string }

export type EventType = StoryFact['type']
