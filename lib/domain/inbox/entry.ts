import { type Notice, NOTICES_MAX, type What, type Whereabouts } from './notice.ts'

/** What one person's inbox holds of one story. */
export interface InboxEntry {
  readonly story: string
  /** Newest first, at most NOTICES_MAX. */
  readonly notices: readonly Notice[]
  /** Notices of events up to this one are done. */
  readonly doneUpTo: number
  /** Later ones that what the person did has settled (IN9). Absent: none. */
  readonly settled?: readonly SettledNotice[]
  readonly stance: Stance
  /** The threads the person has written in. */
  readonly threads: readonly string[]
  /** The event that last changed the entry. */
  readonly seq: number
}

/** A notice that is done, and by which act of the person: when that is taken back, the notice is new again. */
export interface SettledNotice {
  readonly notice: number
  readonly act: string
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
export function unreadOf(entry: Told): readonly Notice[] {
  return entry.notices.filter((notice) => !isDone(entry, notice))
}

/** True for a notice that the person has marked as done, or settled by what they did. */
export function isDone(
  { doneUpTo, settled = [] }: Omit<Told, 'notices'>,
  { seq }: Notice,
): boolean {
  return seq <= doneUpTo || settled.some(({ notice }) => notice === seq)
}

/** What of an entry tells what is new. */
type Told = Pick<InboxEntry, 'notices' | 'doneUpTo' | 'settled'>

/** Gives the entry in which an act of the person has settled the notices of these that are new. */
export function settledBy(
  entry: InboxEntry,
  act: string,
  isOf: (what: What) => boolean,
): InboxEntry {
  const now = unreadOf(entry).filter(({ what }) => isOf(what))
  if (now.length === 0) return entry
  const known = new Set(entry.notices.map(({ seq }) => seq))
  const before = (entry.settled ?? []).filter(({ notice }) => known.has(notice))
  return { ...entry, settled: [...before, ...now.map(({ seq }) => ({ notice: seq, act }))] }
}

/** Gives the entry in which what an act had settled is new again. */
export function unsettledBy(entry: InboxEntry, act: string): InboxEntry {
  return keepSettled(entry, (one) => one.act !== act)
}

/** Gives the entry in which notices of events after `downTo` are new again: those marked as done, else those settled. */
export function madeNew(entry: InboxEntry, downTo: number): InboxEntry {
  const lower = { ...entry, doneUpTo: Math.min(entry.doneUpTo, downTo) }
  if (unreadOf(lower).length > 0) return lower
  return keepSettled(lower, ({ notice }) => notice <= downTo)
}

function keepSettled(entry: InboxEntry, keeps: (one: SettledNotice) => boolean): InboxEntry {
  const { settled = [], ...rest } = entry
  const kept = settled.filter(keeps)
  if (kept.length === settled.length) return entry
  return kept.length > 0 ? { ...rest, settled: kept } : rest
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
