import { type Action, availability } from './action.ts'
import type { Offer } from './registry.ts'

/**
 * Gives every action on offer that has keys, each id once, by group: what is there everywhere first. Whether it can run now
 * does not matter, because a key is looked up before it is needed; of several of a group with the same keys it is the one that
 * can run, else the first.
 */
export function groupsOfKeys(
  offers: readonly Offer[],
): readonly (readonly [group: string, actions: readonly Action<unknown>[]])[] {
  const groups = new Map<string, Map<string, { action: Action<unknown>; isHere: boolean }>>()
  for (const { actions, target } of offers.toReversed()) {
    for (const action of actions) {
      if (!action.keys?.length) continue
      const group = groups.get(action.group) ?? new Map()
      groups.set(action.group, group)
      const keys = action.keys.join()
      const isHere = target !== null && availability(action, target).kind !== 'hidden'
      const known = group.get(keys)
      if (!known || (isHere && !known.isHere)) group.set(keys, { action, isHere })
    }
  }
  return [...groups].map(
    ([group, actions]) => [group, [...actions.values()].map(({ action }) => action)] as const,
  )
}
