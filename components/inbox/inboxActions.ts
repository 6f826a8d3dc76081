import {
  type Action,
  defineAction,
  done,
  type Outcome,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import { unreadOf } from '#lib/domain/inbox/entry.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import { openItem } from './openItem.ts'
import { titleText } from './titleText.ts'

/** A story in the inbox: what the keys act on. */
export interface ItemTarget {
  readonly client: WorkspaceClient
  readonly item: InboxItem
  /** The ids of the stories as they are listed. */
  readonly order: readonly string[]
  /** The row has the focus, or is about to have it; false: keys act on the first. */
  readonly isFocused: boolean
  /** Takes the focus to another row. */
  readonly focus: (id: string) => void
}

export const markDone = defineAction<ItemTarget>({
  id: 'inbox.done',
  group: 'Inbox',
  keys: ['E'],
  words: 'archive read clear',
  when: ({ item }) => isNew(item) || textsOf('inbox')('actions.doneAlready'),
  run: (target): Outcome => {
    const outcome = markAll(
      target.client,
      [target.item],
      textsOf('inbox')('said.done', { title: titleText(target.item.title) }),
    )
    if (outcome.ok) focusNext(target)
    return outcome
  },
})

export const markNew = defineAction<ItemTarget>({
  id: 'inbox.undone',
  group: 'Inbox',
  keys: ['U'],
  words: 'undone unread keep',
  when: ({ item }) => !isNew(item) || textsOf('inbox')('actions.newAlready'),
  run: (target): Outcome => {
    const { client, item } = target
    const newest = item.notices[0]?.seq ?? 0
    const sent = client.send({ type: 'markNoticesUndone', story: item.id, downTo: newest - 1 })
    if (!sent.ok) return sent
    focusNext(target)
    return done(textsOf('inbox')('said.new', { title: titleText(item.title) }), () =>
      client.send({ type: 'markNoticesDone', story: item.id, upTo: newest }),
    )
  },
})

/** Hears of a story nothing more, or again. */
export const muteStory = defineAction<ItemTarget>({
  id: 'inbox.mute',
  group: 'Inbox',
  keys: ['Shift+W'],
  words: 'silence ignore unsubscribe',
  run: ({ client, item }): Outcome => {
    const isMuted = item.stance === 'muted'
    return sendUndoably(
      workplaceOf(client),
      { type: isMuted ? 'unmuteStory' : 'muteStory', story: item.id },
      isMuted
        ? textsOf('inbox')('said.unmuted', { title: titleText(item.title) })
        : textsOf('inbox')('said.muted', { title: titleText(item.title) }),
    )
  },
})

export const openFromInbox = defineAction<ItemTarget & { readonly notice?: Notice }>({
  id: 'inbox.open',
  group: 'Inbox',
  keys: ['O'],
  run: ({ client, item, notice }) => openItem(client, item, notice),
})

export const itemActions: readonly Action<ItemTarget>[] = [
  openFromInbox,
  markDone,
  markNew,
  muteStory,
  walking('next', ['J', 'ArrowDown'], 1),
  walking('previous', ['K', 'ArrowUp'], -1),
]

/** Who has decided on a story that came back has seen it. Undoing the decision brings back the story, not the notice. */
export const noteDecision = defineAction<Pick<ItemTarget, 'client' | 'item'>>({
  id: 'inbox.decided',
  group: 'Inbox',
  keysOnly: true,
  run: ({ client, item: { id, notices } }): Outcome | void => {
    const sent = client.send({ type: 'markNoticesDone', story: id, upTo: notices[0]?.seq ?? 0 })
    return sent.ok ? undefined : sent
  },
})

/** Marks everything that is new as done. */
export const markAllDone = defineAction<{
  readonly client: WorkspaceClient
  readonly items: readonly InboxItem[]
}>({
  id: 'inbox.allDone',
  group: 'Inbox',
  keys: ['Shift+E'],
  words: 'clear read archive',
  when: ({ items }) => items.length > 0 || textsOf('inbox')('actions.nothingNew'),
  run: ({ client, items }): Outcome =>
    markAll(
      client,
      items,
      items.length === 1
        ? textsOf('inbox')('said.done', { title: titleText(items[0]?.title ?? '') })
        : textsOf('inbox')('said.allDone', { count: items.length }),
    ),
})

function markAll(client: WorkspaceClient, items: readonly InboxItem[], said: string): Outcome {
  const sent = client.sendAll(
    items.map(({ id, notices }) => ({
      type: 'markNoticesDone',
      story: id,
      upTo: notices[0]?.seq ?? 0,
    })),
  )
  const refused = sent.find((answer) => !answer.ok)
  if (refused && !refused.ok) return refused
  return done(said, () => {
    client.sendAll(
      items.map(({ id, doneUpTo }) => ({ type: 'markNoticesUndone', story: id, downTo: doneUpTo })),
    )
  })
}

/** True while something of a story is not done. */
export function isNew(item: InboxItem): boolean {
  return unreadOf(item).length > 0
}

/** UX8: the row goes; the focus goes to the next one. */
function focusNext({ item, order, focus }: ItemTarget): void {
  const at = order.indexOf(item.id)
  const next = order[at + 1] ?? order[at - 1]
  if (next !== undefined) focus(next)
}

function walking(
  way: 'next' | 'previous',
  keys: readonly string[],
  by: 1 | -1,
): Action<ItemTarget> {
  return defineAction<ItemTarget>({
    id: `inbox.${way}`,
    group: 'Inbox',
    keys,
    keysOnly: true,
    run: ({ item, order, isFocused, focus }) => {
      // The first step leads to the first story, not past it.
      const next = isFocused ? order[order.indexOf(item.id) + by] : item.id
      if (next !== undefined) focus(next)
    },
  })
}
