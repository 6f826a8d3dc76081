import { type RefObject, useLayoutEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
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
  const t = textsOf('story')
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
              className="absolute inset-x-0 bottom-3 mx-auto w-fit rounded-full px-3 py-1 text-label font-medium whitespace-nowrap text-on-accent"
              style={{ backgroundColor: presenceColour(person.colour) }}
            >
              {t('people.followingLong', { name: person.name })}
            </span>
          </div>
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {person ? t('people.following', { name: person.name }) : ''}
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
