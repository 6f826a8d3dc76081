import { findEntries, type PaletteEntry } from '#components/actions/paletteEntries.ts'
import { textsOf } from '#components/language/loaded.ts'
import { homeName } from '#components/language/names.ts'
import type { PickerLine } from '#components/ui/Picker.tsx'
import type { ReadyArea } from '#components/actions/index.ts'
import type { Story } from '#lib/domain/story.ts'

/** At most this many stories are offered at once. */
const MOST = 12

/**
 * Gives the stories that a query finds by key or title as lines of a picker; `suggested` before anything is typed. Those
 * in `without` are left out: a story cannot repeat itself.
 */
export function storyLines(
  area: ReadyArea,
  query: string,
  { without, suggested = [] }: { without: ReadonlySet<string>; suggested?: readonly string[] },
): readonly PickerLine[] {
  const found =
    query === ''
      ? suggested
      : findEntries(entriesOf(area.stories), query, MOST + without.size).map(({ id }) => id)
  return found
    .filter((id) => !without.has(id))
    .slice(0, MOST)
    .flatMap((id) => area.stories.get(id) ?? [])
    .map((story) => lineOf(story, area))
}

function lineOf(story: Story, { settings }: ReadyArea): PickerLine {
  const { id, key, title } = story
  return { id, title, lead: key ?? textsOf('flow')('newKey'), detail: homeName(story, settings) }
}

/** Thousands of stories are searched at every key: they are made searchable once. */
const entries = new WeakMap<ReadonlyMap<string, Story>, readonly PaletteEntry[]>()

function entriesOf(stories: ReadonlyMap<string, Story>): readonly PaletteEntry[] {
  const known = entries.get(stories)
  if (known) return known
  const made = [...stories.values()].map(({ id, key, title }): PaletteEntry => ({
    id,
    heading: '',
    lead: key ?? undefined,
    title,
    choose: () => {},
  }))
  entries.set(stories, made)
  return made
}
