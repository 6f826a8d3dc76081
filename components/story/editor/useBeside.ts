import type { Editor } from '@tiptap/core'
import { type RefObject, useLayoutEffect } from 'react'
import { type Box, placeBeside, placeInMargin } from './place.ts'

/** Where it goes: over or under what it is beside, or in the margin right of the text. */
type How =
  | {
      readonly side: 'above' | 'below'
      readonly align: 'start' | 'centre' | 'end'
      readonly gap: number
    }
  | { readonly side: 'margin'; readonly gap: number }

/**
 * Keeps a floating element beside `anchor` (in viewport pixels; null hides it) inside the editor's `root`, which is its
 * positioned parent. It scrolls with the text by itself; only edits and sizes move it.
 */
export function useBeside(
  editor: Editor,
  root: RefObject<HTMLElement | null>,
  element: RefObject<HTMLElement | null>,
  anchor: () => Box | null,
  how: How,
): void {
  useLayoutEffect(() => {
    const place = () => {
      const box = element.current
      const around = root.current
      if (!box || !around || editor.isDestroyed) return
      const at = anchor()
      if (!at) {
        box.style.setProperty('visibility', 'hidden')
        return
      }
      const size = { width: box.offsetWidth, height: box.offsetHeight }
      const origin = around.getBoundingClientRect()
      const bounds = visiblePart(around)
      const { left, top } =
        how.side === 'margin'
          ? placeInMargin(at, size, bounds, { column: origin, gap: how.gap })
          : placeBeside(at, size, bounds, how)
      box.style.setProperty('visibility', 'visible')
      box.style.setProperty('left', `${left - origin.left}px`)
      box.style.setProperty('top', `${top - origin.top}px`)
    }
    place()
    editor.on('transaction', place)
    window.addEventListener('resize', place)
    return () => {
      editor.off('transaction', place)
      window.removeEventListener('resize', place)
    }
  })
}

function visiblePart(element: HTMLElement): Box {
  const screen = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
  const scroller = scrollerOf(element)?.getBoundingClientRect()
  if (!scroller) return screen
  return {
    left: Math.max(screen.left, scroller.left),
    top: Math.max(screen.top, scroller.top),
    right: Math.min(screen.right, scroller.right),
    bottom: Math.min(screen.bottom, scroller.bottom),
  }
}

/** Gives the element that scrolls around another, or null when that is the page. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}
