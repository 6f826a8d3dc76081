import { useCallback, useSyncExternalStore } from 'react'

/** True while a media query matches; as `otherwise` says where there is no screen. */
export function useMedia(query: string, otherwise = true): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => otherwise,
  )
}
