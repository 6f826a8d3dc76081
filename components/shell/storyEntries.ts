import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import type { AreaView } from '#lib/client/client.ts'
import { homeName } from '#lib/domain/homeName.ts'
import { navigate } from './location.ts'

/** Gives the stories as lines of the palette, the latest captured first; choosing one opens its page. */
export function storyEntries(area: AreaView): PaletteEntry[] {
  if (area.phase === 'loading') return []
  return [...area.stories.values()]
    .sort((a, b) => b.capturedAt - a.capturedAt)
    .map((story) => ({
      id: story.id,
      heading: 'Stories',
      lead: story.key ?? undefined,
      title: story.title,
      words: homeName(story, area.settings),
      choose: () => navigate({ page: 'story', key: story.key ?? story.id }),
    }))
}
