'use client'

import { Layers, Lock, Rows3 } from 'lucide-react'
import { defineAction, useActions } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useMe } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import type { Team } from '#lib/domain/team.ts'
import { Link } from './Link.tsx'
import { navigate, useRoute } from './location.ts'
import { useIsInView } from './openView.ts'
import { isPlanning, useTeamHere, useTeams } from './teams.ts'
import { WithTooltip } from './WithTooltip.tsx'

/** The teams a person may see, each a way to its backlog and to its planning. Nothing where there are none. */
export function TeamLinks({ folded }: { readonly folded: boolean }) {
  const t = textsOf('shell.nav')
  const here = useTeamHere()
  const isInView = useIsInView() && !folded
  const teams = useTeams()
  const mine = useMyTeam(teams)
  useActions(TEAM_ACTIONS, mine, { layer: 'app' })
  const { route } = useRoute()
  const plans = isPlanning(route)
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
          const isHere = !isInView && here === team.id && !plans
          return (
            <li key={team.id} className="flex flex-col gap-0.5">
              <WithTooltip
                show={folded}
                text={textsOf('shell.title')('backlogOf', { team: team.name })}
              >
                <Link
                  to={{ page: 'backlog', team: team.id }}
                  aria-current={isHere ? 'page' : undefined}
                  className={classes(
                    'flex h-control min-w-0 items-center gap-2 rounded-button transition-colors',
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
              {folded ? null : (
                <Link
                  to={{ page: 'plannings', team: team.id }}
                  aria-label={textsOf('shell.title')('planningOf', { team: team.name })}
                  aria-current={plans && here === team.id ? 'page' : undefined}
                  className={classes(
                    'flex h-control min-w-0 items-center gap-2 rounded-button ps-8 pe-2 transition-colors',
                    plans && here === team.id
                      ? 'bg-selected font-medium text-text'
                      : 'text-muted hover:bg-hover hover:text-text',
                  )}
                >
                  <Layers aria-hidden size={16} className="shrink-0" />
                  <span className="truncate">{t('planning')}</span>
                </Link>
              )}
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

const goToPlanning = defineAction<Team>({
  id: 'go.planning',
  group: 'Go to',
  keys: ['G P'],
  run: ({ id }) => navigate({ page: 'plannings', team: id }),
})

const TEAM_ACTIONS = [goToBacklog, goToPlanning]

/** The first team the person is in, else the first there is. */
function useMyTeam(teams: readonly Team[]): Team | null {
  const { id } = useMe()
  const own = teams.find(({ members }) => members.some(({ user }) => user === id))
  return own ?? teams[0] ?? null
}
