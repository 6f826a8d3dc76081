'use client'

import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl/react'
import { useActions } from '#components/actions/index.ts'
import { deskOf, Discussion, useFresh } from '#components/discussion/index.ts'
import { Texts } from '#components/language/Texts.tsx'
import { useAreaFact, useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import { keepInView } from '#components/ui/keepInView.ts'
import { Tabs } from '#components/ui/Tabs.tsx'
import type { AreaView } from '#lib/client/client.ts'
import type { VersionList } from '#lib/schema/history.ts'
import { Timeline } from './Timeline.tsx'
import { AREAS } from './texts.ts'
import { useFeed } from './useFeed.ts'
import { useFetched } from './useFetched.ts'
import { type UnderText, underTextActions } from './underTextActions.ts'
import { Versions } from './Versions.tsx'

interface StoryHistoryProps {
  readonly storyId: string
  readonly area: Extract<AreaView, { phase: 'ready' }>
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Under a story's text: what is said about it, what happened to it, and what its text was. Fetched when it comes near the screen. */
export function StoryHistory(props: StoryHistoryProps) {
  return (
    <Texts areas={AREAS}>
      <Shown {...props} />
    </Texts>
  )
}

function Shown({ storyId, area, now }: StoryHistoryProps) {
  const t = useTranslations('history')
  const section = useRef<HTMLElement>(null)
  const isNear = useNear(section)
  const [tab, setTab] = useState<UnderText>('discussion')
  const [seen, setSeen] = useState<ReadonlySet<UnderText>>(new Set<UnderText>(['discussion']))
  const [isNaming, setNaming] = useState(false)
  const stopKeeping = useRef(() => {})
  const open = (next: UnderText) => {
    setTab(next)
    setSeen((before) => new Set([...before, next]))
  }
  const show = (next: UnderText) => {
    flushSync(() => open(next))
    const { current } = section
    if (!current) return
    stopKeeping.current()
    stopKeeping.current = keepInView(() => section.current, 'start')
    current
      .querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
      ?.focus({ preventScroll: true })
  }
  useActions(underTextActions, {
    show,
    name: () => {
      show('versions')
      // Behind the tab, which has the focus by now; a form that is open already does not take it by itself.
      flushSync(() => setNaming(true))
      section.current?.querySelector<HTMLElement>('form input')?.focus()
    },
  })
  const toDiscussion = useEffectEvent(() => show('discussion'))
  useEffect(() => {
    const { reveal } = deskOf(storyId)
    reveal.set(() => toDiscussion())
    return () => {
      stopKeeping.current()
      reveal.set(null)
    }
  }, [storyId])
  const news = useConfirmed(storyId)
  const client = useWorkspaceClient()
  const isKnown = news !== null
  const { view, feed } = useFeed(`story=${encodeURIComponent(storyId)}&limit=30`, {
    wanted: isNear && isKnown && seen.has('timeline'),
    news,
    pause: 400,
  })
  const path = `/workspaces/${encodeURIComponent(client.workspaceId)}/stories/${encodeURIComponent(storyId)}`
  const { fetched, reload } = useFetched<VersionList>(`${path}/versions`, {
    wanted: isNear && isKnown && seen.has('versions'),
    news: useMoment(news, useReadable(client.versions).get(storyId)),
  })
  return (
    <section ref={section} aria-label={t('under')} className="min-h-40 border-t pb-16">
      <Tabs
        label={t('under')}
        value={tab}
        onChange={open}
        tabs={[
          {
            value: 'discussion',
            label: <DiscussionLabel storyId={storyId} />,
            panel: <Discussion storyId={storyId} />,
          },
          {
            value: 'timeline',
            label: t('timeline'),
            panel: isKnown ? (
              <Timeline area={area} view={view} feed={feed} now={now} />
            ) : (
              <NotKnown />
            ),
          },
          {
            value: 'versions',
            label: t('versions'),
            panel: isKnown ? (
              <Versions
                storyId={storyId}
                area={area}
                path={path}
                fetched={fetched}
                reload={reload}
                now={now}
                naming={{ isOpen: isNaming, onChange: setNaming }}
              />
            ) : (
              <NotKnown />
            ),
          },
        ]}
      />
    </section>
  )
}

function DiscussionLabel({ storyId }: { readonly storyId: string }) {
  const t = useTranslations('history')
  const open = useAreaFact((area) =>
    area.phase === 'ready' ? (area.stories.get(storyId)?.talk.open ?? 0) : 0,
  )
  const isFresh = useFresh(storyId).size > 0
  return (
    <>
      {t('discussion')}
      {open > 0 ? (
        <span className="text-label text-subtle tabular-nums">
          {t.rich('openCount', {
            count: open,
            h: unseen,
          })}
        </span>
      ) : null}
      {isFresh ? (
        <span className="size-1.5 rounded-full bg-accent">
          <span className="sr-only">{t('somethingNew')}</span>
        </span>
      ) : null}
    </>
  )
}

function NotKnown() {
  const t = useTranslations('history')
  return <p className="py-3 text-interface text-muted">{t('notKnown')}</p>
}

/**
 * Gives the story as the server last had it: another value whenever something has happened to it. What only this device
 * has done so far is not in any history. Null while the server does not know the story.
 */
function useConfirmed(storyId: string): unknown {
  const story = useAreaFact((area) =>
    area.phase === 'ready' ? (area.stories.get(storyId) ?? null) : null,
  )
  const isPending = useAreaFact((area) => area.phase === 'ready' && area.pending.has(storyId))
  const [confirmed, setConfirmed] = useState(isPending ? null : story)
  if (!isPending && confirmed !== story) setConfirmed(story)
  return story?.key === null ? null : (confirmed ?? story)
}

/** Gives another value whenever one of the two is another one. */
function useMoment(news: unknown, more: unknown): object {
  return useMemo(() => ({ news, more }), [news, more])
}

/** True from the moment an element comes near the screen. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!element.current || isNear) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '400px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, isNear])
  return isNear
}

/** Is heard and not seen. */
function unseen(words: ReactNode) {
  return <span className="sr-only">{words}</span>
}
