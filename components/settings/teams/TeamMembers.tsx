'use client'

import { UserPlus, X } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { PickerMenu } from '#components/ui/PickerMenu.tsx'
import { Select } from '#components/ui/Select.tsx'
import { TEAM_ROLES, type Team, type TeamRole } from '#lib/domain/team.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { Row, Rows } from '../Rows.tsx'
import { roleNames, TEAM_ROLE_NAMES } from '#components/flow/roleNames.ts'
import { setTeamMember } from './teamActions.ts'

const OPTIONS = TEAM_ROLES.map((role) => ({ value: role, label: TEAM_ROLE_NAMES[role] }))

/** Of a thousand people nobody looks through more: they type. */
const MOST_FOUND = 50

/** Who is in a team and as what; people of the workspace are added by a menu that is typed into. */
export function TeamMembers({
  team,
  members,
  locked,
}: {
  readonly team: Team
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly locked: boolean
}) {
  const client = useWorkspaceClient()
  const set = (member: MemberInfo, role: TeamRole | null) =>
    runAction(setTeamMember, { client, team, member, role })
  const inTeam = team.members
    .flatMap(({ user, role }) => {
      const member = members.get(user)
      return member ? [{ member, role }] : []
    })
    .sort((a, b) => a.member.name.localeCompare(b.member.name))
  const others = [...members.values()]
    .filter(({ id }) => !team.members.some(({ user }) => user === id))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((member) => ({
      id: member.id,
      title: member.name,
      detail: roleNames(member.roles),
      icon: <Avatar person={member} size="small" />,
    }))
  return (
    <div className="flex flex-col items-start gap-3">
      {inTeam.length === 0 ? (
        <p className="text-muted">Nobody is in this team yet.</p>
      ) : (
        <div className="w-full">
          <Rows label={`Members of ${team.name}`}>
            {inTeam.map(({ member, role }) => (
              <Row key={member.id} lead={<Avatar person={member} />} title={member.name}>
                {locked ? (
                  <span className="text-label text-muted">{TEAM_ROLE_NAMES[role]}</span>
                ) : (
                  <>
                    <Select
                      aria-label={`Role of ${member.name} in ${team.name}`}
                      value={role}
                      options={OPTIONS}
                      onChange={(next) => set(member, next)}
                      className="w-36 shrink-0 coarse:w-40"
                    />
                    <IconButton
                      label={`Take ${member.name} out of ${team.name}`}
                      size="small"
                      onClick={() => set(member, null)}
                    >
                      <X aria-hidden size={16} />
                    </IconButton>
                  </>
                )}
              </Row>
            ))}
          </Rows>
        </div>
      )}
      {locked ? null : others.length === 0 ? (
        <p className="text-label text-subtle">Everybody of the workspace is in this team.</p>
      ) : (
        <PickerMenu
          multiple
          label="Find people to add"
          find={(query) => others.filter(({ title }) => matches(title, query)).slice(0, MOST_FOUND)}
          onChoose={({ id }) => {
            const member = members.get(id)
            if (member) set(member, 'member')
          }}
          empty={(query) => `Nobody else is called “${query}”. Invite people in Settings, People.`}
          trigger={<Button icon={<UserPlus aria-hidden size={16} />}>Add people</Button>}
        />
      )}
    </div>
  )
}

/** True when some word of a name begins with what was typed. */
function matches(name: string, query: string): boolean {
  return ` ${name.toLowerCase()}`.includes(` ${query.toLowerCase()}`)
}
