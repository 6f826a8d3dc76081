import { type RefObject, useEffect, useState } from 'react'

/** How far outside of the screen something is near it, in pixels. */
const NEAR = 300

/** True while an element is on the screen or near it. What is far away need not be mounted (UX3). */
export function useNearScreen(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const watcher = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: `0px ${NEAR}px` },
    )
    watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [element])
  return isNear
}
