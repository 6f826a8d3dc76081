'use client'

import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { loadTakingBack } from '#components/actions/index.ts'
import { type FirstTexts, useFirstTexts } from '#components/language/firstTexts.ts'
import { withTexts } from '#components/language/loaded.ts'
import { Board } from '#components/board/Board.tsx'
import { useSync } from '#components/session/hooks.ts'
import { WorkspaceProvider } from '#components/session/WorkspaceProvider.tsx'
import { usePlace } from '#components/shell/location.ts'
import { loadOverlays } from '#components/shell/Overlays.tsx'
import { Shell } from '#components/shell/Shell.tsx'
import { ShellSkeleton } from '#components/shell/ShellSkeleton.tsx'
import { Directed } from '#components/ui/Directed.tsx'
import { loadPopups } from '#components/ui/popups/loading.ts'

const ASKED = ['asks', 'actions'] as const
const loadStoryPage = () => withTexts(import('#components/story/StoryPage.tsx'), ASKED)
const StoryPage = lazy(() => loadStoryPage().then((module) => ({ default: module.StoryPage })))
const loadStoryBeside = () => withTexts(import('#components/story/StoryBeside.tsx'), ASKED)
const StoryBeside = lazy(() =>
  loadStoryBeside().then((module) => ({ default: module.StoryBeside })),
)
const AccessEnded = lazy(() =>
  import('#components/story/AccessEnded.tsx').then((module) => ({ default: module.AccessEnded })),
)
const ToastRegion = lazy(() =>
  import('#components/ui/ToastRegion.tsx').then((module) => ({ default: module.ToastRegion })),
)
const loadBacklog = async () => {
  const code = withTexts(import('#components/backlog/Backlog.tsx'), ASKED)
  const [backlog] = await Promise.all([code, loadPopups()])
  return backlog
}
const Backlog = lazy(() => loadBacklog().then((module) => ({ default: module.Backlog })))
const loadSettings = () => import('#components/settings/Settings.tsx')
const Settings = lazy(() => loadSettings().then((module) => ({ default: module.Settings })))
const HistoryPage = lazy(() =>
  import('#components/history/HistoryPage.tsx').then((module) => ({ default: module.HistoryPage })),
)
const TrashPage = lazy(() =>
  import('#components/history/TrashPage.tsx').then((module) => ({ default: module.TrashPage })),
)

const loadInbox = () => withTexts(import('#components/inbox/InboxPage.tsx'), ['asks'])
const InboxPage = lazy(() => loadInbox().then((module) => ({ default: module.InboxPage })))

const loadSearch = () =>
  withTexts(import('#components/search/SearchPage.tsx'), ['problems', 'search'])
const SearchPage = lazy(() => loadSearch().then((module) => ({ default: module.SearchPage })))

const loadThemes = () => import('#components/theme/index.ts')
const Themes = lazy(() => loadThemes().then((module) => ({ default: module.Themes })))
const ThemePage = lazy(() => loadThemes().then((module) => ({ default: module.ThemePage })))

const loadMeetings = () => withTexts(import('#components/meeting/index.ts'), ASKED)
const MeetingPages = lazy(() => loadMeetings().then((module) => ({ default: module.MeetingPages })))

const loadPlanning = () => withTexts(import('#components/planning/index.ts'), ASKED)
const PlanningPages = lazy(() =>
  loadPlanning().then((module) => ({ default: module.PlanningPages })),
)

const NoPage = lazy(() =>
  import('#components/shell/NoPlace.tsx').then((module) => ({ default: module.NoPage })),
)
const NoWorkspace = lazy(() =>
  import('#components/shell/NoPlace.tsx').then((module) => ({ default: module.NoWorkspace })),
)
const ViewPage = lazy(() =>
  withTexts(import('#components/shell/views/ViewPage.tsx'), ['views']).then((module) => ({
    default: module.ViewPage,
  })),
)

/** The workspace in the browser: the shell, and the feature that the address names. */
export function WorkspaceApp({ texts }: { readonly texts: FirstTexts }) {
  const skeleton = <ShellSkeleton says={texts.messages.shell.loading} />
  return (
    <Suspense fallback={skeleton}>
      <Opened texts={texts} skeleton={skeleton} />
    </Suspense>
  )
}

function Opened({ texts, skeleton }: { readonly texts: FirstTexts; readonly skeleton: ReactNode }) {
  useFirstTexts(texts)
  const place = usePlace()
  useFetchedWhenIdle()
  if (!place) return skeleton
  return (
    <Directed>
      <WorkspaceProvider
        key={place.workspace}
        workspaceId={place.workspace}
        loading={skeleton}
        absent={
          <Suspense fallback={null}>
            <NoWorkspace />
          </Suspense>
        }
      >
        <Shell>
          <Suspense fallback={null}>
            <Page />
          </Suspense>
        </Shell>
      </WorkspaceProvider>
      <Suspense fallback={null}>
        <ToastRegion />
      </Suspense>
    </Directed>
  )
}

function Page() {
  const place = usePlace()
  if (useSync().kind === 'access-changed') return <AccessEnded />
  switch (place?.route.page) {
    case 'refine':
      return <Board renderStory={renderStory} />
    case 'backlog':
      return <Backlog route={place.route} renderStory={renderStory} />
    case 'story':
      return <StoryPage storyKey={place.route.key} />
    case 'settings':
      return <Settings section={place.route.section} team={place.route.team} />
    case 'inbox':
      return <InboxPage tab={place.route.tab} />
    case 'search':
      return <SearchPage route={place.route} />
    case 'themes':
      return <Themes />
    case 'theme':
      return <ThemePage key={place.route.theme} themeId={place.route.theme} />
    case 'meetings':
    case 'meeting':
      return <MeetingPages route={place.route} renderStory={renderRefined} />
    case 'plannings':
    case 'planning':
      return <PlanningPages route={place.route} renderStory={renderRefined} />
    case 'history':
      return <HistoryPage filter={place.route.filter} />
    case 'view':
      return <ViewPage view={place.route.view} />
    case 'trash':
      return <TrashPage />
    default:
      return <NoPage />
  }
}

function renderStory(storyId: string) {
  return (
    <Suspense fallback={null}>
      <StoryBeside key={storyId} storyId={storyId} />
    </Suspense>
  )
}

function renderRefined(storyId: string) {
  return (
    <Suspense fallback={null}>
      <StoryBeside key={storyId} storyId={storyId} textFirst />
    </Suspense>
  )
}

/** The editor and the settings are fetched when nothing else is to be done, so that they open at once, offline too. */
function useFetchedWhenIdle(): void {
  useEffect(() => {
    const fetchAll = () => {
      void loadPopups().catch(ignore)
      void loadStoryPage().catch(ignore)
      void loadBacklog().catch(ignore)
      void loadStoryBeside().catch(ignore)
      void loadSettings().catch(ignore)
      void loadThemes().catch(ignore)
      void loadInbox().catch(ignore)
      void loadMeetings().catch(ignore)
      void loadPlanning().catch(ignore)
      void loadSearch().catch(ignore)
      void loadOverlays().catch(ignore)
      void loadTakingBack().catch(ignore)
    }
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(fetchAll, 2_000)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(fetchAll, { timeout: 5_000 })
    return () => cancelIdleCallback(idle)
  }, [])
}

/** Offline before it could be fetched: opening the page tries again, and says so if it fails. */
function ignore(): void {}
