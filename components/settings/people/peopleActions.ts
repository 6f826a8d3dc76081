import { defineAction, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'

export interface MemberTarget {
  readonly client: Pick<WorkspaceClient, 'me' | 'send' | 'area'>
  readonly member: MemberInfo
}

export const changeRoles = defineAction<MemberTarget & { readonly roles: readonly Role[] }>({
  id: 'people.changeRoles',
  group: 'People',
  keysOnly: true,
  run: ({ client, member, roles }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'changeRoles', member: member.id, roles },
      textsOf('settings')('people.rolesChanged', { name: member.name }),
    ),
})

export const removeMember = defineAction<MemberTarget>({
  id: 'people.remove',
  group: 'People',
  keysOnly: true,
  run: ({ client, member }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'removeMember', member: member.id },
      textsOf('settings')('people.removed', { name: member.name }),
    ),
})
