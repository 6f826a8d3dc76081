import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useState } from 'react'
import { around, type Found } from '../around.ts'

/** The block whose handle is shown, and where: in pixels of the editor's root. */
export interface Handled {
  readonly pos: number
  readonly left: number
  readonly top: number
}

/**
 * Gives the criterion or question under the pointer, else the one with the caret, while the text has the focus. Where
 * there is no pointer that hovers it is always the one with the caret. `held` keeps it as it is: its menu is open.
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
      const found = blockOf(editor, hovered) ?? blockAtCaret(editor)
      const next = found && placeOf(editor, found, around_)
      setHandled((last) => (isSame(last, next) ? last : next))
    }
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return
      const target = event.target as Element
      // On its way to the handle the pointer is over no block.
      if (target.closest('.story-handle')) return
      const next = target.closest('.story-criterion, .story-question')
      if (next === hovered) return
      hovered = next
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

function blockAtCaret({ state, view }: Editor): Found | null {
  return view.hasFocus() ? around(state.selection.$from, 'criterion', 'question') : null
}

function blockOf({ state, view }: Editor, drawn: Element | null): Found | null {
  if (!drawn || !view.dom.contains(drawn)) return null
  return around(state.doc.resolve(view.posAtDOM(drawn, 0)), 'criterion', 'question')
}

/** On the rail of its section, at the height of its first line. */
function placeOf({ view }: Editor, { pos }: Found, root: HTMLElement): Handled | null {
  const drawn = view.nodeDOM(pos)
  const section = drawn instanceof HTMLElement ? drawn.closest('.story-section') : null
  if (!(drawn instanceof HTMLElement) || !section) return null
  const origin = root.getBoundingClientRect()
  return {
    pos,
    left: Math.round(section.getBoundingClientRect().left - origin.left),
    top: Math.round(drawn.getBoundingClientRect().top - origin.top),
  }
}

function isSame(a: Handled | null, b: Handled | null): boolean {
  return a?.pos === b?.pos && a?.left === b?.left && a?.top === b?.top
}
