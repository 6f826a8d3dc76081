import type { Story } from './story.ts'

/** Gives the name of a workspace's refinement area. */
export function areaList(workspaceId: string): string {
  return `area:${workspaceId}`
}

/** Gives the name of a team's backlog. */
export function teamList(teamId: string): string {
  return `team:${teamId}`
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
  return story.team === null ? areaList(workspaceId) : teamList(story.team)
}
