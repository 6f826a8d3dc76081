import { type Notice, NOTICES_MAX, type What, type Whereabouts } from './notice.ts'

/** What one person's inbox holds of one story. */
export interface InboxEntry {
  readonly story: string
  /** Newest first, at most NOTICES_MAX. */
  readonly notices: readonly Notice[]
  /** Notices of events up to this one are done. */
  readonly doneUpTo: number
  readonly stance: Stance
  /** The threads the person has written in. */
  readonly threads: readonly string[]
  /** The event that last changed the entry. */
  readonly seq: number
}

/**
 * How a person stands to a story beside watching it, which the story itself tells. `taking-part`: wrote, was mentioned or
 * asked, and hears of what happens. `left`: hears only of what means them. `muted`: hears of nothing.
 */
export type Stance = 'none' | 'taking-part' | 'left' | 'muted'

/** More threads of one story than this are nobody's conversation any more. */
const THREADS_MAX = 100

/** Two moves by one person within this time are one, in ms: whoever takes a move back has told nobody anything. */
const SAME_MOVE_MS = 60_000

/** Gives an inbox entry in which nothing is yet. */
export function newEntry(story: string): InboxEntry {
  return { story, notices: [], doneUpTo: 0, stance: 'none', threads: [], seq: 0 }
}

/** Gives the notices that are not done, newest first. */
export function unreadOf({
  notices,
  doneUpTo,
}: Pick<InboxEntry, 'notices' | 'doneUpTo'>): readonly Notice[] {
  return notices.filter(({ seq }) => seq > doneUpTo)
}

/** Adds a notice. A move that follows another of the same person at once goes with it: there and back is nothing. */
export function withNotice(entry: InboxEntry, notice: Notice): InboxEntry {
  const [newest, ...older] = entry.notices
  const { what } = notice
  if (newest && what.kind === 'moved' && isFollowedUp(newest, entry, notice)) {
    const { from } = newest.what
    if (isSamePlace(from, what.to)) return { ...entry, notices: older }
    const teams = [...new Set([...(newest.teams ?? []), ...(notice.teams ?? [])])]
    const whole = { ...notice, what: { ...what, from }, ...(teams.length > 0 && { teams }) }
    return { ...entry, notices: [whole, ...older] }
  }
  return { ...entry, notices: [notice, ...entry.notices].slice(0, NOTICES_MAX) }
}

/** Gives the entry without what was said in a comment that is gone. */
export function withoutComment(entry: InboxEntry, comment: string): InboxEntry {
  const notices = entry.notices.filter(
    ({ what }) => what.kind !== 'comment' || what.comment !== comment,
  )
  return notices.length === entry.notices.length ? entry : { ...entry, notices }
}

/** Gives the entry with a comment's new beginning in the notices of it. */
export function withExcerpt(entry: InboxEntry, comment: string, excerpt: string): InboxEntry {
  const notices = entry.notices.map((notice) => {
    const { what } = notice
    if (what.kind !== 'comment' || what.comment !== comment) return notice
    return what.excerpt === excerpt ? notice : { ...notice, what: { ...what, excerpt } }
  })
  return notices.every((notice, index) => notice === entry.notices[index])
    ? entry
    : { ...entry, notices }
}

/** Gives the entry of somebody who has written, or was mentioned or asked. A muted story stays muted. */
export function takingPart(entry: InboxEntry): InboxEntry {
  if (entry.stance === 'taking-part' || entry.stance === 'muted') return entry
  return { ...entry, stance: 'taking-part' }
}

export function inThread(entry: InboxEntry, thread: string): InboxEntry {
  if (entry.threads.includes(thread)) return entry
  return { ...entry, threads: [...entry.threads, thread].slice(-THREADS_MAX) }
}

function isFollowedUp(
  newest: Notice,
  { doneUpTo }: InboxEntry,
  { by, at }: Notice,
): newest is Notice & { what: Extract<What, { kind: 'moved' }> } {
  const isUnread = newest.seq > doneUpTo
  return (
    newest.what.kind === 'moved' && isUnread && newest.by === by && at - newest.at <= SAME_MOVE_MS
  )
}

function isSamePlace(a: Whereabouts, b: Whereabouts): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.team === b.team
}
