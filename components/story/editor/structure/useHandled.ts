import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useState } from 'react'
import type { Found } from '../around.ts'
import { COARSE } from '../media.ts'
import { isItem, movableDrawn, movableIn } from './movable.ts'

/** The block whose handle is shown, and where: in pixels of the editor's root. */
export interface Handled {
  readonly pos: number
  readonly left: number
  readonly top: number
}

/**
 * Gives the block under the pointer, else the one with the caret, while the text has the focus. Where there is no pointer that
 * hovers it is always the one with the caret, and only a criterion or a question: beside the others there is no room. `held` keeps it as it is: its menu is open.
 */
export function useHandled(
  editor: Editor,
  root: RefObject<HTMLElement | null>,
  held: boolean,
): Handled | null {
  const [handled, setHandled] = useState<Handled | null>(null)
  useEffect(() => {
    const around_ = root.current
    if (!around_ || held) return
    let hovered: Element | null = null
    const look = () => {
      // A newer editor's writing takes this one down between two frames, and the pointer goes on.
      if (editor.isDestroyed) return
      const found = blockOf(editor, hovered) ?? blockAtCaret(editor)
      const next = found && placeOf(editor, found, around_)
      setHandled((last) => (isSame(last, next) ? last : next))
    }
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return
      // On its way to the handle the pointer is over no block.
      if ((event.target as Element).closest('.story-handle')) return
      const target = itemBeside(event.target as Element, event.clientY)
      if (target === hovered) return
      hovered = target
      look()
    }
    const onLeave = () => {
      hovered = null
      look()
    }
    look()
    editor.on('transaction', look)
    editor.on('focus', look)
    editor.on('blur', look)
    around_.addEventListener('pointermove', onMove)
    around_.addEventListener('pointerleave', onLeave)
    const sizes = new ResizeObserver(look)
    sizes.observe(around_)
    return () => {
      editor.off('transaction', look)
      editor.off('focus', look)
      editor.off('blur', look)
      around_.removeEventListener('pointermove', onMove)
      around_.removeEventListener('pointerleave', onLeave)
      sizes.disconnect()
    }
  }, [editor, root, held])
  return handled
}

/** Beside the points and numbers of a list the pointer means the item at its height, the innermost. */
function itemBeside(target: Element, y: number): Element {
  if (target.localName !== 'ul' && target.localName !== 'ol') return target
  const items = [...target.querySelectorAll('li')].filter((item) => {
    const { top, bottom } = item.getBoundingClientRect()
    return top <= y && y <= bottom
  })
  return items.at(-1) ?? target
}

function blockAtCaret({ state, view }: Editor): Found | null {
  const found = view.hasFocus() ? movableIn(state.selection) : null
  return found && !isItem(found.node) && matchMedia(COARSE).matches ? null : found
}

function blockOf({ view }: Editor, drawn: Element | null): Found | null {
  if (!drawn || !view.dom.contains(drawn)) return null
  return movableDrawn(view, drawn)
}

/** Gives where a block's handle is: on the rail of its section, or in the margin, at the height of its first line. */
export function placeOf(
  { view }: Editor,
  { pos }: Pick<Found, 'pos'>,
  root: HTMLElement,
): Handled | null {
  const drawn = view.nodeDOM(pos)
  const section = drawn instanceof HTMLElement ? drawn.closest('.story-section') : null
  if (!(drawn instanceof HTMLElement)) return null
  const origin = root.getBoundingClientRect()
  const left = section
    ? section.getBoundingClientRect().left
    : besideOf(drawn).getBoundingClientRect().left - MARGIN
  return {
    pos,
    left: Math.round(left - origin.left),
    top: Math.round(drawn.getBoundingClientRect().top - origin.top),
  }
}

/** An item's handle is left of its point or number. */
function besideOf(drawn: HTMLElement): HTMLElement {
  return drawn.localName === 'li' ? (drawn.parentElement ?? drawn) : drawn
}

/** How far beside the text a handle is that has no rail, in pixels. */
const MARGIN = 24

function isSame(a: Handled | null, b: Handled | null): boolean {
  return a?.pos === b?.pos && a?.left === b?.left && a?.top === b?.top
}
