'use client'

import { Layers, Rows3 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useActions } from '#components/actions/index.ts'
import { useLocked } from '#components/actions/useLocked.ts'
import { NewSession } from '#components/live/around/NewSession.tsx'
import { Past } from '#components/live/around/Past.tsx'
import { SessionList } from '#components/live/around/SessionList.tsx'
import { useArea } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { PageBar } from '#components/shell/PageBar.tsx'
import { roomOf } from '#components/shell/live/liveActions.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import { listActions } from './listActions.ts'

/** Every planning session of a team: what runs, what is planned, what is over; and a way to begin one. */
export function Plannings({ team: id }: { readonly team: string }) {
  const t = useTranslations('planning')
  const area = useArea()
  const locked = useLocked('runSession')
  const field = useRef<HTMLInputElement>(null)
  useActions(listActions, locked === null ? field : null)
  if (area.phase === 'loading') {
    return (
      <p role="status" className="p-6 text-muted">
        {t('loadingList')}
      </p>
    )
  }
  const team = area.settings.teams.get(id)
  if (!team) return <EmptyState title={t('noTeam')}>{t('noTeamMeans')}</EmptyState>
  const own = area.sessions.filter((head) => head.team === id)
  const of = (state: SessionHead['state']) => own.filter((head) => head.state === state)
  const lists = {
    live: of('live'),
    scheduled: of('scheduled').sort((a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity)),
  }
  const [lastEnded] = of('ended').toReversed()
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <PageBar>
        <div className="flex min-w-0 flex-1 items-center gap-2">
          {/* On narrow screens the bar above has no room for the name. */}
          <span aria-hidden className="min-w-0 truncate ps-2 font-semibold md:hidden">
            {team.name}
          </span>
          <span className="flex-1" />
          <Link to={{ page: 'backlog', team: id }} className={buttonClasses('secondary', 'small')}>
            <Rows3 aria-hidden size={14} />
            {t('list.toBacklog')}
          </Link>
        </div>
      </PageBar>
      <div className="mx-auto w-full max-w-3xl px-4 py-6 md:px-8 md:py-8">
        <LockedNote reason={locked} />
        {locked === null && team.archivedAt === null ? (
          <Section title={t('list.begin')} lead={t('list.lead')}>
            <NewSession kind="planning" team={id} usual={t('list.usual')} field={field} />
          </Section>
        ) : null}
        {(['live', 'scheduled'] as const).map((state) =>
          lists[state].length === 0 ? null : (
            <Section key={state} title={t(`list.${state}`)}>
              <SessionList label={t(`list.${state}`)} heads={lists[state]} members={area.members} />
            </Section>
          ),
        )}
        {lastEnded ? (
          <Section title={t('list.ended')}>
            <Past
              key={lastEnded.id}
              kind="planning"
              team={id}
              area={area}
              toSession={(session) => roomOf({ id: session, team: id })}
            />
          </Section>
        ) : null}
        {own.length === 0 ? (
          <EmptyState
            icon={<Layers aria-hidden size={24} />}
            title={t('list.none')}
            action={
              <Link to={{ page: 'backlog', team: id }} className={buttonClasses('secondary')}>
                {t('list.backlog')}
              </Link>
            }
          >
            {t('list.noneMeans')}
          </EmptyState>
        ) : null}
      </div>
    </div>
  )
}
