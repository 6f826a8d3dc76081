'use client'

import { useCallback } from 'react'
import { ActionList } from '#components/actions/ActionList.tsx'
import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import { Palette } from '#components/actions/Palette.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { useArea, useWorkspaceClient } from '#components/session/hooks.ts'
import { visitsOf } from '#components/session/visits.ts'
import { navigate } from './location.ts'
import { parsePlace } from './routes.ts'
import { SEARCH } from './searchRoute.ts'
import { NewWorkspaceDialog } from './NewWorkspaceDialog.tsx'
import { type Overlay, showOverlay } from './overlays.ts'
import { RefusedPanel } from './RefusedPanel.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { keyEntries, recentEntries, storyEntries } from './storyEntries.ts'
import { teamEntries } from './teamEntries.ts'
import { viewEntries } from './views/viewEntries.ts'

const searchEverything = (question: string): PaletteEntry => ({
  id: 'search',
  heading: textsOf('actions.palette')('everywhere'),
  title: textsOf('actions.palette')('everywhereFor', { query: question }),
  choose: () => navigate({ ...SEARCH, question }),
})

const close = () => showOverlay(null)

/** The dialogs of the shell, of which `overlay` names the open one. */
export default function OverlayDialogs({ overlay }: { readonly overlay: Overlay | null }) {
  const area = useArea()
  const search = useCallback(
    () => [...viewEntries(area), ...teamEntries(area), ...storyEntries(area)],
    [area],
  )
  const more = useCallback(
    (query: string) => [...keyEntries(area, query), searchEverything(query)],
    [area],
  )
  const { me, workspaceId } = useWorkspaceClient()
  const recent = useCallback(
    () => recentEntries(area, visitsOf(me.id, workspaceId).get(), openStory()),
    [area, me.id, workspaceId],
  )
  const closeUnless = (open: boolean) => open || close()
  return (
    <>
      <Palette
        open={overlay === 'palette'}
        onOpenChange={closeUnless}
        search={search}
        recent={recent}
        more={more}
      />
      <ActionList open={overlay === 'keys'} onOpenChange={closeUnless} />
      <RefusedPanel open={overlay === 'refused'} onClose={close} />
      <SignOutDialog open={overlay === 'sign-out'} onClose={close} />
      <NewWorkspaceDialog open={overlay === 'new-workspace'} onClose={close} />
    </>
  )
}

/** The key (or id) of the story that fills the page. */
function openStory(): string | null {
  const route = parsePlace(location)?.route
  return route?.page === 'story' ? route.key : null
}
