import { useAreaFact } from '#components/session/hooks.ts'
import type { AreaView } from '#lib/client/client.ts'
import type { Team } from '#lib/domain/team.ts'
import { findStory } from './findStory.ts'
import { useRoute } from './location.ts'
import type { PlanningListRoute, PlanningRoute } from './planningRoute.ts'
import type { Route } from './routes.ts'

/** Gives the teams that are worked in, as far as this person may know of them, by name. */
export function teamsOf(area: AreaView): readonly Team[] {
  return area.phase === 'ready' ? liveTeams(area.settings.teams) : NONE
}

/** The same, for a view; renders again only when the teams change. */
export function useTeams(): readonly Team[] {
  return useAreaFact(teamsOf)
}

/** Gives the id of the team whose work the page is about: its backlog, a story on it, its planning. Null elsewhere. */
export function useTeamHere(): string | null {
  const { route } = useRoute()
  return useAreaFact((area) => {
    if (route.page === 'backlog' || isPlanning(route)) return route.team
    if (route.page !== 'story' || area.phase !== 'ready') return null
    return findStory(area.stories, route.key)?.team ?? null
  })
}

/** True for the pages where a team plans. */
export function isPlanning(route: Route): route is PlanningListRoute | PlanningRoute {
  return route.page === 'plannings' || route.page === 'planning'
}

const NONE: readonly Team[] = []

/** Asked at every change of the area: the same teams are the same list. */
const lists = new WeakMap<ReadonlyMap<string, Team>, readonly Team[]>()

function liveTeams(teams: ReadonlyMap<string, Team>): readonly Team[] {
  const known = lists.get(teams)
  if (known) return known
  const live = [...teams.values()]
    .filter(({ archivedAt }) => archivedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name))
  lists.set(teams, live)
  return live
}
