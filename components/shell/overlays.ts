import { useSyncExternalStore } from 'react'

/** What the shell lays over the page. At most one at a time. */
export type Overlay = 'palette' | 'keys' | 'refused' | 'sign-out' | 'new-workspace'

let shown: Overlay | null = null
const listeners = new Set<() => void>()

/** Shows an overlay instead of the one that is open; null closes it. */
export function showOverlay(overlay: Overlay | null): void {
  shown = overlay
  for (const listener of listeners) listener()
}

/** The overlay that is open. */
export function useOverlay(): Overlay | null {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
