'use client'

import { Ellipsis, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useMe, useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { Avatar } from '#components/ui/Avatar.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import type { Team, TeamRole } from '#lib/domain/team.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { roleNames } from '../roleNames.ts'
import { whyNot } from '../whyNot.ts'
import { changeRoles } from './peopleActions.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RolesMenu } from './RolesMenu.tsx'

/** A team somebody is in, as far as the reader may know of it. */
export interface Membership {
  readonly team: Team
  readonly role: TeamRole
}

/** Somebody in the workspace: who, with which roles, in which teams, and what an administrator can change of it. */
export function MemberRow({
  member,
  memberships,
  locked,
}: {
  readonly member: MemberInfo
  readonly memberships: readonly Membership[]
  /** The reader is no administrator. */
  readonly locked: boolean
}) {
  const t = useTranslations('settings.people')
  const words = useTranslations('words')
  const me = useMe()
  const client = useWorkspaceClient()
  const [removing, setRemoving] = useState(false)
  const isMe = member.id === me.id
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 px-3 py-2 sm:grid-cols-[auto_1fr_minmax(0,auto)_auto]">
      <Avatar person={member} />
      <div className="min-w-0">
        <div className="truncate">
          {member.name}
          {isMe ? <span className="text-subtle"> · {t('you')}</span> : null}
        </div>
        <TeamRoles memberships={memberships} />
      </div>
      <div className="flex min-w-0 justify-end max-sm:col-start-2 max-sm:row-start-2 max-sm:justify-start">
        {locked || isMe ? (
          <span className="truncate text-label text-muted">{roleNames(words, member.roles)}</span>
        ) : (
          <RolesMenu
            label={t('rolesOf', { name: member.name })}
            roles={member.roles}
            whyNot={(next) =>
              whyNot(client, { type: 'changeRoles', member: member.id, roles: next })
            }
            onChange={(roles) => runAction(changeRoles, { client, member, roles })}
          />
        )}
      </div>
      <div className="flex w-7 justify-end max-sm:col-start-3 max-sm:row-start-1">
        {locked || isMe ? null : (
          <Menu
            align="end"
            trigger={
              <IconButton
                label={t('moreAbout', { name: member.name })}
                size="small"
                tooltip={false}
              >
                <Ellipsis aria-hidden size={16} />
              </IconButton>
            }
          >
            <MenuItem
              danger
              icon={<UserMinus aria-hidden size={16} />}
              unavailable={whyNot(client, { type: 'removeMember', member: member.id })}
              onSelect={() => setRemoving(true)}
            >
              {t('remove')}
            </MenuItem>
          </Menu>
        )}
      </div>
      <RemoveDialog
        member={member}
        teams={memberships.map(({ team }) => team.name)}
        open={removing}
        onClose={() => setRemoving(false)}
      />
    </li>
  )
}

function TeamRoles({ memberships }: { readonly memberships: readonly Membership[] }) {
  const t = useTranslations('settings.people')
  if (memberships.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-3 text-label text-subtle">
      {memberships.map(({ team, role }) => (
        <li key={team.id}>
          <Link
            to={{ page: 'settings', section: 'teams', team: team.id }}
            className="rounded-control hover:text-text hover:underline"
          >
            {team.name}
          </Link>
          {role === 'backlog-owner' ? `, ${t('backlogOwner')}` : null}
        </li>
      ))}
    </ul>
  )
}
