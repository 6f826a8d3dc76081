'use client'

import { useTranslations } from 'use-intl/react'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { inWords } from '#lib/domain/history/inWords.ts'
import { runsOf } from '#lib/domain/history/runs.ts'
import { EventText } from './EventText.tsx'
import type { Feed, FeedView } from './feed.ts'
import { knownIn, personIn } from './known.ts'
import { Problem } from './Problem.tsx'
import { ago } from './when.ts'

/** What happened to one story, newest first. */
export function Timeline({
  area,
  view,
  feed,
  now,
}: {
  readonly area: Extract<AreaView, { phase: 'ready' }>
  readonly view: FeedView
  readonly feed: Feed
  /** Milliseconds since the epoch. */
  readonly now: number
}) {
  const t = useTranslations('history')
  if (view.phase === 'loading') return <Loading />
  if (view.phase === 'failed') {
    return <Problem message={view.message} again={() => void feed.refresh()} />
  }
  const known = knownIn(area, view)
  return (
    <>
      {view.problem ? (
        <Problem
          message={t('shownBefore', { problem: view.problem })}
          again={() => void feed.refresh()}
        />
      ) : null}
      <ol aria-label={t('newestFirst')} className="flex flex-col gap-3 py-3">
        {runsOf(view.events).map(([event]) => {
          const person = personIn(area, view.people, event.by)
          return (
            <li key={event.seq} className="flex gap-2.5">
              <span aria-hidden>
                <Avatar person={person} size="small" />
              </span>
              <EventText
                person={person}
                told={inWords(event, known)}
                at={event.at}
                when={ago(event.at, now)}
              />
            </li>
          )
        })}
      </ol>
      {view.hasEarlier ? (
        <Button size="small" busy={view.isFetching} onClick={() => void feed.earlier()}>
          {t('earlier')}
        </Button>
      ) : null}
    </>
  )
}

function Loading() {
  const t = useTranslations('history')
  return (
    <div aria-busy className="flex flex-col gap-3 py-3">
      <span className="sr-only">{t('loadingEvents')}</span>
      <Skeleton className="h-5 w-3/5" />
      <Skeleton className="h-5 w-2/5" />
      <Skeleton className="h-5 w-1/2" />
    </div>
  )
}
