import { defineAction, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { copyText } from '#components/ui/copyText.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { View } from '#lib/domain/view.ts'
import { navigate } from '../location.ts'
import { formatPlace } from '../routes.ts'
import { menuOpen, naming } from './dialogs.ts'
import type { ViewTarget } from './here.ts'
import { lookOf, routeOf } from './look.ts'

/** The words of what can be done with views, for the palette. */
const WORDS = 'saved view filter bookmark perspective'

const openViews = defineAction<ViewTarget>({
  id: 'view.list',
  title: 'Choose a view',
  group: 'Views',
  keys: ['G V'],
  words: WORDS,
  run: () => menuOpen.set(true),
})

/** Keeps what is looked at now as the view it was opened as. */
export const saveChanges = defineAction<ViewTarget>({
  id: 'view.save',
  title: 'Save the changes to this view',
  group: 'Views',
  words: WORDS,
  when: ({ client, view, route, isChanged }) =>
    view !== null &&
    isChanged &&
    mayChange(client, { type: 'saveView', view: view.id, look: lookOf(route).look }),
  run: ({ client, view, route }) =>
    view
      ? sendUndoably(
          workplaceOf(client),
          { type: 'saveView', view: view.id, look: lookOf(route).look },
          `View ${view.name} saved`,
        )
      : undefined,
})

export const saveAsNew = defineAction<ViewTarget>({
  id: 'view.saveAs',
  title: 'Save this as a view…',
  group: 'Views',
  keys: ['Shift+S'],
  opensField: true,
  words: WORDS,
  run: () => naming.set('new'),
})

export const resetView = defineAction<ViewTarget>({
  id: 'view.reset',
  title: 'Back to the view as it is saved',
  group: 'Views',
  words: `${WORDS} reset discard`,
  when: ({ view, isChanged }) => view !== null && isChanged,
  run: ({ view, route }) =>
    view ? navigate({ ...routeOf(view), peek: route.peek ?? null }) : undefined,
})

export const renameView = defineAction<ViewTarget>({
  id: 'view.rename',
  title: 'Rename this view…',
  group: 'Views',
  opensField: true,
  words: WORDS,
  when: ({ client, view }) =>
    view !== null && mayChange(client, { type: 'saveView', view: view.id, name: `${view.name}.` }),
  run: ({ view }) => naming.set(view),
})

/** Gives a view to everybody who may read what it shows, or takes it back for oneself. */
export const shareView = defineAction<ViewTarget>({
  id: 'view.share',
  title: 'Share this view with everyone',
  group: 'Views',
  words: `${WORDS} team`,
  when: ({ client, view }) =>
    view !== null &&
    !view.isShared &&
    mayChange(client, { type: 'saveView', view: view.id, isShared: true }),
  run: (target) => shared(target, true),
})

export const unshareView = defineAction<ViewTarget>({
  id: 'view.unshare',
  title: 'Take this view back for myself',
  group: 'Views',
  words: `${WORDS} private mine`,
  when: ({ client, view }) =>
    view !== null &&
    view.isShared &&
    mayChange(client, { type: 'saveView', view: view.id, isShared: false }),
  run: (target) => shared(target, false),
})

export const copyViewLink = defineAction<ViewTarget>({
  id: 'view.copyLink',
  title: 'Copy the link to this view',
  group: 'Views',
  words: `${WORDS} address url send`,
  when: ({ view }) => view !== null,
  run: ({ client, view }) => {
    if (view) void copyText(hrefOf(client, view))
  },
})

export const removeView = defineAction<ViewTarget>({
  id: 'view.remove',
  title: 'Remove this view',
  group: 'Views',
  words: `${WORDS} delete`,
  when: ({ client, view }) =>
    view !== null && mayChange(client, { type: 'removeView', view: view.id }),
  run: ({ client, view }) =>
    view
      ? sendUndoably(
          workplaceOf(client),
          { type: 'removeView', view: view.id },
          `View ${view.name} removed`,
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
  title: 'Save a view',
  group: 'Views',
  keysOnly: true,
  run: ({ target: { client, route }, id, name, isShared }) => {
    const command = { type: 'saveView', view: id, name, isShared, ...lookOf(route) } as const
    const outcome = sendUndoably(workplaceOf(client), command, `View ${name.trim()} saved`)
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
  title: 'Rename a view',
  group: 'Views',
  keysOnly: true,
  run: ({ client, view, name }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'saveView', view: view.id, name },
      `View renamed to ${name.trim()}`,
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
    isShared ? `View ${view.name} is shared` : `View ${view.name} is yours alone`,
  )
}

function mayChange(
  client: WorkspaceClient,
  command: Parameters<WorkspaceClient['judge']>[0],
): true | string {
  return client.judge(command)?.message ?? true
}

function hrefOf({ workspaceId }: WorkspaceClient, { id }: View): string {
  const place = { workspace: workspaceId, route: { page: 'view', view: id } } as const
  return new URL(formatPlace(place), location.origin).href
}
