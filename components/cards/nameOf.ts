import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { type Story } from '#lib/domain/story.ts'

/** Gives what a sentence calls stories: the key of one, or how many they are. */
export function nameOf(stories: readonly Story[]): string {
  const [first] = stories
  if (stories.length === 1 && first) return storyName(first)
  return textsOf('flow')('stories', { count: stories.length })
}
