import type { Action } from './action.ts'
import type { Offer } from './registry.ts'

/**
 * Gives every action on offer that has keys, each id once, by group: what is there everywhere first. Whether it can run now
 * does not matter, because a key is looked up before it is needed.
 */
export function groupsOfKeys(
  offers: readonly Offer[],
): readonly (readonly [group: string, actions: readonly Action<unknown>[]])[] {
  const groups = new Map<string, Map<string, Action<unknown>>>()
  for (const action of offers.toReversed().flatMap(({ actions }) => actions)) {
    if (!action.keys?.length) continue
    const group = groups.get(action.group) ?? new Map<string, Action<unknown>>()
    groups.set(action.group, group.set(action.id, action))
  }
  return [...groups].map(([group, actions]) => [group, [...actions.values()]] as const)
}
