import { groupedBy } from '#components/cards/grouping.ts'
import { stageName } from '#components/language/names.ts'
import type { ListGroup, ListLook } from '#components/shell/listLook.ts'
import type { Place } from '#lib/domain/rank.ts'
import { type Stage, STAGES } from '#lib/domain/stage.ts'
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
  readonly stories: readonly AreaStory[]
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
  if (by === 'stage')
    return stories.length === 0 ? [] : STAGES.map((stage) => inStage(stage, stories))
  return groupedBy(stories, by, facts, { now, home: 'stage' }).map(
    ({ which, stories: own, ...named }) => ({
      heading: { id: `group/${by}/${which}`, ...named },
      stories: own,
    }),
  )
}

/** Also a stage that has none is somewhere to go to. */
function inStage(stage: Stage, stories: readonly AreaStory[]): Group {
  return {
    heading: { id: `group/stage/${stage}`, name: stageName(stage), stage },
    stories: stories.filter((story) => story.stage === stage),
  }
}
