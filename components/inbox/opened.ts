import { Value } from '#lib/client/readable.ts'
import { unreadOf } from '#lib/domain/inbox/entry.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'

/**
 * The stories of the inbox that a person has opened from it on this device, the last one last: up to which notice, and what
 * was done of them then. By person and workspace; a sign-out forgets them.
 */
export type Opened = ReadonlyMap<string, UpTo>

type UpTo = readonly [seq: number, doneUpTo: number]

/** So many are remembered: what was opened before them is long done. */
const MOST = 300

/** Gives what this device remembers, to be followed. */
export function openedOf(me: string, workspace: string): Value<Opened> {
  const name = nameOf(me, workspace)
  let opened = values.get(name)
  if (!opened) values.set(name, (opened = new Value(readOpened(name))))
  return opened
}

/** Remembers that a story was opened from the inbox with what it told then. */
export function noteOpened(me: string, workspace: string, item: InboxItem): void {
  const opened = openedOf(me, workspace)
  const next = new Map(opened.get())
  next.delete(item.id)
  next.set(item.id, [item.notices[0]?.seq ?? 0, item.doneUpTo])
  for (const oldest of next.keys()) {
    if (next.size <= MOST) break
    next.delete(oldest)
  }
  opened.set(next)
  try {
    localStorage.setItem(nameOf(me, workspace), JSON.stringify([...next]))
  } catch {
    // Full or forbidden: it is remembered for as long as the page is open.
  }
}

/** True while something is new that was not there when the story was last opened; marked as new by hand it is again. */
export function isUnopened(opened: Opened, item: InboxItem): boolean {
  const [seq, doneUpTo] = opened.get(item.id) ?? [0, item.doneUpTo]
  return unreadOf(item).some((notice) => notice.seq > seq || doneUpTo !== item.doneUpTo)
}

const values = new Map<string, Value<Opened>>()

function nameOf(me: string, workspace: string): string {
  return `sluice:opened:${me}:${workspace}`
}

function readOpened(name: string): Opened {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return new Map(Array.isArray(kept) ? kept.filter(isOpened) : [])
  } catch {
    return new Map()
  }
}

function isOpened(one: unknown): one is [string, UpTo] {
  if (!Array.isArray(one) || typeof one[0] !== 'string') return false
  const upTo: unknown = one[1]
  return Array.isArray(upTo) && typeof upTo[0] === 'number' && typeof upTo[1] === 'number'
}
