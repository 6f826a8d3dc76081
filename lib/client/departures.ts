import type { Fate, Fates } from './allLists.ts'
import type { ListChanges } from './workspaceStore.ts'

/** What a message of the server did to this device's lists. */
export interface Received extends Departure {
  readonly changes: ListChanges
  /** Commands whose effect the lists have by now. */
  readonly done: readonly string[]
}

/** What this person may not see any more. */
export interface Departure {
  /** Names of lists. */
  readonly dropped: readonly string[]
  /** Stories that only those lists had. */
  readonly hidden: readonly string[]
  /** Stories that are on a list of closed stories now, which is not followed here. */
  readonly filed: readonly string[]
}

/** Gives the stories that a fate became of. */
export function idsOf(wanted: Fate, fates: Fates): string[] {
  return [...fates].filter(([, fate]) => fate === wanted).map(([id]) => id)
}
