import { useEffect, useState } from 'react'
import type { Action } from './action.ts'
import { awaitField, awaitNothing } from './awaitedField.ts'
import { entriesOfActions, type PaletteEntry } from './paletteEntries.ts'
import { registry } from './registry.ts'
import { runAction } from './runAction.ts'

/**
 * Gives the actions on offer when the palette opened, about what had the focus then, and those that have come since: of a page
 * that was still on its way. They come last, so that what Enter would choose stays where it is. `from`: what had the focus.
 */
export function useOffered(from: Element | null): readonly PaletteEntry[] {
  const [entries, setEntries] = useState(() => offered(from))
  useEffect(
    () =>
      registry.onMore(() =>
        setEntries((before) => {
          const known = new Set(before.map(({ id }) => id))
          const come = offered(from).filter(({ id }) => !known.has(id))
          return come.length === 0 ? before : [...before, ...come]
        }),
      ),
    [from],
  )
  return entries
}

function offered(from: Element | null): PaletteEntry[] {
  return entriesOfActions(registry.offers(), (action, target) => runChosen(action, target, from))
}

function runChosen<Target>(action: Action<Target>, target: Target, from: Element | null): void {
  if (action.opensField) awaitField(from)
  if (!runAction(action, target).ok) awaitNothing()
}
