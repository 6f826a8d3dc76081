interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const GAP = 4
const EDGE = 8

/**
 * Gives where a list of this size goes so that all of it is seen: under the field, over it where there is more room, and no
 * higher than the room there is. All in pixels of the viewport.
 */
export function listPlace(
  field: Box,
  size: { readonly width: number; readonly height: number },
  seen: Box,
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  // Of a field that is scrolled out of sight in part, what is seen counts.
  const [low, high] = [Math.min(field.bottom, seen.bottom), Math.max(field.top, seen.top)]
  const below = seen.bottom - EDGE - low - GAP
  const above = high - GAP - seen.top - EDGE
  const isBelow = size.height <= below || below >= above
  const maxHeight = Math.max(0, isBelow ? below : above)
  const height = Math.min(size.height, maxHeight)
  const rightmost = seen.right - EDGE - size.width
  return {
    left: Math.max(seen.left + EDGE, Math.min(field.left, rightmost)),
    top: isBelow ? low + GAP : high - GAP - height,
    maxHeight,
  }
}
