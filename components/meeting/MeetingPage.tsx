'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Texts } from '#components/language/Texts.tsx'
import { Opening } from '#components/live/Opening.tsx'
import { useRoom } from '#components/live/room.ts'
import { useArea } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { MeetingRoom } from './MeetingRoom.tsx'
import { AREAS } from './texts.ts'

export interface MeetingPageProps {
  readonly id: string
  /** Shows a story with its text, to be edited. Stays the same function. */
  readonly renderStory: (storyId: string) => ReactNode
}

/** One meeting: prepared, running, or over. */
export function MeetingPage(page: MeetingPageProps) {
  return (
    <Texts areas={AREAS}>
      <Page {...page} />
    </Texts>
  )
}

function Page({ id, renderStory }: MeetingPageProps) {
  const t = useTranslations('meeting')
  const view = useRoom(id)
  const area = useArea()
  if (view.phase === 'absent') {
    return (
      <EmptyState
        title={t('absent')}
        action={
          <Link to={{ page: 'meetings' }} className={buttonClasses('secondary')}>
            {t('toList')}
          </Link>
        }
      >
        {t('absentMeans')}
      </EmptyState>
    )
  }
  if (view.phase === 'loading' || area.phase === 'loading') {
    return <Opening>{t('loading')}</Opening>
  }
  return <MeetingRoom room={view.room} area={area} renderStory={renderStory} />
}
