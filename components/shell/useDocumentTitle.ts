'use client'

import { useEffect } from 'react'
import { useAreaFact } from '#components/session/hooks.ts'
import type { AreaView } from '#lib/client/client.ts'
import { useRoute } from './location.ts'
import type { Route } from './routes.ts'

/** Names the tab after what it shows: the story by key and title, the page, the workspace. */
export function useDocumentTitle(): void {
  const { route } = useRoute()
  const title = useAreaFact((area) => titleOf(route, area))
  useEffect(() => {
    document.title = title
  }, [title])
}

function titleOf(route: Route, area: AreaView): string {
  const workspace = area.phase === 'ready' ? area.workspace.name : 'Sluice'
  const key = route.page === 'story' ? route.key : route.page === 'refine' ? route.peek : null
  if (key !== null) return `${storyTitle(key, area)} · ${workspace}`
  if (route.page === 'settings') return `Settings · ${workspace}`
  return `Refinement · ${workspace}`
}

function storyTitle(key: string, area: AreaView): string {
  if (area.phase !== 'ready') return key
  const story =
    area.stories.get(key) ?? [...area.stories.values()].find((candidate) => candidate.key === key)
  return story ? [story.key, story.title].filter(Boolean).join(' ') : key
}
