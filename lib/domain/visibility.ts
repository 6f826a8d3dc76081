import type { Actor } from './roles.ts'
import type { WorkspaceState } from './state.ts'
import type { Story } from './story.ts'
import type { Team } from './team.ts'
import type { View } from './view.ts'

/** The part of a workspace that rights depend on. */
export type World = Pick<WorkspaceState, 'members' | 'settings'>

type Reader = Pick<Actor, 'id' | 'roles'>

/** True when somebody may know of a team: a private one is known to its members and to administrators only. */
export function seesTeam(team: Team, { id, roles }: Reader): boolean {
  if (!team.isPrivate) return true
  if (roles.includes('owner') || roles.includes('admin')) return true
  return team.members.some(({ user }) => user === id)
}

/** True when somebody may read a team's backlog. */
export function readsTeam({ settings }: World, teamId: string, reader: Reader): boolean {
  const team = settings.teams.get(teamId)
  return team !== undefined && seesTeam(team, reader)
}

/** True when somebody may read a story, over any door. What is hidden and what is absent look the same. */
export function readsStory(world: World, story: Story, reader: Reader): boolean {
  return story.team === null || readsTeam(world, story.team, reader)
}

/** True when somebody may know of a view: it is theirs or shared, and they may read the place it shows (VW2). */
export function seesView(
  world: World,
  { owner, isShared, backlog }: View,
  reader: Reader,
): boolean {
  if (!isShared && owner !== reader.id) return false
  return backlog === null || readsTeam(world, backlog, reader)
}

/** True for a story that everybody in the workspace may know of. */
export function isOpenToAll({ team }: Story, { teams }: World['settings']): boolean {
  return team === null || teams.get(team)?.isPrivate === false
}

/**
 * Gives which private teams somebody sees, as one string: two with the same audience may get the same bytes of
 * everything.
 */
export function audienceOf({ settings }: World, reader: Reader): string {
  const seen: string[] = []
  for (const team of settings.teams.values()) {
    if (team.isPrivate && seesTeam(team, reader)) seen.push(team.id)
  }
  return seen.sort().join(' ')
}
