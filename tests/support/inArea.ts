import type { AreaStory, Story } from '#lib/domain/story.ts'

/** True while a story belongs on the refinement area's board. */
export function isInArea(story: Story): story is AreaStory {
  return story.trashedAt === null && story.stage !== null
}
