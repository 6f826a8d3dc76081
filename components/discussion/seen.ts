import { Value } from '#lib/client/readable.ts'
import { isDone } from '#lib/domain/inbox/entry.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import type { Comment, Thread } from '#lib/domain/talk/thread.ts'

/**
 * Up to when this person has seen each thread of a story on this device, in milliseconds of the server's clock; a thread
 * that is not named was there, and seen, up to `since`.
 */
export interface Seen {
  readonly since: number
  readonly threads: Readonly<Record<string, number>>
}

/** What a person's inbox says of the story: it is the same on all their devices. */
type Told = Pick<InboxItem, 'notices' | 'doneUpTo' | 'settled'> | undefined

/** Gives the threads in which somebody else has written what this person has not seen, here or in their inbox elsewhere. */
export function freshIn(
  threads: readonly Thread[],
  seen: Seen,
  { me, told }: { readonly me: string; readonly told: Told },
): ReadonlySet<string> {
  const fresh = threads.filter(({ id, comments }) => {
    const upTo = seen.threads[id] ?? seen.since
    return comments.some(
      (comment) =>
        comment.at > upTo && isOfOthers(comment, me) && standing(comment, told) !== 'done',
    )
  })
  return new Set(fresh.map(({ id }) => id))
}

/** What a device has seen that shows a story for the first time: all of it but what is new in the person's inbox. */
export function firstSeen(
  threads: readonly Thread[],
  { me, told }: { readonly me: string; readonly told: Told },
): Seen {
  const marks = threads.flatMap(({ id, comments }) => {
    const first = comments.find(
      (comment) => isOfOthers(comment, me) && standing(comment, told) === 'new',
    )
    return first ? [[id, first.at - 1] as const] : []
  })
  return { since: newestOf(threads), threads: Object.fromEntries(marks) }
}

/** Gives what is seen once a thread was on the screen as it is now. */
export function withSeen(seen: Seen, thread: Thread): Seen {
  const upTo = newestOf([thread])
  if (upTo <= (seen.threads[thread.id] ?? seen.since)) return seen
  return { ...seen, threads: { ...seen.threads, [thread.id]: upTo } }
}

/** Gives where this device keeps what a person has seen of a story; null: it has shown it never. */
export function seenOf(me: string, story: string): Value<Seen | null> {
  const name = `sluice:seen:${me}:${story}`
  let value = values.get(name)
  if (!value) {
    value = new Value(readSeen(name))
    value.subscribe(() => writeSeen(name, value?.get() ?? null))
    values.set(name, value)
  }
  return value
}

const values = new Map<string, Value<Seen | null>>()

function standing({ id }: Comment, told: Told): 'new' | 'done' | 'untold' {
  const notice = told?.notices.find(({ what }) => what.kind === 'comment' && what.comment === id)
  if (!notice || !told) return 'untold'
  return isDone(told, notice) ? 'done' : 'new'
}

function isOfOthers({ by, deletedAt }: Comment, me: string): boolean {
  return by !== me && deletedAt === null
}

function newestOf(threads: readonly Thread[]): number {
  return Math.max(0, ...threads.flatMap(({ comments }) => comments.map(({ at }) => at)))
}

function readSeen(name: string): Seen | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Seen> | null
    return typeof kept?.since === 'number' && typeof kept.threads === 'object'
      ? { since: kept.since, threads: kept.threads }
      : null
  } catch {
    return null
  }
}

function writeSeen(name: string, seen: Seen | null): void {
  try {
    localStorage.setItem(name, JSON.stringify(seen))
  } catch {
    // A browser that keeps nothing: it is seen for as long as the page is open.
  }
}
