'use client'

import { useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Action } from './action.ts'
import { type Layer, type Offer, registry } from './registry.ts'

/**
 * Offers actions (keys, palette, list of keys) while the component is mounted. `target` is what they act on now: null when
 * nothing is in focus, `undefined` for actions about nothing in particular. Cheap to call with a new target on every render.
 */
export function useActions<Target>(
  actions: readonly Action<Target>[],
  target: Target | null,
  { about = null, layer = 'page' }: { about?: string | null; layer?: Layer } = {},
): void {
  const [offer] = useState<Offer<Target>>(() => ({ actions, target, about, layer }))
  // Before any key can be pressed on what this render shows.
  const wakes = useRef(false)
  useInsertionEffect(() => {
    wakes.current = offer.target === null && target !== null
    Object.assign(offer, { actions, target, about, layer })
  })
  // With the paint, not after it: a key that is pressed on what is seen finds its action.
  useLayoutEffect(() => registry.add(offer as unknown as Offer), [offer])
  useLayoutEffect(() => {
    if (wakes.current) registry.awoke()
  })
}
