import type { Anchor, Outcome, Suggestion } from './thread.ts'

/** What can be asked about the discussion of a story. Ids of threads and comments are chosen by the client. */
export type TalkCommand =
  | StartThread
  | Reply
  | EditComment
  | OnComment
  | RestoreComment
  | OnThread
  | React
  | SettleSuggestion
  | UnsettleSuggestion

interface InThread {
  readonly id: string
  readonly story: string
  readonly thread: string
}

/** `text` may be empty where something is suggested. */
export interface StartThread extends InThread {
  readonly type: 'startThread'
  readonly comment: string
  readonly text: string
  readonly anchor: Anchor | null
  readonly suggestion?: Suggestion
}

export interface Reply extends InThread {
  readonly type: 'reply'
  readonly comment: string
  readonly text: string
}

export interface EditComment extends InThread {
  readonly type: 'editComment'
  readonly comment: string
  readonly text: string
}

export interface OnComment extends InThread {
  readonly type: 'deleteComment'
  readonly comment: string
}

/**
 * Undo of a deletion. Deleted words are nowhere on the server (TA12): whoever deleted them brings them back. `anchor` and
 * `suggestion`: for a thread that went with the comment.
 */
export interface RestoreComment extends InThread {
  readonly type: 'restoreComment'
  readonly comment: string
  readonly text: string
  readonly anchor: Anchor | null
  readonly suggestion?: Suggestion
}

export interface OnThread extends InThread {
  readonly type: 'resolveThread' | 'reopenThread'
}

export interface React extends InThread {
  readonly type: 'react' | 'withdrawReaction'
  readonly comment: string
  readonly emoji: string
}

/** Whoever accepts makes the replacement in the document; this only says what became of it. */
export interface SettleSuggestion extends InThread {
  readonly type: 'settleSuggestion'
  readonly outcome: Outcome
}

/** Undo of accepting or rejecting: the suggestion waits again. */
export interface UnsettleSuggestion extends InThread {
  readonly type: 'unsettleSuggestion'
}

export const TALK_COMMANDS = [
  'startThread',
  'reply',
  'editComment',
  'deleteComment',
  'restoreComment',
  'resolveThread',
  'reopenThread',
  'react',
  'withdrawReaction',
  'settleSuggestion',
  'unsettleSuggestion',
] as const satisfies readonly TalkCommand['type'][]

/** True for a command about a discussion. */
export function isTalk<C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: TalkCommand['type'] }> {
  return (TALK_COMMANDS as readonly string[]).includes(command.type)
}
