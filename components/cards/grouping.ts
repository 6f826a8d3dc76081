import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { daysBetween } from '#lib/domain/ageing.ts'
import { byRank } from '#lib/domain/rank.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Story } from '#lib/domain/story.ts'

/** What stories can be put together by wherever they are: theme, who captured them, how long they have been there. */
export type Grouping = 'theme' | 'by' | 'age'

/** What the names of groups come from. */
export interface GroupFacts extends Pick<Settings, 'themes'> {
  readonly members: ReadonlyMap<string, { readonly name: string }>
}

/** Stories that have something in common, in the order they came in. */
export interface StoryGroup<One> {
  /** What they have in common; '' where they have nothing to be grouped by. */
  readonly which: string
  readonly name: string
  /** The colour of a theme. */
  readonly colour?: number
  readonly stories: readonly One[]
}

/** Gives stories in groups, those without any left out. `now`: milliseconds since the epoch; `home`: what an age is counted in. */
export function groupedBy<One extends Story>(
  stories: readonly One[],
  by: Grouping,
  facts: GroupFacts,
  { now, home }: { readonly now: number; readonly home: 'stage' | 'step' },
): readonly StoryGroup<One>[] {
  const groups = new Map<string, One[]>()
  for (const story of stories) {
    const which = whichOf(story, by, facts, now)
    const group = groups.get(which)
    if (group) group.push(story)
    else groups.set(which, [story])
  }
  return orderOf(by, groups.keys(), facts).flatMap((which) => {
    const own = groups.get(which)
    return own ? [{ which, ...nameOf(by, which, facts, home), stories: own }] : []
  })
}

function whichOf(story: Story, by: Grouping, { themes }: GroupFacts, now: number): string {
  switch (by) {
    case 'theme':
      return story.theme !== null && themes.has(story.theme) ? story.theme : ''
    case 'by':
      return story.capturedBy
    case 'age': {
      const days = daysBetween(story.enteredStageAt, now)
      return AGES.find(({ from }) => days >= from)?.id ?? ''
    }
  }
}

function nameOf(
  by: Grouping,
  which: string,
  { themes, members }: GroupFacts,
  home: 'stage' | 'step',
): Pick<StoryGroup<Story>, 'name' | 'colour'> {
  switch (by) {
    case 'theme': {
      const theme = themes.get(which)
      return theme
        ? { name: theme.name, colour: theme.colour }
        : { name: textsOf('flow')('noTheme') }
    }
    case 'by':
      return { name: members.get(which)?.name ?? textsOf('flow')('someoneLeft') }
    case 'age':
      return { name: textsOf('flow.ages')(home, { age: textsOf('flow.ages')(which as AgeId) }) }
  }
}

function orderOf(
  by: Grouping,
  which: Iterable<string>,
  { themes, members }: GroupFacts,
): readonly string[] {
  switch (by) {
    case 'age':
      return AGES.map(({ id }) => id)
    case 'theme': {
      const there = new Set(which)
      const known = [...themes.values()].filter(({ id }) => there.has(id)).sort(byRank)
      return [...known.map(({ id }) => id), '']
    }
    case 'by': {
      const called = (id: string) => members.get(id)?.name ?? ''
      return [...which].sort((a, b) => called(a).localeCompare(called(b), pageLocale()))
    }
  }
}

/** How long stories have been there, the oldest first. `from`: whole days. */
const AGES = [
  { id: 'months', from: 91 },
  { id: 'quarter', from: 30 },
  { id: 'month', from: 7 },
  { id: 'week', from: 0 },
] as const
type AgeId = (typeof AGES)[number]['id']
