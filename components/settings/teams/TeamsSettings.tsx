'use client'

import { ChevronRight, Lock } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useLocked } from '#components/actions/useLocked.ts'
import { listed } from '#components/language/listed.ts'
import type { TextsIn } from '#components/language/messages.ts'
import { useArea } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import type { AreaView } from '#lib/client/client.ts'
import type { Team } from '#lib/domain/team.ts'
import { Rows } from '../Rows.tsx'
import { NewTeam } from './NewTeam.tsx'
import { TeamPage } from './TeamPage.tsx'
import { backlogOwners, filedIn } from './teamWords.ts'

/** The teams of the workspace, or the settings of one. */
export function TeamsSettings({ team }: { readonly team: string | undefined }) {
  const area = useArea()
  if (area.phase === 'loading') return null
  return team === undefined ? <TeamList area={area} /> : <TeamPage key={team} teamId={team} />
}

type Loaded = Extract<AreaView, { phase: 'ready' }>

function TeamList({ area }: { readonly area: Loaded }) {
  const t = useTranslations('settings.teams')
  const locked = useLocked('administer')
  const teams = [...area.settings.teams.values()].sort((a, b) => a.name.localeCompare(b.name))
  const current = teams.filter(({ archivedAt }) => archivedAt === null)
  const archived = teams.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <>
      <Section title={t('title')} lead={current.length === 0 ? t('none') : t('lead')}>
        <LockedNote reason={locked} />
        {current.length > 0 ? <TeamRows label={t('title')} teams={current} area={area} /> : null}
      </Section>
      {locked === null ? (
        <Section title={t('new')}>
          <NewTeam />
        </Section>
      ) : null}
      {archived.length > 0 ? (
        <section className="py-6">
          <details>
            <summary className="text-interface text-muted">
              {t('archived', { count: archived.length })}
            </summary>
            <div className="mt-3">
              <TeamRows label={t('archivedList')} teams={archived} area={area} />
            </div>
          </details>
        </section>
      ) : null}
    </>
  )
}

function TeamRows({
  label,
  teams,
  area,
}: {
  readonly label: string
  readonly teams: readonly Team[]
  readonly area: Loaded
}) {
  const t = useTranslations('settings.teams')
  const words = useTranslations('words')
  return (
    <Rows label={label}>
      {teams.map((team) => (
        <li key={team.id}>
          <Link
            to={{ page: 'settings', section: 'teams', team: team.id }}
            className="flex min-h-row items-center gap-3 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-1.5">
                <span className="truncate">{team.name}</span>
                {team.isPrivate ? (
                  <Lock aria-label={t('private')} size={12} className="shrink-0 text-subtle" />
                ) : null}
              </span>
              <span className="block text-label text-subtle">{factsOf(t, words, team, area)}</span>
            </span>
            <ChevronRight aria-hidden size={16} className="shrink-0 text-subtle rtl:-scale-x-100" />
          </Link>
        </li>
      ))}
    </Rows>
  )
}

function factsOf(
  t: TextsIn<'settings.teams'>,
  words: TextsIn<'words'>,
  team: Team,
  { members, backlogs }: Loaded,
): string {
  const backlog = backlogs.get(team.id)
  const owners = backlogOwners(team).flatMap((user) => members.get(user)?.name ?? [])
  return [
    words('people', { count: team.members.length }),
    // Not loaded is not empty (I6).
    backlog?.isLoaded
      ? words('stories', { count: backlog.stories.length + filedIn(backlog) })
      : null,
    owners.length > 0 ? t('backlogOf', { names: listed(words, owners) }) : null,
  ]
    .filter(Boolean)
    .join(' · ')
}
