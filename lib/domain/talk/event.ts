import type { Anchor, Comment, Mentions, Outcome, Suggestion } from './thread.ts'

/**
 * What happened in the discussion of a story. Words that were deleted or replaced since are gone from the log, too
 * (TA12): `text` is null then, and nobody is mentioned.
 */
export type TalkFact =
  | ({
      readonly type: 'ThreadStarted'
      readonly anchor: Anchor | null
      readonly suggestion: Suggestion | null
    } & Said)
  | ({ readonly type: 'ThreadReplied' | 'CommentEdited' } & Said)
  /** `closes`: an open thread ended with its last comment. */
  | {
      readonly type: 'CommentDeleted'
      readonly thread: string
      readonly comment: string
      readonly closes: boolean
    }
  /** `opens`: its thread had gone with it, and is back. `suggestion`: what its thread suggests again. `reactions`: absent for none. */
  | ({
      readonly type: 'CommentRestored'
      readonly anchor: Anchor | null
      readonly suggestion: Suggestion | null
      readonly opens: boolean
      readonly reactions?: Comment['reactions']
    } & Said)
  | { readonly type: 'ThreadResolved' | 'ThreadReopened'; readonly thread: string }
  | {
      readonly type: 'CommentReacted' | 'ReactionWithdrawn'
      readonly thread: string
      readonly comment: string
      readonly emoji: string
    }
  /** `closes`: the thread was open until then. */
  | {
      readonly type: 'SuggestionSettled'
      readonly thread: string
      readonly outcome: Outcome
      readonly closes: boolean
    }
  /** `opens`: the thread was resolved by settling it. */
  | { readonly type: 'SuggestionUnsettled'; readonly thread: string; readonly opens: boolean }

/** What a comment says, in the event that brought it. */
export interface Said {
  readonly thread: string
  readonly comment: string
  readonly text: string | null
  readonly mentions: Mentions
}

export const TALK_EVENTS = [
  'ThreadStarted',
  'ThreadReplied',
  'CommentEdited',
  'CommentDeleted',
  'CommentRestored',
  'ThreadResolved',
  'ThreadReopened',
  'CommentReacted',
  'ReactionWithdrawn',
  'SuggestionSettled',
  'SuggestionUnsettled',
] as const satisfies readonly TalkFact['type'][]

/** True for an event in a discussion. */
export function isInTalk<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: TalkFact['type'] }> {
  return (TALK_EVENTS as readonly string[]).includes(event.type)
}
