import type { AreaView, WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Before } from '#lib/domain/inverse.ts'
import { must } from '#lib/domain/must.ts'
import { rehearse } from '#lib/domain/rehearse.ts'
import { type Actor, type Role, ROLES } from '#lib/domain/roles.ts'
import type { Member, WorkspaceState } from '#lib/domain/state.ts'
import type { World } from '#lib/domain/visibility.ts'
import type { Workplace } from './sendUndoably.ts'

export type ReadyArea = Extract<AreaView, { readonly phase: 'ready' }>

/** Gives a client as actions work with it. Only once its stories are known. */
export function workplaceOf(
  client: Pick<WorkspaceClient, 'me' | 'send' | 'area'> &
    Partial<Pick<WorkspaceClient, 'inbox' | 'sendAll'>>,
): Workplace {
  return {
    send: (command) => client.send(command),
    ...(client.sendAll && { sendAll: (commands) => client.sendAll?.(commands) ?? [] }),
    area: () => ({ ...readyArea(client), ...ownInbox(client) }),
    rehearse: (commands) => {
      const area = readyArea(client)
      // What is in the trash is in no list of this device: whether it can come back, the server knows.
      const isUnknown = (command: NewCommand) =>
        command.type === 'restoreStory' && !area.stories.has(command.story)
      return commands.some(isUnknown)
        ? null
        : rehearse(stateOf(area), commands, actorOf(client), Date.now())
    },
  }
}

/** Gives the person's inbox as it is now; nothing while it has not come. */
function ownInbox({
  me,
  inbox,
}: Pick<WorkspaceClient, 'me'> & Partial<Pick<WorkspaceClient, 'inbox'>>): Pick<Before, 'inbox'> {
  const view = inbox?.get()
  if (view?.phase !== 'ready') return {}
  return { inbox: { me: me.id, entry: (story) => view.byStory.get(story) } }
}

/** Gives the stories of a client. Throws while they are not known, because nothing can be acted on before. */
export function readyArea({ area }: Pick<WorkspaceClient, 'area'>): ReadyArea {
  const view = area.get()
  return must(view.phase === 'ready' ? view : null, 'the stories of a view that is shown')
}

/** Gives the part of a workspace that rights depend on, for the domain's own functions. */
export function worldOf({ settings, members }: Pick<ReadyArea, 'settings' | 'members'>): World {
  const known = new Map<string, Member>()
  for (const [id, { name, roles }] of members) known.set(id, { id, name, roles: knownRoles(roles) })
  return { settings, members: known }
}

function stateOf(area: ReadyArea): WorkspaceState {
  const { keyPrefix } = area.workspace
  return {
    keyPrefix,
    nextNumber: null,
    stories: area.stories,
    talks: new Map(),
    ...worldOf(area),
  }
}

function actorOf({ me }: Pick<WorkspaceClient, 'me'>): Actor {
  return { id: me.id, name: me.name, roles: knownRoles(me.roles) }
}

/** Roles of a newer server that this page does not know give no rights here. */
function knownRoles(roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role))
}
