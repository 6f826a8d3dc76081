/** A place between two blocks: where it is in the document, and the line that shows it, in pixels of the window. */
export interface Gap {
  readonly to: number
  readonly y: number
  readonly left: number
  readonly right: number
}

/** Gaps this close are one line for the eye: how far in the pointer is decides between them. */
const SAME_LINE = 8

/** Gives the gap that a pointer means: the nearest line, and of several there the innermost that begins left of it. */
export function nearestGap(
  gaps: readonly Gap[],
  { x, y }: { readonly x: number; readonly y: number },
): Gap | null {
  if (gaps.length === 0) return null
  const least = Math.min(...gaps.map((gap) => Math.abs(gap.y - y)))
  const near = gaps.filter((gap) => Math.abs(gap.y - y) <= least + SAME_LINE)
  const inwards = near.toSorted((a, b) => b.left - a.left)
  return inwards.find(({ left }) => left <= x) ?? inwards.at(-1) ?? null
}
