import { useSyncExternalStore } from 'react'

/**
 * The code of menus, popovers and tooltips is large and not needed for the first picture: it is fetched when the page is
 * idle, and until then their triggers are plain buttons (PlainTrigger.tsx).
 */
export type Popups = typeof import('./parts.ts')

/** Marks a trigger that is plain yet. */
export const PLAIN = 'data-plain-trigger'

let fetched: Popups | null = null
let inUse: Popups | null = null
const listeners = new Set<() => void>()

/** Fetches the code; it is used from the next moment on in which no plain trigger is being used. Rejects without a network. */
export async function loadPopups(): Promise<void> {
  fetched = await import('./parts.ts')
  takeWhenQuiet()
}

/** Uses what is fetched at once: somebody waits for it. */
export function takePopups(): void {
  if (inUse === fetched) return
  inUse = fetched
  for (const listener of listeners) listener()
}

/** Gives the code once it is in use, and null before. */
export function usePopups(): Popups | null {
  return useSyncExternalStore(subscribe, current, nothing)
}

/** Gives the code inside of what is only there once it was fetched. */
export function fetchedPopups(): Popups {
  if (!fetched) throw new Error('A part of a popup is shown outside of one')
  return fetched
}

const current = () => inUse
const nothing = () => null

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A trigger that is replaced would lose the focus, and a press that has begun on it. */
function takeWhenQuiet(): void {
  if (inUse) return
  if (!document.activeElement?.closest(`[${PLAIN}]`) && !isPressed) return takePopups()
  const again = () => setTimeout(takeWhenQuiet)
  document.addEventListener('focusout', again, { once: true })
  document.addEventListener('click', again, { once: true })
}

let isPressed = false
if (typeof document !== 'undefined') {
  const pressed = (is: boolean) => () => void (isPressed = is)
  document.addEventListener('pointerdown', pressed(true), true)
  for (const end of ['pointerup', 'pointercancel']) {
    // A click comes after it.
    document.addEventListener(end, () => setTimeout(pressed(false)), true)
  }
}
