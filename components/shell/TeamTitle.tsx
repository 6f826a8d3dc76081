'use client'

import { Lock } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact } from '#components/session/hooks.ts'

/** "Web · Backlog", with a lock where the team is private. A team that is not known is called nothing. */
export function TeamTitle({
  team: id,
  of,
}: {
  readonly team: string
  readonly of: 'backlog' | 'planning'
}) {
  const t = textsOf('shell.title')
  const team = useAreaFact((area) =>
    area.phase === 'ready' ? area.settings.teams.get(id) : undefined,
  )
  return (
    <h1 className="flex min-w-0 items-center gap-1.5 text-body font-semibold">
      {team?.isPrivate ? (
        <Lock role="img" aria-label={t('privateTeam')} size={14} className="shrink-0 text-muted" />
      ) : null}
      <span className="max-w-64 truncate">{team ? t(`${of}Of`, { team: team.name }) : t(of)}</span>
    </h1>
  )
}
