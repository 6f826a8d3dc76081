import { useTranslations } from 'use-intl/react'
import type { Session } from '#lib/domain/sessions/session.ts'
import { sizedIn } from './sized.ts'
import type { Planned } from './planned.ts'

/** How far a session is: how many stories of the queue have their size, and what they come to where sizes are numbers. */
export function PlanFacts({
  session,
  planned: { team },
}: {
  readonly session: Session
  readonly planned: Planned
}) {
  const t = useTranslations('planning.facts')
  const { count, points } = sizedIn(session, team)
  return (
    <p className="text-label whitespace-nowrap text-muted tabular-nums 2xl:text-body">
      {t('sized', { count, all: session.agenda.length })}
      {points > 0 ? ` · ${t('points', { points })}` : null}
    </p>
  )
}
