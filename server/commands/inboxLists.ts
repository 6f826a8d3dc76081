import { type InboxItem, itemOf } from '#lib/domain/inbox/item.ts'
import { inboxList } from '#lib/domain/lists.ts'
import { seesView } from '#lib/domain/visibility.ts'
import type { InboxInfo, ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import type { Folded } from './fold.ts'
import type { ListNews, Reader } from './lists.ts'
import type { Picture } from './picture.ts'

/** Gives whose inbox a list is; null for every other list, and for anybody but that person: nobody else has it (IN4). */
export function inboxOwner(picture: Picture, list: string, reader: Reader): string | null {
  return list === inboxList(reader.id) && picture.members.has(reader.id) ? reader.id : null
}

/** Gives what stands above an inbox: its owner's own views, which nobody else may know of either (VW2). */
export function inboxInfo(picture: Picture, reader: Reader): InboxInfo {
  const own = [...picture.settings.views.values()].filter(
    (view) => !view.isShared && seesView(picture, view, reader),
  )
  return { user: reader.id, views: own }
}

export function inboxSnapshot(picture: Picture, reader: Reader): ListSnapshot<InboxItem> {
  const items: InboxItem[] = []
  for (const { story } of picture.inbox.ofPerson(reader.id)) {
    const item = itemIn(picture, story, reader)
    if (item) items.push(item)
  }
  return { seq: picture.seq, items, info: inboxInfo(picture, reader) }
}

/** Gives what an inbox lacks that has seen everything up to `since`. */
export function inboxChange(
  picture: Picture,
  reader: Reader,
  since: number,
): ListChange<InboxItem> | 'snapshot needed' {
  if (picture.inbox.isWholeNeeded(since)) return 'snapshot needed'
  const set: Record<string, InboxItem> = {}
  const gone: string[] = []
  for (const { story, seq } of picture.inbox.ofPerson(reader.id)) {
    // A story that went somewhere may have come into sight or gone out of it.
    if (Math.max(seq, picture.lastSeq.get(story) ?? 0) <= since) continue
    const item = itemIn(picture, story, reader)
    if (item) set[story] = item
    else gone.push(story)
  }
  return { seq: picture.seq, set, gone, info: inboxInfo(picture, reader) }
}

/**
 * Gives what events changed in inboxes: what was noted there, and stories that came into sight or went out of it. Changed
 * rights are not among it: who follows an inbox then is told all of it anew (`ListSubscribers`).
 */
export function inboxNews(before: Picture, folded: Folded): ListNews[] {
  const seq = folded.events.at(-1)?.seq ?? before.seq
  const { members, settings } = folded
  const world = { members, settings }
  const drafts = new Map<string, { set: Record<string, InboxItem>; gone: string[] }>()
  const tell = (user: string, story: string) => {
    const member = members.get(user)
    if (!member) return
    let draft = drafts.get(user)
    if (draft && (draft.set[story] || draft.gone.includes(story))) return
    if (!draft) drafts.set(user, (draft = { set: {}, gone: [] }))
    const now = folded.stories.has(story) ? folded.stories.get(story) : before.stories.get(story)
    const entry = folded.inbox.get(story)?.get(user) ?? before.inbox.entry(user, story)
    const item = now && entry ? itemOf(world, now, entry, member) : null
    if (item) draft.set[story] = item
    else draft.gone.push(story)
  }
  for (const [story, entries] of folded.inbox) {
    const were = before.inbox.of(story)
    for (const [user, entry] of entries) if (were.get(user) !== entry) tell(user, story)
  }
  for (const [story, now] of folded.stories) {
    if (before.stories.get(story)?.team === now?.team) continue
    for (const user of before.inbox.of(story).keys()) tell(user, story)
  }
  const owners = ownersOfViews(folded)
  for (const user of owners) if (!drafts.has(user)) drafts.set(user, { set: {}, gone: [] })
  return [...drafts].map(([user, { set, gone }]) => ({
    list: inboxList(user),
    change: { seq, set, gone },
    withInfo: owners.has(user),
  }))
}

/** Whose own views the events changed. */
function ownersOfViews({ events }: Folded): ReadonlySet<string> {
  const owners = new Set<string>()
  for (const event of events) {
    if (event.type !== 'ViewDefined') continue
    for (const view of [event.from, event.to]) if (view && !view.isShared) owners.add(view.owner)
  }
  return owners
}

/** Gives what inboxes lack that have seen everything up to `since`, for those who follow them. */
export function inboxNewsSince(picture: Picture, since: number): ListNews[] {
  const news: ListNews[] = []
  for (const user of picture.inbox.people) {
    const member = picture.members.get(user)
    if (!member) continue
    const change = inboxChange(picture, member, since)
    // Who follows it is told all of it anyway, since what people may read is looked at again.
    if (change === 'snapshot needed') continue
    const { seq, set, gone } = change
    news.push({ list: inboxList(user), change: { seq, set, gone }, withInfo: false })
  }
  return news
}

function itemIn(picture: Picture, story: string, reader: Reader): InboxItem | null {
  const now = picture.stories.get(story)
  const entry = picture.inbox.entry(reader.id, story)
  return now && entry ? itemOf(picture, now, entry, reader) : null
}
