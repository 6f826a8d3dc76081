'use client'

import { UserPlus, X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
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
import { roleNames } from '../roleNames.ts'
import { setTeamMember } from './teamActions.ts'

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
  const t = useTranslations('settings.teams')
  const words = useTranslations('words')
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
      detail: roleNames(words, member.roles),
      icon: <Avatar person={member} size="small" />,
    }))
  return (
    <div className="flex flex-col items-start gap-3">
      {inTeam.length === 0 ? (
        <p className="text-muted">{t('nobody')}</p>
      ) : (
        <div className="w-full">
          <Rows label={t('membersOf', { team: team.name })}>
            {inTeam.map(({ member, role }) => (
              <Row key={member.id} lead={<Avatar person={member} />} title={member.name}>
                {locked ? (
                  <span className="text-label text-muted">{words(`teamRoles.${role}`)}</span>
                ) : (
                  <>
                    <Select
                      aria-label={t('roleOf', { name: member.name, team: team.name })}
                      value={role}
                      options={TEAM_ROLES.map((one) => ({
                        value: one,
                        label: words(`teamRoles.${one}`),
                      }))}
                      onChange={(next) => set(member, next)}
                      className="w-36 shrink-0 coarse:w-40"
                    />
                    <IconButton
                      label={t('takeOut', { name: member.name, team: team.name })}
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
        <p className="text-label text-subtle">{t('everybody')}</p>
      ) : (
        <PickerMenu
          multiple
          label={t('findPeople')}
          find={(query) => others.filter(({ title }) => matches(title, query)).slice(0, MOST_FOUND)}
          onChoose={({ id }) => {
            const member = members.get(id)
            if (member) set(member, 'member')
          }}
          empty={(query) => t('nobodyCalled', { query })}
          trigger={<Button icon={<UserPlus aria-hidden size={16} />}>{t('add')}</Button>}
        />
      )}
    </div>
  )
}

/** True when some word of a name begins with what was typed. */
function matches(name: string, query: string): boolean {
  return ` ${name.toLowerCase()}`.includes(` ${query.toLowerCase()}`)
}
