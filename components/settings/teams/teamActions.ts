import {
  type Action,
  defineAction,
  type Outcome,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { ChangeTeam } from '#lib/domain/settingsCommand.ts'
import type { Team, TeamRole } from '#lib/domain/team.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { type StepsDraft, stepsCommand } from './stepsDraft.ts'

export interface TeamTarget {
  readonly client: Pick<WorkspaceClient, 'me' | 'send' | 'area'>
  readonly team: Team
}

export const createTeam = defineAction<{
  readonly client: TeamTarget['client']
  /** The new team's id. */
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
}>({
  id: 'team.create',
  group: 'Teams',
  keysOnly: true,
  run: ({ client, id, name, isPrivate }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'createTeam', team: id, name, isPrivate },
      textsOf('settings')('teamSaid.created', { name: name.trim() }),
    ),
})

export const changeTeam = defineAction<
  TeamTarget & {
    readonly change: Partial<Omit<ChangeTeam, 'id' | 'type' | 'team'>>
    /** What was done, as a sentence. */
    readonly said: string
  }
>({
  id: 'team.change',
  group: 'Teams',
  keysOnly: true,
  run: ({ client, team, change, said }) =>
    sendUndoably(workplaceOf(client), { type: 'changeTeam', team: team.id, ...change }, said),
})

export const setTeamMember = defineAction<
  TeamTarget & { readonly member: MemberInfo; readonly role: TeamRole | null }
>({
  id: 'team.setMember',
  group: 'Teams',
  keysOnly: true,
  run: ({ client, team, member, role }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'setTeamMember', team: team.id, member: member.id, role },
      said(member.name, team, role, member.id),
    ),
})

function said(name: string, team: Team, role: TeamRole | null, id: string): string {
  const t = textsOf('settings')
  const values = { name, team: team.name }
  if (role === null) return t('teamSaid.left', values)
  const isNew = !team.members.some(({ user }) => user === id)
  return t(isNew ? 'teamSaid.joined' : `teamSaid.${role}`, values)
}

export const setSteps = defineAction<TeamTarget & { readonly draft: StepsDraft }>({
  id: 'team.setSteps',
  group: 'Teams',
  keysOnly: true,
  run: ({ client, team, draft }) =>
    sendUndoably(
      workplaceOf(client),
      stepsCommand(team.id, draft),
      textsOf('settings')('teamSaid.steps', { team: team.name }),
    ),
})

export const archiveTeam = archiving('archiveTeam', 'team.archive')
export const restoreTeam = archiving('restoreTeam', 'team.restore')

function archiving(type: 'archiveTeam' | 'restoreTeam', id: string): Action<TeamTarget> {
  return defineAction<TeamTarget>({
    id,
    group: 'Teams',
    keysOnly: true,
    run: ({ client, team }): Outcome =>
      sendUndoably(
        workplaceOf(client),
        { type, team: team.id },
        textsOf('settings')(type === 'archiveTeam' ? 'teamSaid.archived' : 'teamSaid.restored', {
          name: team.name,
        }),
      ),
  })
}
