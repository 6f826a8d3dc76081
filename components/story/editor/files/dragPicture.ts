import type { EditorView } from '@tiptap/pm/view'
import { foundAt } from '../around.ts'
import { dragBlock } from '../structure/drag.ts'
import { finderOf } from '../structure/movable.ts'
import { CONTROLS } from './parts.ts'

/**
 * Follows a mouse that was pressed on a picture: it goes beside the picture over whose side it is let go, else between blocks. A
 * finger scrolls; the picture's bar and keys do the same.
 */
export function dragPicture(
  view: EditorView,
  getPos: () => number | undefined,
  event: PointerEvent,
): void {
  const pos = getPos()
  const isMouse = event.pointerType === 'mouse' && event.button === 0
  const isControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null
  if (pos === undefined || !isMouse || isControl || !view.editable) return
  dragBlock(view, finderOf(view, foundAt(view.state.doc, pos)), event, () => undefined)
}
