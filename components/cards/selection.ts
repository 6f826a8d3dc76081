/** Which stories are selected, and where the selection began: what Shift extends it from. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly anchor: string | null
}

/** What a screen of cards keeps of its selection. */
export interface SelectionState {
  readonly selection: Selection
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null }

/**
 * Selects a story or takes it out. `list` are the ids of all that can be selected beside it: what is selected elsewhere is
 * let go, because what can be done with ready stories and with those on a backlog differs.
 */
export function toggled(selection: Selection, list: readonly string[], id: string): Selection {
  const ids = new Set(selectedIn(selection, list))
  if (!ids.delete(id)) ids.add(id)
  return ids.size === 0 ? NOTHING_SELECTED : { ids, anchor: id }
}

/** Selects everything between where the selection began (or `from`, if it has not) and `to`. */
export function extended(
  { anchor }: Selection,
  list: readonly string[],
  from: string | null,
  to: string,
): Selection {
  const begin = anchor !== null && list.includes(anchor) ? anchor : from
  const start = begin === null ? -1 : list.indexOf(begin)
  const end = list.indexOf(to)
  if (end === -1) return NOTHING_SELECTED
  if (start === -1) return { ids: new Set([to]), anchor: to }
  const ids = list.slice(Math.min(start, end), Math.max(start, end) + 1)
  return { ids: new Set(ids), anchor: begin }
}

/** Gives the selected of a list, in its order. */
export function selectedIn({ ids }: Selection, list: readonly string[]): readonly string[] {
  return list.filter((id) => ids.has(id))
}

/** Lets go of what is no longer shown. The same selection when everything is. */
export function kept(selection: Selection, shown: ReadonlySet<string>): Selection {
  const { ids, anchor } = selection
  const staying = [...ids].filter((id) => shown.has(id))
  if (staying.length === ids.size) return selection
  if (staying.length === 0) return NOTHING_SELECTED
  return { ids: new Set(staying), anchor: anchor !== null && shown.has(anchor) ? anchor : null }
}
