'use client'

import { ChevronLeft } from 'lucide-react'
import { useArea } from '#components/session/hooks.ts'
import { useWhyNot } from '#components/actions/index.ts'
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
  const area = useArea()
  const notAdministrator = useWhyNot('administer')
  if (area.phase === 'loading') return null
  const team = area.settings.teams.get(teamId)
  if (!team) return <NoTeam />
  const locked =
    team.archivedAt === null
      ? notAdministrator
      : (notAdministrator ?? 'This team is archived. Restore it below to change it.')
  const isLocked = locked !== null
  return (
    <>
      <Link
        to={ALL}
        className="target mb-3 inline-flex items-center gap-0.5 rounded-control text-interface text-muted hover:text-text"
      >
        <ChevronLeft aria-hidden size={14} />
        All teams
      </Link>
      <LockedNote reason={locked} />
      <TeamGeneral team={team} members={area.members} locked={isLocked} />
      <Section
        title="Members"
        lead="Members move the team's stories through its steps and edit them."
      >
        <TeamMembers team={team} members={area.members} locked={isLocked} />
      </Section>
      <Section
        title="Steps"
        lead="The way of a story through the team, 4 to 25 steps. Any step can be skipped."
      >
        {isLocked ? (
          <StepList team={team} backlog={area.backlogs.get(team.id)} />
        ) : (
          <StepsEditor team={team} backlog={area.backlogs.get(team.id)} />
        )}
      </Section>
      <Section title="Sizes and iterations">
        <TeamPlanning team={team} locked={isLocked} />
      </Section>
      <Section title={team.archivedAt === null ? 'Archive' : 'Restore'}>
        <ArchiveTeam team={team} locked={notAdministrator !== null} />
      </Section>
    </>
  )
}

function NoTeam() {
  return (
    <EmptyState
      title="There is no such team"
      action={
        <Link to={ALL} className={buttonClasses('primary')}>
          All teams
        </Link>
      }
    >
      The address may be mistyped, or the team is private and you are not in it.
    </EmptyState>
  )
}
