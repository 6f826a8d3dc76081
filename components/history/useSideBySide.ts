import { useSyncExternalStore } from 'react'

const ROOM = '(min-width: 60rem)'

/** True where two texts can be read beside each other. */
export function useSideBySide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(ROOM)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(ROOM).matches,
    () => true,
  )
}
