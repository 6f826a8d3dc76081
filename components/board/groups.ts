import { byRank, type Place } from '#lib/domain/rank.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Theme } from '#lib/domain/theme.ts'
import type { Grouping } from './boardState.ts'
import { type Held, shownWith } from './held.ts'
import type { Lens } from './lens.ts'
import { quietLine, type QuietLine, type Rested, unfolded } from './quiet.ts'

/** What stands above the stories of one theme where a column is grouped. */
export interface Heading {
  readonly id: string
  /** Null above the stories without a theme. */
  readonly theme: Theme | null
  readonly count: number
}

/** A line of a column's list. */
export type Row = AreaStory | Heading | QuietLine

type Themes = Settings['themes']

export function isHeading(row: Row): row is Heading {
  return 'count' in row
}

export function isQuietLine(row: Row): row is QuietLine {
  return 'quiet' in row
}

/** Gives the name a heading goes by among all cards of a board: a place may be behind it. */
export function headingId(stage: Stage, theme: string | null): string {
  return `${PREFIX}${stage}/${theme ?? ''}`
}

// No story's id has a slash.
const PREFIX = 'theme/'

/** Gives the theme a place behind a heading stands for; undefined where it is behind a story. */
export function themeBehind(after: string | null): string | null | undefined {
  return after?.startsWith(PREFIX) ? after.split('/')[2] || null : undefined
}

/** Gives stories put together by theme, in the order of the themes, those without one last; as they are without a grouping. */
export function grouped(
  stories: readonly AreaStory[],
  grouping: Grouping,
  themes: Themes,
): readonly AreaStory[] {
  if (grouping === null) return stories
  const groups = new Map<string | null, AreaStory[]>()
  for (const story of stories) {
    const group = groups.get(themeOf(story, themes))
    if (group) group.push(story)
    else groups.set(themeOf(story, themes), [story])
  }
  const order = [...groups.keys()].sort((a, b) => {
    const [one, other] = [themes.get(a ?? ''), themes.get(b ?? '')]
    return one && other ? byRank(one, other) : Number(!one) - Number(!other)
  })
  return order.flatMap((theme) => groups.get(theme) ?? [])
}

/** Gives the lines of a column from its stories as `grouped` gives them, with a held card among them. */
export function rowsOf(
  stage: Stage,
  stories: readonly AreaStory[],
  { grouping, themes }: Pick<Lens, 'grouping' | 'themes'>,
  held: Held | null,
): readonly Row[] {
  if (grouping === null) return stories
  const groups: { theme: string | null; stories: AreaStory[] }[] = []
  for (const [index, story] of stories.entries()) {
    const isHeld = held?.story.id === story.id
    const theme = isHeld ? themeAt(held.place, stories, index, themes) : themeOf(story, themes)
    const last = groups.at(-1)
    if (last?.theme === theme) last.stories.push(story)
    else groups.push({ theme, stories: [story] })
  }
  return groups.flatMap(({ theme, stories: own }): Row[] => [
    { id: headingId(stage, theme), theme: themes.get(theme ?? '') ?? null, count: own.length },
    ...own,
  ])
}

/** Gives the lines of a column with what is quiet in it folded or unfolded at its end, and a held card where it is held. */
export function columnRows(
  stage: Stage,
  stories: Rested,
  isOpen: boolean,
  lens: Pick<Lens, 'grouping' | 'themes'>,
  held: Held | null,
): readonly Row[] {
  const { quiet } = stories
  const shown = shownWith(stage, unfolded(stories, isOpen), held)
  const first = quiet.find(({ id }) => id !== held?.story.id)
  if (!first) return rowsOf(stage, shown, lens, held)
  const cut = isOpen ? shown.findIndex(({ id }) => id === first.id) : shown.length
  return [
    ...rowsOf(stage, shown.slice(0, cut), lens, held),
    quietLine(stage, quiet.length, isOpen),
    ...shown.slice(cut),
  ]
}

/**
 * Gives where a place among the shown lines is in the whole column, and the theme a story put there gets: that of the
 * story or heading it is behind. Without a grouping a place says nothing of themes.
 */
export function spotIn(
  column: readonly AreaStory[],
  place: Place,
  moving: ReadonlySet<string>,
  grouping: Grouping,
  { themes }: Pick<Settings, 'themes'>,
): { readonly after: string | null; readonly theme: string | null | undefined } {
  if (grouping === null) return { after: place.after, theme: undefined }
  const others = column.filter(({ id }) => !moving.has(id))
  const behind = themeBehind(place.after)
  if (behind !== undefined) {
    const first = others.findIndex((story) => themeOf(story, themes) === behind)
    return { after: others[first - 1]?.id ?? null, theme: behind }
  }
  const neighbour =
    place.after === null
      ? grouped(others, grouping, themes)[0]
      : others.find(({ id }) => id === place.after)
  return { after: place.after, theme: neighbour && themeOf(neighbour, themes) }
}

function themeAt(
  { after }: Place,
  stories: readonly AreaStory[],
  index: number,
  themes: Themes,
): string | null {
  const behind = themeBehind(after)
  if (behind !== undefined) return behind
  const neighbour = stories[index - 1] ?? stories[index + 1]
  return neighbour ? themeOf(neighbour, themes) : null
}

/** A theme that is not known here counts as none. */
function themeOf({ theme }: AreaStory, themes: Themes): string | null {
  return theme !== null && themes.has(theme) ? theme : null
}
