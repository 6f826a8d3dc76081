'use client'

import { useEffect, useRef, useState } from 'react'
import { useAreaFact, useWorkspaceClient } from '#components/session/hooks.ts'
import { Tabs } from '#components/ui/Tabs.tsx'
import type { AreaView } from '#lib/client/client.ts'
import type { VersionList } from '#lib/schema/history.ts'
import { Timeline } from './Timeline.tsx'
import { useFeed } from './useFeed.ts'
import { useFetched } from './useFetched.ts'
import { Versions } from './Versions.tsx'

type Tab = 'timeline' | 'versions'

/** Under a story's text: what happened to it, and what its text was. Fetched when it comes near the screen. */
export function StoryHistory({
  storyId,
  area,
  now,
}: {
  readonly storyId: string
  readonly area: Extract<AreaView, { phase: 'ready' }>
  /** Milliseconds since the epoch. */
  readonly now: number
}) {
  const section = useRef<HTMLElement>(null)
  const isNear = useNear(section)
  const [tab, setTab] = useState<Tab>('timeline')
  const [seen, setSeen] = useState<ReadonlySet<Tab>>(new Set<Tab>(['timeline']))
  const news = useConfirmed(storyId)
  const { workspaceId } = useWorkspaceClient()
  const isKnown = news !== null
  const { view, feed } = useFeed(`story=${encodeURIComponent(storyId)}&limit=30`, {
    wanted: isNear && isKnown,
    news,
    pause: 400,
  })
  const path = `/workspaces/${encodeURIComponent(workspaceId)}/stories/${encodeURIComponent(storyId)}/versions`
  const { fetched, reload } = useFetched<VersionList>(path, {
    wanted: isNear && isKnown && seen.has('versions'),
    news,
  })
  return (
    <section ref={section} aria-label="History" className="min-h-40 border-t pb-16">
      {isKnown ? (
        <Tabs
          label="History"
          value={tab}
          onChange={(next) => {
            setTab(next)
            setSeen(new Set([...seen, next]))
          }}
          tabs={[
            {
              value: 'timeline',
              label: 'Timeline',
              panel: <Timeline area={area} view={view} feed={feed} now={now} />,
            },
            {
              value: 'versions',
              label: 'Versions',
              panel: (
                <Versions area={area} path={path} fetched={fetched} reload={reload} now={now} />
              ),
            },
          ]}
        />
      ) : (
        <p className="py-3 text-interface text-muted">
          What happens to this story is recorded once the server has it.
        </p>
      )}
    </section>
  )
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
