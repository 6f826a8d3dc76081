import type { Story } from '#lib/domain/story.ts'
import type { Group } from './groups.ts'
import type { Spot } from './parts.ts'

/** One line of the list, top to bottom. */
export type Row =
  | {
      readonly kind: 'story'
      readonly id: string
      readonly story: Story
      /** 1 is next in the team's order; null for what is done, and where the list is in another order. */
      readonly position: number | null
    }
  | { readonly kind: 'heading'; readonly id: string; readonly group: Group }
  /** What stands above it is likely done in the next two weeks. */
  | { readonly kind: 'likely'; readonly id: string; readonly count: number }
  | {
      readonly kind: 'done'
      readonly id: string
      readonly count: number
      readonly isOpen: boolean
    }
  /** So many stories were done before those above it. */
  | { readonly kind: 'older'; readonly id: string; readonly count: number }

const HEADING = 'heading:'

/**
 * Gives the lines of the list. `likely`: how many the team finishes in two weeks, null where nobody can say. `done` is what
 * was done lately and `older` how many before that, both shown when `isDoneOpen`. `shows` leaves stories out without renumbering the others; only in the team's order
 * they have numbers.
 */
export function rowsOf(
  groups: readonly Group[],
  likely: number | null,
  done: readonly Story[],
  isDoneOpen: boolean,
  shows: (story: Story, group?: Group) => boolean,
  older = 0,
): readonly Row[] {
  const rows: Row[] = []
  const isGrouped = groups.some(({ by }) => by !== undefined)
  const hasHeadings = isGrouped || groups.length > 1
  let position = 0
  let isDrawn = likely === null
  for (const group of groups) {
    if (hasHeadings && !isDrawn && position === likely) isDrawn = drawLine(rows, likely)
    if (hasHeadings) rows.push({ kind: 'heading', id: `${HEADING}${group.id}`, group })
    for (const story of group.stories) {
      if (!isDrawn && position === likely) isDrawn = drawLine(rows, likely)
      position += 1
      if (!shows(story, group)) continue
      rows.push({ kind: 'story', id: story.id, story, position: isGrouped ? null : position })
    }
  }
  if (!isDrawn && position > 0) drawLine(rows, position)
  const shownDone = done.filter((story) => shows(story))
  if (shownDone.length > 0 || older > 0) {
    rows.push({ kind: 'done', id: 'done', count: shownDone.length, isOpen: isDoneOpen })
    if (isDoneOpen) {
      for (const story of shownDone) {
        rows.push({ kind: 'story', id: story.id, story, position: null })
      }
      if (older > 0) rows.push({ kind: 'older', id: 'older', count: older })
    }
  }
  return rows
}

/**
 * Gives the place that a drop behind a line stands for: behind a story, or at the top of a part. Null when the list has no
 * such place any more.
 */
export function spotBehind(rows: readonly Row[], after: string | null): Spot | null {
  let part = firstPart(rows)
  if (after === null) return part === null ? null : { part, after: null }
  for (const row of rows) {
    if (row.kind === 'heading') part = row.group.id
    if (row.id !== after) continue
    if (row.kind === 'heading') return { part: row.group.id, after: null }
    return part === null || row.kind !== 'story' ? null : { part, after }
  }
  return null
}

export function isStoryRow(row: Row): boolean {
  return row.kind === 'story'
}

function drawLine(rows: Row[], count: number): true {
  rows.push({ kind: 'likely', id: 'likely', count })
  return true
}

/** Without headings there is one part, and every story is in it. */
function firstPart(rows: readonly Row[]): string | null {
  const heading = rows.find((row) => row.kind === 'heading')
  return heading ? heading.group.id : 'open'
}
