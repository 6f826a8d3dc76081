'use client'

import { Lock, Rows3 } from 'lucide-react'
import { defineAction, useActions } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useMe } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import type { Team } from '#lib/domain/team.ts'
import { Link } from './Link.tsx'
import { navigate } from './location.ts'
import { useIsInView } from './openView.ts'
import { useTeamHere, useTeams } from './teams.ts'
import { WithTooltip } from './WithTooltip.tsx'

/** The teams a person may see, each a way to its backlog. Nothing where there are none. */
export function TeamLinks({ folded }: { readonly folded: boolean }) {
  const t = textsOf('shell.nav')
  const here = useTeamHere()
  const isInView = useIsInView() && !folded
  const teams = useTeams()
  const mine = useMyTeam(teams)
  useActions([goToBacklog], mine, { layer: 'app' })
  if (teams.length === 0) return null
  return (
    <div className={classes('mt-3 flex min-h-0 flex-col gap-0.5', folded && 'items-center')}>
      <h2
        id="sidebar-teams"
        className={classes('px-2 pb-1 text-meta font-medium text-subtle', folded && 'sr-only')}
      >
        {t('teams')}
      </h2>
      <ul aria-labelledby="sidebar-teams" className="flex flex-col gap-0.5">
        {teams.map((team) => {
          const isHere = !isInView && here === team.id
          return (
            <li key={team.id} className="flex">
              <WithTooltip
                show={folded}
                text={textsOf('shell.title')('backlogOf', { team: team.name })}
              >
                <Link
                  to={{ page: 'backlog', team: team.id }}
                  aria-current={isHere ? 'page' : undefined}
                  className={classes(
                    'flex h-control min-w-0 flex-1 items-center gap-2 rounded-button transition-colors',
                    folded ? 'w-control justify-center' : 'px-2',
                    isHere
                      ? 'bg-selected font-medium text-text'
                      : 'text-muted hover:bg-hover hover:text-text',
                  )}
                >
                  <TeamIcon team={team} />
                  <span className={folded ? 'sr-only' : 'truncate'}>{team.name}</span>
                  {team.isPrivate ? <span className="sr-only">{t('private')}</span> : null}
                </Link>
              </WithTooltip>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** A lock for a private team. */
export function TeamIcon({ team: { isPrivate } }: { readonly team: Team }) {
  const Icon = isPrivate ? Lock : Rows3
  return <Icon aria-hidden size={16} className="shrink-0" />
}

const goToBacklog = defineAction<Team>({
  id: 'go.backlog',
  group: 'Go to',
  keys: ['G B'],
  run: ({ id }) => navigate({ page: 'backlog', team: id }),
})

/** The first team the person is in, else the first there is. */
function useMyTeam(teams: readonly Team[]): Team | null {
  const { id } = useMe()
  const own = teams.find(({ members }) => members.some(({ user }) => user === id))
  return own ?? teams[0] ?? null
}
