import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import { STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { navigate } from './location.ts'

/** Gives the stories as lines of the palette, the latest captured first; choosing one opens its page. */
export function storyEntries(stories: ReadonlyMap<string, Story> | null): PaletteEntry[] {
  if (!stories) return []
  return [...stories.values()]
    .sort((a, b) => b.capturedAt - a.capturedAt)
    .map((story) => ({
      id: story.id,
      heading: 'Stories',
      lead: story.key ?? undefined,
      title: story.title,
      words: STAGE_NAMES[story.stage],
      choose: () => navigate({ page: 'story', key: story.key ?? story.id }),
    }))
}
