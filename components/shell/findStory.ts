import type { Story } from '#lib/domain/story.ts'

/** Gives the story of a key (`st-42` as well as `ST-42`) or an id, or null. */
export function findStory(stories: ReadonlyMap<string, Story>, name: string): Story | null {
  const byId = stories.get(name)
  if (byId) return byId
  const key = name.toUpperCase()
  for (const story of stories.values()) {
    if (story.key?.toUpperCase() === key) return story
  }
  return null
}
