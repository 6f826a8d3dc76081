'use client'

import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useLocked } from '#components/actions/useLocked.ts'
import { useArea } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import { ArchiveTeam } from './ArchiveTeam.tsx'
import { StepList } from './StepList.tsx'
import { StepsEditor } from './StepsEditor.tsx'
import { TeamGeneral } from './TeamGeneral.tsx'
import { TeamMembers } from './TeamMembers.tsx'
import { TeamPlanning } from './TeamPlanning.tsx'

const ALL = { page: 'settings', section: 'teams' } as const

/** Everything that can be set of one team. */
export function TeamPage({ teamId }: { readonly teamId: string }) {
  const t = useTranslations('settings')
  const area = useArea()
  const notAdministrator = useLocked('administer')
  if (area.phase === 'loading') return null
  const team = area.settings.teams.get(teamId)
  if (!team) return <NoTeam />
  const locked =
    team.archivedAt === null ? notAdministrator : (notAdministrator ?? t('teams.isArchived'))
  const isLocked = locked !== null
  return (
    <>
      <Link
        to={ALL}
        className="target mb-3 inline-flex items-center gap-0.5 rounded-control text-interface text-muted hover:text-text"
      >
        <ChevronLeft aria-hidden size={14} className="rtl:-scale-x-100" />
        {t('teams.all')}
      </Link>
      <LockedNote reason={locked} />
      <TeamGeneral team={team} members={area.members} locked={isLocked} />
      <Section title={t('teams.members')} lead={t('teams.membersLead')}>
        <TeamMembers team={team} members={area.members} locked={isLocked} />
      </Section>
      <Section title={t('teams.steps')} lead={t('teams.stepsLead')}>
        {isLocked ? (
          <StepList team={team} backlog={area.backlogs.get(team.id)} />
        ) : (
          <StepsEditor team={team} backlog={area.backlogs.get(team.id)} />
        )}
      </Section>
      <Section title={t('teams.planning')}>
        <TeamPlanning team={team} locked={isLocked} />
      </Section>
      <Section title={team.archivedAt === null ? t('teams.archive') : t('common.restore')}>
        <ArchiveTeam team={team} locked={notAdministrator !== null} />
      </Section>
    </>
  )
}

function NoTeam() {
  const t = useTranslations('settings.teams')
  return (
    <EmptyState
      title={t('noTeam')}
      action={
        <Link to={ALL} className={buttonClasses('primary')}>
          {t('all')}
        </Link>
      }
    >
      {t('noTeamLead')}
    </EmptyState>
  )
}
