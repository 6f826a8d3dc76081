import { navigate } from '#components/shell/location.ts'
import type { Route } from '#components/shell/routes.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import { unreadOf } from '#lib/domain/inbox/entry.ts'
import type { Notice, What } from '#lib/domain/inbox/notice.ts'
import { noteOpened } from './opened.ts'

/** Gives where a story of the inbox is opened: its page, or the trash while it is in no list. */
export function routeOf(client: Pick<WorkspaceClient, 'area'>, item: InboxItem): Route {
  const area = client.area.get()
  const isThere = area.phase === 'ready' && area.stories.has(item.id)
  return isThere ? { page: 'story', key: item.key ?? item.id } : { page: 'trash' }
}

/** Opens a story where something happened to it: at `notice`, else at the oldest that is new. */
export function openItem(
  client: Pick<WorkspaceClient, 'area' | 'me' | 'workspaceId'>,
  item: InboxItem,
  notice: Notice | undefined = unreadOf(item).at(-1) ?? item.notices[0],
): void {
  noteOpened(client.me.id, client.workspaceId, item)
  navigate(routeOf(client, item), { hash: notice ? placeIn(notice.what) : null })
}

/** Gives the name of the place in the story's page, or null. */
export function placeIn(what: What): string | null {
  switch (what.kind) {
    case 'comment':
      return `comment.${what.comment}`
    case 'asked':
    case 'answered':
      return what.question
    default:
      return null
  }
}
