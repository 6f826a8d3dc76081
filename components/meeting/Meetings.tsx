'use client'

import { UsersRound } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useActions } from '#components/actions/index.ts'
import { useLocked } from '#components/actions/useLocked.ts'
import { NewSession } from '#components/live/around/NewSession.tsx'
import { Past } from '#components/live/around/Past.tsx'
import { SessionList } from '#components/live/around/SessionList.tsx'
import { Texts } from '#components/language/Texts.tsx'
import { useArea } from '#components/session/hooks.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import { listActions } from './listActions.ts'
import { AREAS } from './texts.ts'

/** Every meeting of the workspace: what runs, what is planned, what is over; and a way to begin one. */
export function Meetings() {
  return (
    <Texts areas={AREAS}>
      <Page />
    </Texts>
  )
}

function Page() {
  const t = useTranslations('meeting.list')
  const area = useArea()
  const locked = useLocked('runSession')
  const field = useRef<HTMLInputElement>(null)
  useActions(listActions, locked === null ? field : null)
  if (area.phase === 'loading') return null
  const meetings = area.sessions.filter(({ kind }) => kind === 'meeting')
  const of = (state: SessionHead['state']) => meetings.filter((head) => head.state === state)
  const lists = {
    live: of('live'),
    scheduled: of('scheduled').sort((a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity)),
    ended: of('ended').toReversed(),
  }
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl px-4 py-6 md:px-8 md:py-8">
        <LockedNote reason={locked} />
        {locked === null ? (
          <Section title={t('begin')} lead={t('lead')}>
            <NewSession kind="meeting" usual={t('usual')} field={field} />
          </Section>
        ) : null}
        {(['live', 'scheduled'] as const).map((state) =>
          lists[state].length === 0 ? null : (
            <Section key={state} title={t(state)}>
              <SessionList label={t(state)} heads={lists[state]} members={area.members} />
            </Section>
          ),
        )}
        {lists.ended.length === 0 ? null : (
          <Section title={t('ended')}>
            <Past
              key={lists.ended[0]?.id}
              kind="meeting"
              area={area}
              toSession={(session) => ({ page: 'meeting', session })}
            />
          </Section>
        )}
        {meetings.length === 0 ? (
          <EmptyState icon={<UsersRound aria-hidden size={24} />} title={t('none')}>
            {t('noneMeans')}
          </EmptyState>
        ) : null}
      </div>
    </div>
  )
}
