/** Lists of cards that stand side by side, in the order of the screen. */
export type Lists = readonly { readonly stories: readonly { readonly id: string }[] }[]

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Where a card stands on the screen. */
export interface Spot {
  readonly column: number
  readonly index: number
}

/** Gives where a story stands among the shown lists, or null when it is not shown. */
export function spotOf(lists: Lists, story: string | null): Spot | null {
  if (story === null) return null
  for (const [column, { stories }] of lists.entries()) {
    const index = stories.findIndex(({ id }) => id === story)
    if (index !== -1) return { column, index }
  }
  return null
}

/**
 * Gives the story one step away, or the same one at an edge. Sideways keeps the row as far as the next list has
 * that many, and passes over empty ones. Without a start it is the first story shown.
 */
export function step(lists: Lists, from: string | null, direction: Direction): string | null {
  const spot = spotOf(lists, from)
  if (!spot) return firstStory(lists)
  if (direction === 'up' || direction === 'down') {
    const index = spot.index + (direction === 'down' ? 1 : -1)
    return lists[spot.column]?.stories[index]?.id ?? from
  }
  const sign = direction === 'right' ? 1 : -1
  for (let column = spot.column + sign; lists[column]; column += sign) {
    const stories = lists[column]?.stories ?? []
    const story = stories[Math.min(spot.index, stories.length - 1)]
    if (story) return story.id
  }
  return from
}

/** Gives the first or last story of the list that `from` is in. */
export function edge(lists: Lists, from: string | null, end: 'first' | 'last'): string | null {
  const spot = spotOf(lists, from)
  if (!spot) return firstStory(lists)
  return lists[spot.column]?.stories.at(end === 'first' ? 0 : -1)?.id ?? from
}

/** Gives the story at the top of the first list that has any. */
export function firstStory(lists: Lists): string | null {
  return lists.find(({ stories }) => stories.length > 0)?.stories[0]?.id ?? null
}

/**
 * [UX8] Gives who has the focus when the focused story is no longer shown: the next one of the list it was in,
 * else the one before it, else the first story shown. `before` are the lists as they last showed it.
 */
export function afterRemoval(before: Lists, now: Lists, removed: string): string | null {
  const spot = spotOf(before, removed)
  const old = spot ? (before[spot.column]?.stories ?? []) : []
  const still = new Set(stillTogether(old, now))
  const index = spot?.index ?? 0
  const following = old.slice(index + 1).find(({ id }) => still.has(id))
  const preceding = old.slice(0, index).findLast(({ id }) => still.has(id))
  return (following ?? preceding)?.id ?? firstStory(now)
}

/** The ids of the list that most of these stories are in now. */
function stillTogether(old: readonly { readonly id: string }[], now: Lists): readonly string[] {
  const ids = new Set(old.map(({ id }) => id))
  let most: readonly string[] = []
  for (const { stories } of now) {
    const here = stories.filter(({ id }) => ids.has(id)).map(({ id }) => id)
    if (here.length > most.length) most = here
  }
  return most
}
