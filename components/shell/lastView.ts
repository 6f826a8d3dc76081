import { type ListLook, parseLook, PLAIN_LIST, writeLook } from './listLook.ts'

/** How the refinement area was looked at on this device: where one comes back to it, it is so again. */
interface Kept {
  readonly isList: boolean
  /** The list's look, as an address has it. */
  readonly look: string
}

/** Keeps how the refinement area of a workspace is looked at; null: as a board. */
export function keepView(workspace: string, list: ListLook | null): void {
  const before = kept(workspace)
  const query = new URLSearchParams()
  if (list) writeLook(list, query)
  const now: Kept = { isList: list !== null, look: list ? `${query}` : (before?.look ?? '') }
  if (before && before.isList === now.isList && before.look === now.look) return
  try {
    localStorage.setItem(nameOf(workspace), JSON.stringify(now))
  } catch {
    // Nothing can be kept here: one comes back to a board.
  }
}

/** Gives the list that the refinement area was last looked at as; null where it was a board. */
export function keptList(workspace: string): ListLook | null {
  return kept(workspace)?.isList ? keptLook(workspace) : null
}

/** Gives how its list was last looked at, whether it was a board since or not. */
export function keptLook(workspace: string): ListLook {
  const look = kept(workspace)?.look
  return look === undefined ? PLAIN_LIST : parseLook(new URLSearchParams(look))
}

function kept(workspace: string): Kept | null {
  try {
    const { isList, look } = JSON.parse(localStorage.getItem(nameOf(workspace)) ?? 'null') ?? {}
    return typeof isList === 'boolean' && typeof look === 'string' ? { isList, look } : null
  } catch {
    return null
  }
}

function nameOf(workspace: string): string {
  return `sluice:refinement:${workspace}`
}
