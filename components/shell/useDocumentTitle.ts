'use client'

import { useEffect } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact, useInboxCount } from '#components/session/hooks.ts'
import type { AreaView } from '#lib/client/client.ts'
import { useRoute } from './location.ts'
import type { Route } from './routes.ts'

/** Names the tab after what it shows: the story by key and title, the page, the workspace. */
export function useDocumentTitle(): void {
  const { route } = useRoute()
  const title = useAreaFact((area) => titleOf(route, area))
  const fresh = useInboxCount()
  useEffect(() => {
    const wanted = fresh === 0 ? title : `(${fresh}) ${title}`
    const name = () => {
      if (document.title !== wanted) document.title = wanted
    }
    name()
    // What the framework calls every page by may arrive later than this.
    const observer = new MutationObserver(name)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title, fresh])
}

function titleOf(route: Route, area: AreaView): string {
  const workspace = area.phase === 'ready' ? area.workspace.name : 'Sluice'
  return `${pageTitle(route, area)} · ${workspace}`
}

function pageTitle(route: Route, area: AreaView): string {
  const t = textsOf('shell')
  const key = route.page === 'story' ? route.key : peekOf(route)
  if (key !== null) return storyTitle(key, area)
  switch (route.page) {
    case 'search':
      return `${route.question ? `“${route.question}” · ` : ''}${t('nav.search')}`
    case 'theme':
      return themeName(route.theme, area)
    case 'backlog':
      return teamName(route.team, area)
    case 'meeting':
    case 'planning':
      return sessionName(route, area)
    case 'plannings': {
      const team = area.phase === 'ready' ? area.settings.teams.get(route.team) : undefined
      return team ? t('title.planningOf', { team: team.name }) : t('title.planning')
    }
    case 'inbox':
    case 'meetings':
    case 'themes':
    case 'history':
    case 'trash':
    case 'settings':
      return t(`nav.${route.page}`)
    default:
      return t('nav.refinement')
  }
}

function themeName(id: string, area: AreaView): string {
  const theme = area.phase === 'ready' ? area.settings.themes.get(id) : undefined
  return theme?.name ?? textsOf('shell.title')('theme')
}

function sessionName(
  { page, session }: Extract<Route, { page: 'meeting' | 'planning' }>,
  area: AreaView,
): string {
  const head = area.phase === 'ready' ? area.sessions.find(({ id }) => id === session) : null
  return head?.name ?? textsOf('shell')(page === 'meeting' ? 'nav.meetings' : 'title.planning')
}

function peekOf(route: Route): string | null {
  return route.page === 'refine' || route.page === 'backlog' ? (route.peek ?? null) : null
}

function teamName(team: string, area: AreaView): string {
  const name = area.phase === 'ready' ? area.settings.teams.get(team)?.name : undefined
  const t = textsOf('shell.title')
  return name === undefined ? t('backlog') : t('tabBacklogOf', { team: name })
}

function storyTitle(key: string, area: AreaView): string {
  if (area.phase !== 'ready') return key
  const story =
    area.stories.get(key) ?? [...area.stories.values()].find((candidate) => candidate.key === key)
  return story ? [story.key, story.title].filter(Boolean).join(' ') : key
}
