import { indexTitles, type TitleIndex } from '#lib/domain/similar.ts'
import type { Story } from '#lib/domain/story.ts'

let latest: { readonly stories: ReadonlyMap<string, Story>; readonly index: TitleIndex } | null =
  null

/** Gives the titles of a workspace's stories, ready to be compared; made once for each change of the stories (ST8). */
export function titleIndexOf(stories: ReadonlyMap<string, Story>): TitleIndex {
  if (latest?.stories !== stories) {
    latest = { stories, index: indexTitles(stories.values(), latest?.index) }
  }
  return latest.index
}
