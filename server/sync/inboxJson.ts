import type { InboxItem } from '#lib/domain/inbox/item.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import type { ListChange } from '#lib/schema/wire.ts'

/** What a notice is in JSON: made once, for as long as it stands in an inbox. */
const made = new WeakMap<Notice, string>()

/**
 * Gives a change of an inbox in JSON, as `JSON.stringify` would. A story that 100 people follow is told to 100 inboxes, each
 * with the notices it had before: those are most of it.
 */
export function inboxJson({ seq, set, gone }: ListChange<InboxItem>): string {
  const items = Object.entries(set).map(([id, item]) => `${JSON.stringify(id)}:${itemJson(item)}`)
  return `{"seq":${seq},"set":{${items.join(',')}},"gone":${JSON.stringify(gone)}}`
}

function itemJson({ notices, ...item }: InboxItem): string {
  return `${JSON.stringify(item).slice(0, -1)},"notices":[${notices.map(noticeJson).join(',')}]}`
}

function noticeJson(notice: Notice): string {
  let json = made.get(notice)
  if (json === undefined) made.set(notice, (json = JSON.stringify(notice)))
  return json
}
