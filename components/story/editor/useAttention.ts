import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useState } from 'react'

/** True while the pointer is still selecting: a bar under it would be in the way. */
export function useDragging(editor: Editor): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const textbox = editor.view.dom
    const start = () => setDragging(true)
    const end = () => setDragging(false)
    textbox.addEventListener('pointerdown', start)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    return () => {
      textbox.removeEventListener('pointerdown', start)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
  }, [editor])
  return dragging
}

/** True while the focus is in the text or one of its bars. */
export function useFocusWithin(root: RefObject<HTMLElement | null>): boolean {
  const [within, setWithin] = useState(false)
  useEffect(() => {
    const element = root.current
    if (!element) return
    // What else stands around the text (finding, its foot) is no bar of the selection.
    const isIn = (target: EventTarget | null) =>
      target instanceof Element &&
      element.contains(target) &&
      target.closest('.story-text, [role="toolbar"]') !== null
    const enter = ({ target }: FocusEvent) => setWithin(isIn(target))
    const leave = ({ relatedTarget }: FocusEvent) => setWithin(isIn(relatedTarget))
    setWithin(isIn(document.activeElement))
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
    }
  }, [root])
  return within
}
