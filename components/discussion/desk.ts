import type { RelativePosition } from 'yjs'
import type { Anchor, Thread } from '#lib/domain/talk/thread.ts'
import { Value } from '#lib/client/readable.ts'

/** What somebody has in front of them: a thread, or one that they are about to begin. */
export type AtHand =
  /** `goesOn`: they have just begun it, and may go on writing. */
  | { readonly kind: 'thread'; readonly thread: string; readonly goesOn?: boolean }
  /** `suggests`: what they would write instead is asked for, too. */
  | { readonly kind: 'new'; readonly anchor: Anchor; readonly suggests: boolean }

/** Where the text of a story and its discussion meet. One for each story, as long as the page lives. */
export interface Desk {
  /** Shown beside the text. */
  readonly atHand: Value<AtHand | null>
  /** Threads whose place in the text is gone; null while the text is not open. */
  readonly orphans: Value<ReadonlySet<string> | null>
  /** A comment that an address named, to be shown. */
  readonly named: Value<string | null>
  /** Begins a comment on a range of the text, or on what is selected in it; null while the text is not open. */
  readonly begin: Value<Begin | null>
  /** Brings the place of a thread in the text into view. */
  readonly show: Value<((thread: string) => void) | null>
  /** Brings the discussion into view; null while it is not on the page. */
  readonly reveal: Value<(() => void) | null>
  /** Makes the replacement that a thread suggests; null while the text cannot be written in. */
  readonly replace: Value<Replace | null>
  /** Takes a replacement back, as an edit of its own. Gives why it cannot be taken back, or null when it was. */
  readonly putBack: Value<((replaced: Replaced) => string | null) | null>
}

/** `tell` is called whenever undo and redo of the text take the replacement back and make it again. */
export type Replace = (
  thread: Thread,
  tell: (was: 'undo' | 'redo') => void,
) =>
  | { readonly ok: true; readonly replaced: Replaced }
  | { readonly ok: false; readonly message: string }

/** What a replacement leaves to find it by and to take it back, also in an editor that is opened later. */
export interface Replaced {
  /** How the text reads in its place now. */
  readonly now: string
  /** What stood there, with its looks: a slice of the document as JSON. */
  readonly was: unknown
  /** Where: the words that were put there, or the place between two characters where none were. */
  readonly at: Anchor | RelativePosition
}

/** `range`: in the editor's positions. Gives false where no words are in it: nothing happens then. */
type Begin = (suggests: boolean, range?: { readonly from: number; readonly to: number }) => boolean

const desks = new Map<string, Desk>()

/** Gives the desk of a story. */
export function deskOf(story: string): Desk {
  let desk = desks.get(story)
  if (!desk) {
    desk = {
      atHand: new Value<AtHand | null>(null),
      orphans: new Value<ReadonlySet<string> | null>(null),
      named: new Value<string | null>(null),
      begin: new Value<Begin | null>(null),
      show: new Value<((thread: string) => void) | null>(null),
      reveal: new Value<(() => void) | null>(null),
      replace: new Value<Replace | null>(null),
      putBack: new Value<((replaced: Replaced) => string | null) | null>(null),
    }
    desks.set(story, desk)
  }
  return desk
}
