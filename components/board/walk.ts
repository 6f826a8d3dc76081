import type { Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'

/** The columns a person can see, in the order of the screen. */
export type ShownColumns = readonly { readonly stage: Stage; readonly stories: readonly Story[] }[]

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Where a card stands on the screen. */
export interface Spot {
  readonly column: number
  readonly index: number
}

/** Gives where a story stands among the shown columns, or null when it is not shown. */
export function spotOf(columns: ShownColumns, story: string | null): Spot | null {
  if (story === null) return null
  for (const [column, { stories }] of columns.entries()) {
    const index = stories.findIndex(({ id }) => id === story)
    if (index !== -1) return { column, index }
  }
  return null
}

/**
 * Gives the story one step away, or the same one at an edge. Sideways keeps the row as far as the next column has
 * that many, and passes over empty columns. Without a start it is the first story shown.
 */
export function step(
  columns: ShownColumns,
  from: string | null,
  direction: Direction,
): string | null {
  const spot = spotOf(columns, from)
  if (!spot) return firstStory(columns)
  if (direction === 'up' || direction === 'down') {
    const index = spot.index + (direction === 'down' ? 1 : -1)
    return columns[spot.column]?.stories[index]?.id ?? from
  }
  const sign = direction === 'right' ? 1 : -1
  for (let column = spot.column + sign; columns[column]; column += sign) {
    const stories = columns[column]?.stories ?? []
    const story = stories[Math.min(spot.index, stories.length - 1)]
    if (story) return story.id
  }
  return from
}

/** Gives the first or last story of the column that `from` is in. */
export function edge(
  columns: ShownColumns,
  from: string | null,
  end: 'first' | 'last',
): string | null {
  const spot = spotOf(columns, from)
  if (!spot) return firstStory(columns)
  return columns[spot.column]?.stories.at(end === 'first' ? 0 : -1)?.id ?? from
}

/** Gives the story at the top of the first column that has any. */
export function firstStory(columns: ShownColumns): string | null {
  return columns.find(({ stories }) => stories.length > 0)?.stories[0]?.id ?? null
}

/**
 * [UX8] Gives who has the focus when the focused story is no longer shown: the next one of the column it was in,
 * else the one before it, else the first story shown. `before` are the columns as they last showed it.
 */
export function afterRemoval(
  before: ShownColumns,
  now: ShownColumns,
  removed: string,
): string | null {
  const spot = spotOf(before, removed)
  const old = spot ? (before[spot.column]?.stories ?? []) : []
  const stage = spot ? before[spot.column]?.stage : undefined
  const still = new Set(now.find((column) => column.stage === stage)?.stories.map(({ id }) => id))
  const index = spot?.index ?? 0
  const following = old.slice(index + 1).find(({ id }) => still.has(id))
  const preceding = old.slice(0, index).findLast(({ id }) => still.has(id))
  return (following ?? preceding)?.id ?? firstStory(now)
}
