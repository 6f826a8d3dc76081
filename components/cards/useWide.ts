import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 48rem)'

/** True where lists stand side by side; below 768 px there are tabs and one list (UX21). */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => true)
}

function isWide(): boolean {
  return matchMedia(WIDE).matches
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
