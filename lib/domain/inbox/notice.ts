import type { Stage } from '../stage.ts'

/** Something of a story that concerns one person, and why it does. */
export interface Notice {
  /** The event it is of. */
  readonly seq: number
  /** Milliseconds since the epoch, the server's clock. */
  readonly at: number
  /** Who did it: a user's id. */
  readonly by: string
  readonly what: What
  readonly why: Why
  /** The teams that it tells of: whoever may not know of one is not told (RO10). Absent: none. */
  readonly teams?: readonly string[]
}

/** A stage of the refinement area, or a team's backlog. */
export type Whereabouts = Stage | { readonly team: string }

/** What happened. `excerpt`: the beginning of what was written, on one line, at most EXCERPT_MAX characters. */
export type What =
  /** Somebody wrote in a thread. `suggests`: it begins with a change of the text. */
  | (InThread & {
      readonly kind: 'comment'
      readonly comment: string
      readonly excerpt: string
      readonly starts: boolean
      readonly suggests: boolean
    })
  | (InThread & { readonly kind: 'resolved' | 'reopened' })
  | (InThread & { readonly kind: 'settled'; readonly outcome: 'accepted' | 'rejected' })
  /** In the story's text. */
  | { readonly kind: 'mentioned' }
  /** `answered`: it was closed and still stands there. `withdrawn`: it does not. */
  | {
      readonly kind: 'asked' | 'answered' | 'withdrawn'
      readonly question: string
      readonly excerpt: string
      readonly blocking: boolean
    }
  /** `excerpt`: the reason. */
  | {
      readonly kind: 'moved'
      readonly from: Whereabouts
      readonly to: Whereabouts
      readonly excerpt: string
    }
  /** It entered a done step of its team. */
  | { readonly kind: 'completed'; readonly team: string }
  | { readonly kind: 'trashed' | 'restored' }
  /** The day has come on which it was to be looked at again. `excerpt`: why it was set aside. */
  | { readonly kind: 'revisit'; readonly on: string; readonly excerpt: string }

interface InThread {
  readonly thread: string
}

/** Why a person is told, the most personal first: of several reasons the first one counts. */
export const WHYS = [
  'mentioned',
  'asked',
  'asker',
  'set-aside',
  'can-reopen',
  'team-mentioned',
  'in-thread',
  'backlog-owner',
  'captured',
  'watching',
  'taking-part',
] as const
export type Why = (typeof WHYS)[number]

/** The reasons that reach people who follow the story, and nobody else. */
const OF_FOLLOWERS: ReadonlySet<Why> = new Set<Why>(['captured', 'watching', 'taking-part'])

/** True for a reason that takes no following: the person is meant. */
export function isPersonal(why: Why): boolean {
  return !OF_FOLLOWERS.has(why)
}

/** So many notices of one story are kept for one person, the newest; the story itself has the rest. */
export const NOTICES_MAX = 8
export const EXCERPT_MAX = 140

/** What happened by one event, and whom it concerns; of several happenings the first one counts for a person. */
export interface Happening {
  readonly what: What
  readonly to: Iterable<readonly [user: string, why: Why]>
  /** Who did it; absent: whoever the event is by. */
  readonly by?: string
}

/** Gives the beginning of what somebody wrote, on one line. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, EXCERPT_MAX * 8)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > EXCERPT_MAX ? `${line.slice(0, EXCERPT_MAX - 1)}…` : line
}
