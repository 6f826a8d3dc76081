'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import { useBehind } from '#components/ui/useBehind.ts'
import { Link } from './Link.tsx'
import { lastBacklog, lastBoard, noteStory, useRoute } from './location.ts'
import { People } from './People.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { RefusedButton } from './RefusedButton.tsx'
import { SyncIndicator } from './SyncIndicator.tsx'
import { TeamTitle } from './TeamTitle.tsx'
import { loadViews } from './views/loading.ts'
import { WorkspaceMenu } from './WorkspaceMenu.tsx'

/**
 * Above every page: where one is, the page's controls, how far the work has got, who is here. On narrow screens a story
 * takes the whole width, so the way back and its controls share one line; elsewhere the controls get a line of their own.
 */
export function TopBar({ slot }: { readonly slot: (element: HTMLElement | null) => void }) {
  const { route } = useRoute()
  const isStory = route.page === 'story'
  const views = useBehind(loadViews)
  return (
    <header
      className={classes(
        'flex shrink-0 items-center gap-x-2 border-b bg-surface px-2 md:h-12 md:gap-x-3 md:px-4',
        isStory ? 'h-12' : 'flex-wrap md:flex-nowrap',
      )}
    >
      <div
        className={classes(
          'h-12 min-w-0 max-w-[45%] items-center md:hidden',
          isStory ? 'hidden' : 'flex',
        )}
      >
        <WorkspaceMenu />
      </div>
      <div
        className={classes('flex min-w-0 shrink-0 items-center', isStory ? '' : 'max-md:sr-only')}
      >
        <Title />
      </div>
      {views ? <views.ViewMenu /> : null}
      <div
        ref={slot}
        className={classes(
          'flex min-w-0 flex-1 items-center gap-2 empty:hidden',
          isStory
            ? // Beside it the sync state, which wraps when it has much to say.
              'max-md:flex-[1_0_auto] max-md:justify-end'
            : 'max-md:order-last max-md:w-full max-md:flex-none max-md:overflow-x-auto max-md:pb-2',
        )}
      />
      <div className="ms-auto flex h-12 min-w-0 items-center justify-end gap-2">
        <RefusedButton />
        <SyncIndicator />
        {/* A story's own bar shows who is in it. */}
        {isStory ? null : <People />}
        <div className={classes('md:hidden', isStory && 'hidden')}>
          <PersonMenu folded side="bottom" />
        </div>
      </div>
    </header>
  )
}

function Title() {
  const t = textsOf('shell')
  const { route } = useRoute()
  switch (route.page) {
    case 'refine':
      return <PageTitle>{t('nav.refinement')}</PageTitle>
    case 'story':
      return (
        <h1 className="flex items-center gap-1 text-body font-semibold">
          <WayBack name={route.key} />
          <ChevronRight
            aria-hidden
            size={14}
            className="text-subtle rtl:-scale-x-100 max-md:hidden"
          />
          <StoryKey name={route.key} />
        </h1>
      )
    case 'backlog':
      return <TeamTitle team={route.team} of="backlog" />
    case 'plannings':
    case 'planning':
      return <TeamTitle team={route.team} of="planning" />
    case 'settings':
      return <PageTitle>{t('nav.settings')}</PageTitle>
    case 'inbox':
      return <PageTitle>{t('nav.inbox')}</PageTitle>
    case 'search':
      return <PageTitle>{t('nav.search')}</PageTitle>
    case 'meetings':
    case 'meeting':
      return <PageTitle>{t('nav.meetings')}</PageTitle>
    case 'themes':
      return <PageTitle>{t('nav.themes')}</PageTitle>
    case 'theme':
      return <ThemeTitle theme={route.theme} />
    case 'history':
      return <PageTitle>{t('nav.history')}</PageTitle>
    case 'trash':
      return <PageTitle>{t('nav.trash')}</PageTitle>
    case 'view':
      return <PageTitle>{t('title.view')}</PageTitle>
    case 'unknown':
      return <PageTitle>{t('title.unknown')}</PageTitle>
  }
}

function PageTitle({ children }: { readonly children: string }) {
  return <h1 className="text-body font-semibold">{children}</h1>
}

function ThemeTitle({ theme }: { readonly theme: string }) {
  const t = textsOf('shell')
  const name = useAreaFact((area) =>
    area.phase === 'ready' ? area.settings.themes.get(theme)?.name : undefined,
  )
  return (
    <h1 className="flex min-w-0 items-center gap-1 text-body font-semibold">
      <Link
        to={{ page: 'themes' }}
        className="target rounded-control font-normal text-muted hover:text-text"
      >
        {t('nav.themes')}
      </Link>
      <ChevronRight aria-hidden size={14} className="shrink-0 text-subtle rtl:-scale-x-100" />
      <span className="truncate">{name ?? t('title.theme')}</span>
    </h1>
  )
}

/** To where a story is: the board or the backlog of the team that has it, as it was left. */
function WayBack({ name }: { readonly name: string }) {
  useEffect(() => noteStory(name), [name])
  const team = useAreaFact((area) => {
    if (area.phase === 'loading') return undefined
    for (const { id, key, team } of area.stories.values()) {
      if (team !== null && (key === name || id === name)) return area.settings.teams.get(team)
    }
    return undefined
  })
  return (
    <Link
      to={team ? lastBacklog(team.id) : lastBoard()}
      className="target flex max-w-48 items-center gap-0.5 rounded-control font-normal text-muted hover:text-text"
    >
      <ChevronLeft aria-hidden size={18} className="rtl:-scale-x-100 md:hidden" />
      <span className="truncate max-md:sr-only">
        {team?.name ?? textsOf('shell.nav')('refinement')}
      </span>
    </Link>
  )
}

/** A story that has no key yet is addressed by its id, which says nothing to people. */
function StoryKey({ name }: { readonly name: string }) {
  const story = useAreaFact((area) => (area.phase === 'ready' ? area.stories.get(name) : undefined))
  return (
    <span className="font-mono text-interface whitespace-nowrap">
      {story ? (story.key ?? textsOf('shell.title')('newStory')) : name}
    </span>
  )
}
