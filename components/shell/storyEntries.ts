import type { PaletteEntry } from '#components/actions/paletteEntries.ts'
import { textsOf } from '#components/language/loaded.ts'
import { homeName } from '#components/language/names.ts'
import type { Visits } from '#components/session/visits.ts'
import type { AreaView } from '#lib/client/client.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Story } from '#lib/domain/story.ts'
import { findStory } from './findStory.ts'
import { navigate } from './location.ts'

/** So many of the stories that were opened last are shown. */
const MOST_RECENT = 5

/** Gives the stories as lines of the palette, the latest captured first; choosing one opens its page. */
export function storyEntries(area: AreaView): PaletteEntry[] {
  if (area.phase === 'loading') return []
  return [...area.stories.values()]
    .sort((a, b) => b.capturedAt - a.capturedAt)
    .map((story) => entryOf(story, area.settings))
}

/**
 * Gives the stories that were opened last on this device, the last one first, without the one that is `open` (its key or
 * id). Only such as the person may still read.
 */
export function recentEntries(area: AreaView, visits: Visits, open: string | null): PaletteEntry[] {
  if (area.phase === 'loading') return []
  return [...visits.keys()]
    .toReversed()
    .flatMap((id) => area.stories.get(id) ?? [])
    .filter(({ id, key }) => open === null || (id !== open && key !== open))
    .slice(0, MOST_RECENT)
    .map((story) => ({
      ...entryOf(story, area.settings),
      heading: textsOf('actions.palette')('last'),
    }))
}

/**
 * Gives the line that opens a story by its key where that story is not here: closed ones may have been filed (CL5), and are
 * brought by its page. Nothing for a story that is here, which the other lines have.
 */
export function keyEntries(area: AreaView, query: string): PaletteEntry[] {
  if (area.phase === 'loading' || area.filed.size === 0) return []
  const key = query.toUpperCase()
  const prefix = `${area.workspace.keyPrefix}-`
  if (!key.startsWith(prefix) || !/^[1-9]\d*$/.test(key.slice(prefix.length))) return []
  if (findStory(area.stories, key)) return []
  const t = textsOf('actions.palette')
  return [
    {
      id: `key.${key}`,
      heading: t('stories'),
      title: t('byKey', { key }),
      choose: () => navigate({ page: 'story', key }),
    },
  ]
}

function entryOf(story: Story, settings: Settings): PaletteEntry {
  return {
    id: story.id,
    heading: textsOf('actions.palette')('stories'),
    lead: story.key ?? undefined,
    title: story.title,
    words: homeName(story, settings),
    choose: () => navigate({ page: 'story', key: story.key ?? story.id }),
  }
}
