import type { NewCommand } from '#lib/domain/command.ts'
import type { Place } from '#lib/domain/rank.ts'

interface Ordered {
  readonly id: string
}

/**
 * Gives the place in the whole backlog that stands for a place in a part of it. At the top of a part it is above the
 * part's first story and below whatever the whole has there. Undefined in a part that is empty: any order will do.
 */
export function placeInWhole(
  whole: readonly Ordered[],
  part: readonly Ordered[],
  after: string | null,
  moving: ReadonlySet<string>,
): Place | undefined {
  if (after !== null) return { after }
  const next = part.find(({ id }) => !moving.has(id))
  if (!next) return undefined
  const index = whole.findIndex(({ id }) => id === next.id)
  const above = whole.slice(0, Math.max(0, index)).findLast(({ id }) => !moving.has(id))
  return { after: above?.id ?? null }
}

/** Gives the commands that put stories at one end of the whole backlog, in their order. */
export function toEnd(
  whole: readonly Ordered[],
  stories: readonly Ordered[],
  end: 'top' | 'bottom',
): readonly NewCommand[] {
  const moving = new Set(stories.map(({ id }) => id))
  let after = end === 'top' ? null : (whole.findLast(({ id }) => !moving.has(id))?.id ?? null)
  return stories.map(({ id }) => {
    const place = { after }
    after = id
    return { type: 'rankStory', story: id, place }
  })
}
