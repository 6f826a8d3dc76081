import type { View } from '#lib/domain/view.ts'
import type { BacklogRoute } from '../backlogRoute.ts'
import { type BoardRoute, formatPlace, parsePlace, type Route } from '../routes.ts'

/** What a view can be of: the refinement area, or a team's backlog. */
export type Viewable = BoardRoute | BacklogRoute

/** Gives the route where it is one that views are of, else null. */
export function viewable(route: Route): Viewable | null {
  return route.page === 'refine' || route.page === 'backlog' ? route : null
}

/** The place that a view is of, and how it is looked at: the query of an address without what is only open there now. */
export function lookOf(route: Viewable): Pick<View, 'backlog' | 'look'> {
  const plain: Viewable =
    route.page === 'refine'
      ? { ...route, peek: null, stage: undefined, capture: undefined, saved: undefined }
      : { ...route, peek: null, step: null, saved: null }
  const address = formatPlace({ workspace: 'w', route: plain })
  const look = address.split('?')[1] ?? ''
  return { backlog: route.page === 'backlog' ? route.team : null, look }
}

/** Gives where a view leads. What this page does not know of its look is left out. */
export function routeOf({ id, backlog, look }: View): Viewable {
  const pathname =
    backlog === null ? '/w/w/refine' : `/w/w/t/${encodeURIComponent(backlog)}/backlog`
  const route = viewable(parsePlace({ pathname, search: `?${look}` })?.route ?? { page: 'unknown' })
  return { ...(route ?? { page: 'refine', peek: null }), saved: id }
}

/** True when what is looked at is what the view says. */
export function isShown(view: View, route: Viewable): boolean {
  const here = lookOf(route)
  const saved = lookOf(routeOf(view))
  return here.backlog === saved.backlog && here.look === saved.look
}
