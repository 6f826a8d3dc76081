import { type Action, availability } from './action.ts'
import { isSingleKey, type PressHistory } from './keys.ts'
import type { Offer } from './registry.ts'

export interface Situation {
  /** The press went into a field. */
  readonly editable: boolean
  /** The press would itself press a button or follow a link: Enter and Space are not ours. */
  readonly pressable: boolean
  readonly singleKeys: boolean
}

export interface Found {
  readonly action: Action<unknown>
  readonly target: unknown
}

/**
 * Finds the action for the latest presses: the longest key sequence wins (`G R` before `R`), then the nearest offer.
 * An action that is hidden here lets the key through to the next; one that explains itself takes it.
 */
export function findAction(
  offers: readonly Offer[],
  history: PressHistory,
  { editable, pressable, singleKeys }: Situation,
): Found | null {
  let best: (Found & { length: number }) | null = null
  for (const { actions, target } of offers) {
    if (target === null) continue
    for (const action of actions) {
      if (editable && !action.inEditables) continue
      for (const keys of action.keys ?? []) {
        // In a field a single key is text, whatever else the action answers to.
        if ((editable || !singleKeys) && isSingleKey(keys)) continue
        if (pressable && isPress(keys)) continue
        const length = history.endsWith(keys)
        if (length <= (best?.length ?? 0)) continue
        if (availability(action, target).kind === 'hidden') continue
        best = { action, target, length }
      }
    }
  }
  return best && { action: best.action, target: best.target }
}

function isPress(keys: string): boolean {
  return keys === 'Enter' || keys === 'Space'
}
