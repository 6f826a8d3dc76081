'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { availability, runAction } from '#components/actions/index.ts'
import { MenuGroup, MenuItem } from '#components/ui/Menu.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { nameOf } from '#components/cards/nameOf.ts'
import type { ChoicesProps } from './ChoiceMenu.tsx'
import { giveToTeam } from './leaveActions.ts'

/** The other teams a story can be given to (ST4). */
export function TeamChoices({ target, choose }: ChoicesProps) {
  const t = useTranslations('backlog')
  const { backlog, stories } = target
  const own = backlog.team().id
  const teams = [...backlog.area().settings.teams.values()]
    .filter(({ id, archivedAt }) => id !== own && archivedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <MenuGroup heading={t('giveTo', { stories: nameOf(stories) })}>
      {teams.map(({ id, name, isPrivate }) => {
        const can = availability(giveToTeam, { ...target, team: id })
        return (
          <MenuItem
            key={id}
            icon={isPrivate ? <Lock aria-hidden size={14} /> : <StageDot stage="backlog" />}
            unavailable={can.kind === 'explained' ? can.reason : null}
            onSelect={choose(() => void runAction(giveToTeam, { ...target, team: id }))}
          >
            {name}
          </MenuItem>
        )
      })}
    </MenuGroup>
  )
}
