import { useSyncExternalStore } from 'react'

/** Whether keys like C and J act on their own. Off suits speech input, which types them by accident (WCAG 2.1.4). */
const KEY = 'sluice:single-keys'
const listeners = new Set<() => void>()

/** True unless the person switched single keys off on this device. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Switches single keys on or off, on this device. */
export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // Nothing can be kept here: the default stays.
  }
  for (const listener of listeners) listener()
}

/** `singleKeysOn`, for a view. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn, () => true)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
