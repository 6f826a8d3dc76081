/** A row on the screen, in viewport pixels. */
export interface RowBox {
  readonly id: string
  readonly top: number
  readonly bottom: number
}

/**
 * Gives the row that a drop at `y` would go behind (null: to the top), and where the line that says so stands. `boxes` are
 * all rows from top to bottom, in viewport pixels; the moving one counts for nothing.
 */
export function dropAt(
  y: number,
  boxes: readonly RowBox[],
  moving: string,
): { readonly after: string | null; readonly lineY: number } {
  const others = boxes.filter(({ id }) => id !== moving)
  const above = others.findLast((box) => (box.top + box.bottom) / 2 <= y)
  if (above) return { after: above.id, lineY: above.bottom }
  return { after: null, lineY: others[0]?.top ?? y }
}

/**
 * Gives what a row stands behind after one key: `ArrowUp`, `ArrowDown`, `Home` or `End`. Null when it would stay where it
 * is, or the key is none of these.
 */
export function stepBy(
  key: string,
  ids: readonly string[],
  moving: string,
): { readonly after: string | null } | null {
  const at = ids.indexOf(moving)
  const isFirst = at === 0
  const isLast = at === ids.length - 1
  switch (key) {
    case 'ArrowUp':
      return isFirst ? null : { after: ids[at - 2] ?? null }
    case 'ArrowDown':
      return isLast ? null : { after: ids[at + 1] ?? null }
    case 'Home':
      return isFirst ? null : { after: null }
    case 'End':
      return isLast ? null : { after: ids.at(-1) ?? null }
    default:
      return null
  }
}

/** Gives the order with one row put behind another (null: at the top). */
export function reordered(
  ids: readonly string[],
  moving: string,
  after: string | null,
): readonly string[] {
  const others = ids.filter((id) => id !== moving)
  return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, moving)
}
