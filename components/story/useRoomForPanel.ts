import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 64rem)'

/** True where what is known about a story has a panel beside its text; elsewhere it is folded above the text. */
export function useRoomForPanel(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => true,
  )
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
