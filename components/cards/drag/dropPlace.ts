import type { Place } from '#lib/domain/rank.ts'

/** What has an id and an order. */
interface Ordered {
  readonly id: string
}

/** A card on the screen, in viewport pixels, top to bottom. */
export interface CardBox {
  readonly id: string
  readonly top: number
  readonly bottom: number
}

/** Where a drop at the pointer would put a card, and where the line that says so stands (viewport pixels). */
export interface DropPlace {
  readonly place: Place
  readonly lineY: number
}

const GAP = 8

/**
 * Gives the place under the pointer from the cards that are mounted: behind the last card whose middle is above it.
 * Only what is on the screen can be under a pointer, so this is exact over a virtual list, also after autoscroll.
 * `stories` is the whole column, those in `moving` are left out of it; `top` is where an empty list starts.
 */
export function dropPlaceAt(
  y: number,
  boxes: readonly CardBox[],
  stories: readonly Ordered[],
  moving: ReadonlySet<string>,
  top: number,
): DropPlace {
  const others = boxes.filter(({ id }) => !moving.has(id))
  const above = others.findLastIndex((box) => (box.top + box.bottom) / 2 <= y)
  const behind = others[above]
  const next = others[above + 1]
  if (behind) {
    const lineY = next ? (behind.bottom + next.top) / 2 : behind.bottom + GAP / 2
    return { place: { after: behind.id }, lineY }
  }
  if (!next) return { place: { after: null }, lineY: top + GAP / 2 }
  return { place: { after: neighbourAbove(stories, next.id, moving) }, lineY: next.top - GAP / 2 }
}

/** True when the drop would leave the story where it stands in its column. */
export function isSamePlace(stories: readonly Ordered[], moving: string, place: Place): boolean {
  if (!stories.some(({ id }) => id === moving)) return false
  return (
    place.after === moving || place.after === neighbourAbove(stories, moving, new Set([moving]))
  )
}

/** Pixels a frame to scroll when a pointer is within `zone` pixels of an edge: 0 outside, faster towards the edge. */
export function scrollSpeed(at: number, start: number, end: number, zone = 48, most = 18): number {
  const intoStart = start + zone - at
  const intoEnd = at - (end - zone)
  if (Math.max(intoStart, intoEnd) <= 0) return 0
  const speed = Math.ceil(Math.min(1, Math.max(intoStart, intoEnd) / zone) ** 2 * most)
  return intoStart >= intoEnd ? -speed : speed
}

function neighbourAbove(
  stories: readonly Ordered[],
  id: string,
  moving: ReadonlySet<string>,
): string | null {
  const index = stories.findIndex((story) => story.id === id)
  return stories.slice(0, Math.max(0, index)).findLast((story) => !moving.has(story.id))?.id ?? null
}
