/** One discussion on a story: what it is about, and what people said of it. */
export interface Thread {
  readonly id: string
  /** What it is about; null: the story as a whole. */
  readonly anchor: Anchor | null
  /** "Replace this by that"; null where nothing was suggested, or its words are gone. */
  readonly suggestion: Suggestion | null
  /** What an editor did with the suggestion; null while nobody has (TA8). */
  readonly settled: Settled | null
  /** Null while it is open. */
  readonly resolved: Done | null
  /** In the order in which they were written; the first one started the thread. Never empty. */
  readonly comments: readonly Comment[]
}

export interface Comment {
  readonly id: string
  /** Who wrote it: a user's id. */
  readonly by: string
  /** Milliseconds since the epoch, the server's clock. */
  readonly at: number
  /** Markdown; empty once it is deleted. */
  readonly text: string
  readonly editedAt: number | null
  /** Deleted, and kept as a place because somebody has answered (TA5). */
  readonly deletedAt: number | null
  readonly mentions: Mentions
  /** Who reacted, by emoji: user ids in the order of their reactions. */
  readonly reactions: Readonly<Record<string, readonly string[]>>
}

/** Who did something, and when. */
export interface Done {
  readonly by: string
  readonly at: number
}

export interface Settled extends Done {
  readonly outcome: Outcome
}

export const OUTCOMES = ['accepted', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Text of the story that somebody would replace. Plain text. */
export interface Suggestion {
  readonly from: string
  readonly to: string
}

/** Whom a comment speaks to: ids. */
export interface Mentions {
  readonly people: readonly string[]
  readonly teams: readonly string[]
}

/**
 * What a thread is about. `quote` is the text as it was then: it stays when the place is gone. Text is named by Yjs
 * relative positions (base64), a criterion, question or other block by its stable id.
 */
export type Anchor =
  | {
      readonly kind: 'text'
      readonly start: string
      readonly end: string
      readonly quote: string
      /** Its characters by their names in Yjs; without them only those at its ends are known. */
      readonly runs?: readonly Run[]
      /** The block it began in: where to look for the quote after the block was written anew (docs/decisions/0011). */
      readonly block?: string
    }
  | { readonly kind: 'block'; readonly block: string; readonly quote: string }
  | {
      readonly kind: 'image'
      readonly block: string
      readonly region: Region
      readonly quote: string
    }

/** Characters that were written one after the other: the Yjs client id, the clock of the first, how many. */
export type Run = readonly [client: number, clock: number, length: number]

/** A part of an image, each number from 0 to 1 of its width or height. */
export interface Region {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The discussion of one story: its threads by id, in the order in which they were started. */
export type Talk = ReadonlyMap<string, Thread>

/** How much is said about a story: what its card shows. */
export interface TalkCount {
  /** Comments that are not deleted. */
  readonly comments: number
  /** Threads that are not resolved. */
  readonly open: number
}

export const NO_TALK: Talk = new Map()
export const NOBODY: Mentions = { people: [], teams: [] }

export const COMMENT_MAX_CHARACTERS = 20_000
export const COMMENTS_MAX = 500
export const THREADS_MAX = 500
/** All comments of a thread together: each act in it sends and stores it whole. */
export const THREAD_MAX_CHARACTERS = 200_000
/** All comments on a story together: whoever opens its discussion gets all of it. */
export const TALK_MAX_CHARACTERS = 5_000_000
/** Different emoji on one comment. */
export const EMOJI_MAX = 20
export const QUOTE_MAX_CHARACTERS = 1_000
export const SUGGESTION_MAX_CHARACTERS = 2_000
export const MENTIONS_MAX = 50
/** Runs of characters in an anchor: text that many people wrote into at once has many. */
export const RUNS_MAX = 200
/** A relative position in base64: some dozen characters. */
export const POSITION_MAX_CHARACTERS = 400

/** Gives how much a thread says, in characters: the comments as they are now, without those that were deleted. */
export function lengthOf({ comments }: Thread): number {
  return comments.reduce((sum, { text }) => sum + text.length, 0)
}

/** Gives who started a thread. */
export function starterOf({ comments }: Thread): string | null {
  return comments[0]?.by ?? null
}

/** Gives the thread's comment with this id, deleted ones included. */
export function commentOf({ comments }: Thread, id: string): Comment | undefined {
  return comments.find((comment) => comment.id === id)
}
