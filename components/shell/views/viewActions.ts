import { defineAction, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { copyText } from '#components/ui/copyText.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { View } from '#lib/domain/view.ts'
import { navigate } from '../location.ts'
import { formatPlace } from '../routes.ts'
import { menuOpen, naming } from './dialogs.ts'
import type { ViewTarget } from './here.ts'
import { lookOf, routeOf } from './look.ts'

const openViews = defineAction<ViewTarget>({
  id: 'view.list',
  group: 'Views',
  keys: ['G V'],
  run: () => menuOpen.set(true),
})

/** Keeps what is looked at now as the view it was opened as. */
export const saveChanges = defineAction<ViewTarget>({
  id: 'view.save',
  group: 'Views',
  when: ({ client, view, route, isChanged }) =>
    view !== null &&
    isChanged &&
    mayChange(client, { type: 'saveView', view: view.id, look: lookOf(route).look }),
  run: ({ client, view, route }) =>
    view
      ? sendUndoably(
          workplaceOf(client),
          { type: 'saveView', view: view.id, look: lookOf(route).look },
          textsOf('views.said')('saved', { name: view.name }),
        )
      : undefined,
})

export const saveAsNew = defineAction<ViewTarget>({
  id: 'view.saveAs',
  group: 'Views',
  keys: ['Shift+S'],
  opensField: true,
  run: () => naming.set('new'),
})

export const resetView = defineAction<ViewTarget>({
  id: 'view.reset',
  group: 'Views',
  when: ({ view, isChanged }) => view !== null && isChanged,
  run: ({ view, route }) =>
    view ? navigate({ ...routeOf(view), peek: route.peek ?? null }) : undefined,
})

export const renameView = defineAction<ViewTarget>({
  id: 'view.rename',
  group: 'Views',
  opensField: true,
  when: ({ client, view }) =>
    view !== null && mayChange(client, { type: 'saveView', view: view.id, name: `${view.name}.` }),
  run: ({ view }) => naming.set(view),
})

/** Gives a view to everybody who may read what it shows, or takes it back for oneself. */
export const shareView = defineAction<ViewTarget>({
  id: 'view.share',
  group: 'Views',
  when: ({ client, view }) =>
    view !== null &&
    !view.isShared &&
    mayChange(client, { type: 'saveView', view: view.id, isShared: true }),
  run: (target) => shared(target, true),
})

export const unshareView = defineAction<ViewTarget>({
  id: 'view.unshare',
  group: 'Views',
  when: ({ client, view }) =>
    view !== null &&
    view.isShared &&
    mayChange(client, { type: 'saveView', view: view.id, isShared: false }),
  run: (target) => shared(target, false),
})

export const copyViewLink = defineAction<ViewTarget>({
  id: 'view.copyLink',
  group: 'Views',
  when: ({ view }) => view !== null,
  run: ({ client, view }) => {
    if (view) void copyText(hrefOf(client, view))
  },
})

export const removeView = defineAction<ViewTarget>({
  id: 'view.remove',
  group: 'Views',
  when: ({ client, view }) =>
    view !== null && mayChange(client, { type: 'removeView', view: view.id }),
  run: ({ client, view }) =>
    view
      ? sendUndoably(
          workplaceOf(client),
          { type: 'removeView', view: view.id },
          textsOf('views.said')('removed', { name: view.name }),
        )
      : undefined,
})

/** Keeps what is looked at under a name, and goes on as that view. */
export const createView = defineAction<{
  readonly target: ViewTarget
  /** The new view's id. */
  readonly id: string
  readonly name: string
  readonly isShared: boolean
}>({
  id: 'view.create',
  group: 'Views',
  keysOnly: true,
  run: ({ target: { client, route }, id, name, isShared }) => {
    const command = { type: 'saveView', view: id, name, isShared, ...lookOf(route) } as const
    const outcome = sendUndoably(
      workplaceOf(client),
      command,
      textsOf('views.said')('saved', { name: name.trim() }),
    )
    if (outcome.ok) navigate({ ...route, saved: id }, { replace: true })
    return outcome
  },
})

/** Gives a view another name. */
export const nameView = defineAction<{
  readonly client: WorkspaceClient
  readonly view: View
  readonly name: string
}>({
  id: 'view.name',
  group: 'Views',
  keysOnly: true,
  run: ({ client, view, name }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'saveView', view: view.id, name },
      textsOf('views.said')('renamed', { name: name.trim() }),
    ),
})

/** What can be done with the view that is looked at. */
export const VIEW_ACTIONS = [
  openViews,
  saveChanges,
  saveAsNew,
  resetView,
  renameView,
  shareView,
  unshareView,
  copyViewLink,
  removeView,
]

function shared({ client, view }: ViewTarget, isShared: boolean) {
  if (!view) return undefined
  return sendUndoably(
    workplaceOf(client),
    { type: 'saveView', view: view.id, isShared },
    textsOf('views.said')(isShared ? 'shared' : 'yours', { name: view.name }),
  )
}

function mayChange(
  client: WorkspaceClient,
  command: Parameters<WorkspaceClient['judge']>[0],
): true | string {
  const no = client.judge(command)
  return no ? refusalIn(no) : true
}

function hrefOf({ workspaceId }: WorkspaceClient, { id }: View): string {
  const place = { workspace: workspaceId, route: { page: 'view', view: id } } as const
  return new URL(formatPlace(place), location.origin).href
}
