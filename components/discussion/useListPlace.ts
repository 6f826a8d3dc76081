import { type RefObject, useLayoutEffect } from 'react'
import { listPlace } from './listPlace.ts'

/**
 * Keeps a list beside its field and wholly in sight. It is in the browser's top layer: a card or sheet that scrolls cuts
 * nothing off it, and it is still inside of that for whoever asks.
 */
export function useListPlace(
  list: RefObject<HTMLElement | null>,
  field: RefObject<HTMLElement | null>,
): void {
  // Each time: how many are found changes its size, what is typed that of the field.
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    // A browser that has no top layer for it shows it where it is placed.
    if ('popover' in element && !element.matches(':popover-open')) element.showPopover()
    const place = (event?: Event) => {
      // The list itself may scroll.
      if (!field.current || event?.target === element) return
      element.style.maxHeight = ''
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const at = listPlace(field.current.getBoundingClientRect(), size, seenPart())
      const max = Math.min(size.height, at.maxHeight)
      Object.assign(element.style, {
        left: `${at.left}px`,
        top: `${at.top}px`,
        maxHeight: `${max}px`,
      })
    }
    place()
    const seen = window.visualViewport
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    seen?.addEventListener('resize', place)
    seen?.addEventListener('scroll', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
      seen?.removeEventListener('resize', place)
      seen?.removeEventListener('scroll', place)
    }
  })
}

/** What the keyboard of a phone leaves of the screen. */
function seenPart() {
  const { visualViewport: seen, innerWidth, innerHeight } = window
  if (!seen) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
  const { offsetLeft: left, offsetTop: top, width, height } = seen
  return { left, top, right: left + width, bottom: top + height }
}
