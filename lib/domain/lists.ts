import { isFiled, type Story } from './story.ts'

/** Gives the name of a workspace's refinement area. */
export function areaList(workspaceId: string): string {
  return `area:${workspaceId}`
}

/** Gives the name of a team's backlog. */
export function teamList(teamId: string): string {
  return `team:${teamId}`
}

/** Gives the name of the list of closed stories that were filed (CL1): a team's, or a workspace's refinement area's. */
export function filedList(teamOrWorkspace: string): string {
  return `filed:${teamOrWorkspace}`
}

/** Gives the name of the discussion of a story: its items are threads. */
export function talkList(storyId: string): string {
  return `talk:${storyId}`
}

/** Gives the name of the list of a live session. */
export function sessionList(sessionId: string): string {
  return `session:${sessionId}`
}

/** Gives the name of a person's inbox. */
export function inboxList(userId: string): string {
  return `inbox:${userId}`
}

/** Gives the name of the list a live story stands on; null for one in the trash. */
export function listOf(story: Story, workspaceId: string): string | null {
  if (story.trashedAt !== null) return null
  return isFiled(story) ? filedList(story.team ?? workspaceId) : homeListOf(story, workspaceId)
}

/** Gives the name of the list that a story is of, filed or not: the refinement area's, or its team's. */
export function homeListOf({ team }: Pick<Story, 'team'>, workspaceId: string): string {
  return team === null ? areaList(workspaceId) : teamList(team)
}
