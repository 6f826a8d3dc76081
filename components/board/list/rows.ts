import type { ListGroup, ListLook } from '#components/shell/listLook.ts'
import { daysBetween } from '#lib/domain/ageing.ts'
import { byRank, type Place } from '#lib/domain/rank.ts'
import { type Stage, STAGE_NAMES, STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { ListFacts } from './sorting.ts'

/** What stands above the stories of a group. */
export interface GroupHeading {
  /** `group/<what>/<which>`; no story's id has a slash. */
  readonly id: string
  readonly name: string
  readonly count: number
  readonly isFolded: boolean
  readonly stage?: Stage
  /** The colour of a theme. */
  readonly colour?: number
}

/** A line of the list. */
export type ListRow = AreaStory | GroupHeading

/** True for a heading between stories. */
export function isGroup(row: ListRow): row is GroupHeading {
  return 'isFolded' in row
}

/** Gives the heading above a story among the lines of a list; null where there is none. */
export function headingAbove(rows: readonly ListRow[], story: string): string | null {
  let heading: string | null = null
  for (const row of rows) {
    if (isGroup(row)) heading = row.id
    else if (row.id === story) return heading
  }
  return null
}

/**
 * Gives the stage and the place in it that a place among the lines of a list by stages stands for: behind a story, or at the
 * top of the stage whose heading it is behind.
 */
export function spotInList(
  rows: readonly ListRow[],
  place: Place | undefined,
): { readonly stage: Stage; readonly place: Place } {
  const behind = rows.find(({ id }) => id === place?.after) ?? rows[0]
  if (behind && !isGroup(behind)) return { stage: behind.stage, place: { after: behind.id } }
  return { stage: behind?.stage ?? 'idea', place: { after: null } }
}

/** One group of a list: what its heading says, and its stories in their order. */
interface Group {
  readonly heading: Omit<GroupHeading, 'count' | 'isFolded'>
  readonly stories: AreaStory[]
}

/**
 * Gives the lines of a list from its stories in their order: each group under its heading, without stories where it is in
 * `folded`. `now`: milliseconds since the epoch, for ages.
 */
export function listRows(
  stories: readonly AreaStory[],
  { group }: Pick<ListLook, 'group'>,
  facts: ListFacts,
  now: number,
  folded: ReadonlySet<string>,
): readonly ListRow[] {
  if (group === 'none') return stories
  return groupsOf(stories, group, facts, now).flatMap(({ heading, stories: own }): ListRow[] => {
    const isFolded = folded.has(heading.id)
    return [{ ...heading, count: own.length, isFolded }, ...(isFolded ? [] : own)]
  })
}

function groupsOf(
  stories: readonly AreaStory[],
  by: Exclude<ListGroup, 'none'>,
  facts: ListFacts,
  now: number,
): readonly Group[] {
  const groups = new Map<string, Group>()
  // Also a stage that has none is somewhere to go to.
  if (by === 'stage' && stories.length > 0) {
    for (const stage of STAGES) {
      groups.set(stage, { heading: headingOf(by, stage, facts), stories: [] })
    }
  }
  for (const story of stories) {
    const which = whichOf(story, by, facts, now)
    const group = groups.get(which)
    if (group) group.stories.push(story)
    else groups.set(which, { heading: headingOf(by, which, facts), stories: [story] })
  }
  const order = orderOf(by, groups.keys(), facts)
  return order.flatMap((which) => groups.get(which) ?? [])
}

/** Gives the group a story is in; '' for the one of those that have nothing to be grouped by. */
function whichOf(
  story: AreaStory,
  by: Exclude<ListGroup, 'none'>,
  { themes }: ListFacts,
  now: number,
): string {
  switch (by) {
    case 'stage':
      return story.stage
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

function headingOf(
  by: Exclude<ListGroup, 'none'>,
  which: string,
  { themes, members }: ListFacts,
): Group['heading'] {
  const id = `group/${by}/${which}`
  switch (by) {
    case 'stage':
      return { id, name: STAGE_NAMES[which as Stage], stage: which as Stage }
    case 'theme': {
      const theme = themes.get(which)
      return theme ? { id, name: theme.name, colour: theme.colour } : { id, name: 'No theme' }
    }
    case 'by':
      return { id, name: members.get(which)?.name ?? 'Someone who left' }
    case 'age':
      return { id, name: AGES.find((age) => age.id === which)?.name ?? '' }
  }
}

function orderOf(
  by: Exclude<ListGroup, 'none'>,
  which: Iterable<string>,
  { themes, members }: ListFacts,
): readonly string[] {
  switch (by) {
    case 'stage':
      return STAGES
    case 'age':
      return AGES.map(({ id }) => id)
    case 'theme': {
      const there = new Set(which)
      const known = [...themes.values()].filter(({ id }) => there.has(id)).sort(byRank)
      return [...known.map(({ id }) => id), '']
    }
    case 'by': {
      const nameOf = (id: string) => members.get(id)?.name ?? ''
      return [...which].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))
    }
  }
}

/** How long stories have been in their stage, the oldest first. `from`: whole days. */
const AGES: readonly { readonly id: string; readonly name: string; readonly from: number }[] = [
  { id: 'months', name: 'Over 90 days in its stage', from: 91 },
  { id: 'quarter', name: '30 to 90 days in its stage', from: 30 },
  { id: 'month', name: '7 to 29 days in its stage', from: 7 },
  { id: 'week', name: 'Less than a week in its stage', from: 0 },
]
