import { useMemo } from 'react'
import { useAreaFact, useSettings, useWorkspaceClient } from '#components/session/hooks.ts'
import type { AreaView, WorkspaceClient } from '#lib/client/client.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { View } from '#lib/domain/view.ts'
import { useRoute } from '../location.ts'
import { isShown, type Viewable, viewable } from './look.ts'

/** What actions on views act with. */
export interface ViewTarget {
  readonly client: WorkspaceClient
  /** What is looked at. */
  readonly route: Viewable
  /** The view it was opened as; null where it is none that this person may know of. */
  readonly view: View | null
  readonly isChanged: boolean
}

/** Gives what is looked at and as which view; null on pages that views are not of. */
export function useViewHere(): ViewTarget | null {
  const client = useWorkspaceClient()
  const { route } = useRoute()
  const settings = useSettings()
  return useMemo(() => {
    const here = viewable(route)
    if (!here || !settings) return null
    const view = (here.saved && settings.views.get(here.saved)) || null
    // A place that is not the view's own is not it, whatever its address says.
    const isOfIt = view !== null && view.backlog === (here.page === 'backlog' ? here.team : null)
    if (!isOfIt) return { client, route: here, view: null, isChanged: false }
    return { client, route: here, view, isChanged: !isShown(view, here) }
  }, [client, route, settings])
}

/** Gives the views that this person may open, by name. */
export function viewsOf(area: AreaView): readonly View[] {
  return area.phase === 'ready' ? byName(area.settings) : NONE
}

/** The same, for a view; renders again only when the views change. */
export function useViews(): readonly View[] {
  return useAreaFact(viewsOf)
}

const NONE: readonly View[] = []
/** Asked at every change of the area: the same views are the same list. */
const lists = new WeakMap<Settings['views'], readonly View[]>()

function byName({ views, teams }: Settings): readonly View[] {
  const known = lists.get(views)
  if (known) return known
  const list = [...views.values()]
    .filter(({ backlog }) => backlog === null || teams.get(backlog)?.archivedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  lists.set(views, list)
  return list
}
