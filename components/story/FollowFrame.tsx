import { type RefObject, useLayoutEffect, useState } from 'react'
import { presenceColour } from '#components/ui/presence.ts'
import type { PersonHere } from './presentPeople.ts'

/** A frame in somebody's colour around the page that goes along with them, and what ends it. It stays where the page scrolls. */
export function FollowFrame({
  person,
  page,
}: {
  readonly person: PersonHere | null
  readonly page: RefObject<HTMLElement | null>
}) {
  const height = useHeight(page, person !== null)
  return (
    <>
      {person ? (
        <div aria-hidden className="pointer-events-none sticky top-0 z-30 h-0">
          <div
            data-follow-frame
            className="absolute inset-x-0 top-0 border-2 forced-color-adjust-none"
            style={{ height, borderColor: presenceColour(person.colour) }}
          >
            <span
              className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full px-3 py-1 text-label font-medium whitespace-nowrap text-on-accent"
              style={{ backgroundColor: presenceColour(person.colour) }}
            >
              Following {person.name} · any key or scroll ends it
            </span>
          </div>
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {person ? `Following ${person.name}. Any key or scroll ends it.` : ''}
      </p>
    </>
  )
}

function useHeight(page: RefObject<HTMLElement | null>, isShown: boolean): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = page.current
    if (!element || !isShown) return
    const measure = () => setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [page, isShown])
  return height
}
