import type { Story } from './story.ts'

/** The kinds of list a workspace has so far; the name of a list is `<kind>:<id>`. */
export type ListKind = 'area'

/** Gives the name of a workspace's refinement area. */
export function areaList(workspaceId: string): string {
  return `area:${workspaceId}`
}

/** True while a story belongs on the refinement area's board. */
export function isInArea(story: Story): boolean {
  return story.trashedAt === null
}
