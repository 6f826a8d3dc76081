export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const EDGE = 8

/** Gives where a card goes in the margin right of `column`: at the height of `anchor`, within `bounds` from top to bottom. */
export function placeInMargin(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  bounds: Box,
  { column, gap }: { readonly column: Box; readonly gap: number },
): { left: number; top: number } {
  const lowest = bounds.bottom - size.height - EDGE
  const top = Math.max(Math.min(anchor.top, lowest), bounds.top + EDGE)
  return { left: column.right + gap, top }
}

/**
 * Gives where a floating bar goes, in the coordinates of `anchor`: on the wanted side of it unless it would leave
 * `bounds` there, and within `bounds` sideways. All in pixels.
 */
export function placeBeside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  bounds: Box,
  { side, align, gap }: { side: 'above' | 'below'; align: 'start' | 'centre' | 'end'; gap: number },
): { left: number; top: number } {
  const above = anchor.top - gap - size.height
  const below = anchor.bottom + gap
  const fitsAbove = above >= bounds.top + EDGE
  const fitsBelow = below + size.height <= bounds.bottom - EDGE
  const top =
    side === 'above'
      ? fitsAbove || !fitsBelow
        ? above
        : below
      : fitsBelow || !fitsAbove
        ? below
        : above
  const wanted = {
    start: anchor.left,
    centre: (anchor.left + anchor.right - size.width) / 2,
    end: anchor.right - size.width,
  }[align]
  const left = Math.max(bounds.left + EDGE, Math.min(wanted, bounds.right - size.width - EDGE))
  // A bar that fits nowhere stays readable at the edge instead of leaving the screen.
  return { left, top: Math.max(top, bounds.top + EDGE) }
}
