'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { Opening } from '#components/live/Opening.tsx'
import { useRoom } from '#components/live/room.ts'
import { useArea } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import type { PlanningRoute } from '#components/shell/planningRoute.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { PlanningRoom } from './PlanningRoom.tsx'

export interface PlanningPageProps {
  readonly route: PlanningRoute
  /** Shows a story with its text, to be edited. Stays the same function. */
  readonly renderStory: (storyId: string) => ReactNode
}

/** One planning session: prepared, running, or over. */
export function PlanningPage({ route, renderStory }: PlanningPageProps) {
  const t = useTranslations('planning')
  const view = useRoom(route.session)
  const area = useArea()
  const isKnown = view.phase === 'ready' && area.phase === 'ready'
  const planned = isKnown ? plannedIn(area, view.room.session.team) : null
  if (view.phase === 'absent' || (isKnown && planned === null)) {
    return (
      <EmptyState
        title={t('absent')}
        action={
          <Link to={{ page: 'plannings', team: route.team }} className={buttonClasses('secondary')}>
            {t('toList')}
          </Link>
        }
      >
        {t('absentMeans')}
      </EmptyState>
    )
  }
  // Stories are shown from the team's list, which may come later than the session's.
  if (!isKnown || !planned?.backlog.isLoaded) {
    return <Opening>{t('loading')}</Opening>
  }
  return (
    <PlanningRoom
      planned={{ ...planned, area }}
      room={view.room}
      isOrdering={route.order === true}
      renderStory={renderStory}
    />
  )
}

/** Gives the team that is planned, with its backlog; null where this person knows of none. */
function plannedIn({ settings, backlogs }: ReadyArea, id: string | null) {
  const team = id === null ? undefined : settings.teams.get(id)
  const backlog = team && backlogs.get(team.id)
  return backlog ? { team, backlog } : null
}
