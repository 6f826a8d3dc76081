import type { EditorView } from '@tiptap/pm/view'
import type { Found } from '../around.ts'
import { canBeBeside, type Side } from './rows.ts'

/** A side of a picture where another one can be put, and the line that shows it, in pixels of the window. */
export interface Beside {
  readonly target: number
  readonly side: Side
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/** So much of a picture, at either side, takes another one beside it; over the rest it goes above or below. */
const SHARE = 0.35

/** Gives the side of a picture that a pointer means which carries another one, or null. */
export function besideAt(
  view: EditorView,
  picture: Found,
  { x, y }: { readonly x: number; readonly y: number },
): Beside | null {
  let found: Beside | null = null
  view.state.doc.descendants((node, pos) => {
    if (found) return false
    const drawn = node.type.name === 'image' ? view.nodeDOM(pos) : null
    const frame = drawn instanceof HTMLElement ? drawn.querySelector('.story-picture-frame') : null
    if (!frame) return !node.isTextblock
    const { left, right, top, bottom } = frame.getBoundingClientRect()
    const share = (x - left) / (right - left)
    const isOver = y >= top && y <= bottom && share >= 0 && share <= 1
    const side = share <= SHARE ? 'left' : share >= 1 - SHARE ? 'right' : null
    if (isOver && side && canBeBeside(view.state, picture.pos, pos))
      found = { target: pos, side, x: side === 'left' ? left : right, top, bottom }
    return false
  })
  return found
}
