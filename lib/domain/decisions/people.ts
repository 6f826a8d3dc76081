import { accept, type Case, type Decision } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { ROLES } from '../roles.ts'
import type { ChangeRoles, RemoveMember } from '../settingsCommand.ts'
import type { Member } from '../state.ts'

/** Gives a member other roles. Nobody changes their own; only owners make owners or take that from one. */
export function changeRoles(here: Case, command: ChangeRoles): Decision {
  const member = memberOf(here, command.member)
  if ('ok' in member) return member
  const roles = ROLES.filter((role) => command.roles.includes(role))
  if (roles.length === 0) {
    return refuse('invalid', `${member.name} needs at least one role. Nothing was changed.`)
  }
  const no = ownerProblem(here, member, roles.includes('owner'))
  if (no) return no
  if (roles.join() === ROLES.filter((role) => member.roles.includes(role)).join()) return accept()
  return accept({
    story: null,
    type: 'RolesChanged',
    member: member.id,
    from: member.roles,
    to: roles,
  })
}

/** Takes somebody out of the workspace and of its teams. */
export function removeMember(here: Case, command: RemoveMember): Decision {
  const member = memberOf(here, command.member)
  if ('ok' in member) return member
  const no = ownerProblem(here, member, false)
  if (no) return no
  const events: NewEvent[] = []
  for (const team of here.state.settings.teams.values()) {
    const members = team.members.filter(({ user }) => user !== member.id)
    if (members.length === team.members.length) continue
    events.push({ story: null, type: 'TeamSet', from: team, to: { ...team, members } })
  }
  events.push({
    story: null,
    type: 'RolesChanged',
    member: member.id,
    from: member.roles,
    to: null,
  })
  return accept(...events)
}

/** Gives the member a change is about, or why the actor may not make it. */
function memberOf({ state, actor }: Case, id: string): Member | Refusal {
  const no = refusalOf(state, actor, 'administer')
  if (no) return no
  const member = state.members.get(id)
  if (!member) {
    return refuse(
      'memberNotFound',
      'This person is not a member of the workspace. Nothing was changed.',
    )
  }
  if (member.id !== actor.id) return member
  // With this, the last owner stays, too: somebody else would have to be one to take it from them.
  return refuse(
    'ownRole',
    'Nobody changes their own roles. Ask another owner or admin; nothing was changed.',
  )
}

function ownerProblem(
  { state, actor }: Case,
  member: Member,
  becomesOwner: boolean,
): Refusal | null {
  if (member.roles.includes('owner') === becomesOwner || actor.roles.includes('owner')) return null
  const owners = [...state.members.values()].filter(({ roles }) => roles.includes('owner'))
  const names = owners.map(({ name }) => name)
  return refuse(
    'notAllowed',
    `Only owners can appoint owners or take that from one. Ask ${names.join(' or ')}.`,
    names,
  )
}
