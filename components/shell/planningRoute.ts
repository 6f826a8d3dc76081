/** The planning sessions of a team, by the team's id. */
export interface PlanningListRoute {
  readonly page: 'plannings'
  readonly team: string
}

/** One of them by its id. `order`: the team's backlog is open in it to be ordered, instead of the votes. */
export interface PlanningRoute {
  readonly page: 'planning'
  readonly team: string
  readonly session: string
  readonly order?: boolean
}

/** Reads what stands behind `/t/<team>/plan` in an address; null: there is no such page. */
export function parsePlanning(
  team: string,
  [session, ...more]: readonly string[],
  search: string,
): PlanningListRoute | PlanningRoute | null {
  if (more.length > 0) return null
  if (session === undefined) return { page: 'plannings', team }
  const order = new URLSearchParams(search).get('pane') === 'order'
  return { page: 'planning', team, session, ...(order && { order }) }
}

/** Writes it, from `/t/` on. */
export function formatPlanning(route: PlanningListRoute | PlanningRoute): string {
  const list = `/t/${encodeURIComponent(route.team)}/plan`
  if (route.page === 'plannings') return list
  return `${list}/${encodeURIComponent(route.session)}${route.order ? '?pane=order' : ''}`
}
