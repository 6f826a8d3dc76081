import { useSyncExternalStore } from 'react'

const KEY = 'sluice:sidebar'
const listeners = new Set<() => void>()

/** Folds the sidebar to its icons, or unfolds it; kept on this device. */
export function toggleSidebar(): void {
  try {
    localStorage.setItem(KEY, isFolded() ? 'open' : 'folded')
  } catch {
    // Nothing can be kept here: the sidebar stays as it is.
  }
  for (const listener of listeners) listener()
}

/** True while the sidebar is folded. */
export function useFolded(): boolean {
  return useSyncExternalStore(subscribe, isFolded, () => false)
}

function isFolded(): boolean {
  try {
    return localStorage.getItem(KEY) === 'folded'
  } catch {
    return false
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
