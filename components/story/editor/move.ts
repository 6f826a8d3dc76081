import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { foundAt } from './around.ts'

/**
 * Puts a criterion or a question where `to` says: a place between others as they are before the move. It keeps its id, and
 * the caret what it was at. False when that is where it is already.
 */
export function moveBlock(view: EditorView, pos: number, to: number): boolean {
  const { node, end } = foundAt(view.state.doc, pos)
  if (to >= pos && to <= end) return false
  const { anchor, head } = view.state.selection
  const isInside = anchor > pos && anchor < end && head > pos && head < end
  const $pos = view.state.doc.resolve(pos)
  const isAlone = $pos.parent.childCount === 1
  asOneChange(view, () => {
    // A list goes with the last that was in it.
    const away = isAlone
      ? view.state.tr.delete($pos.before(), $pos.after())
      : view.state.tr.delete(pos, end)
    const at = away.mapping.map(to)
    view.dispatch(away)
    const back = view.state.tr.insert(at, node)
    if (isInside) {
      back.setSelection(TextSelection.create(back.doc, anchor - pos + at, head - pos + at))
      back.scrollIntoView()
    }
    view.dispatch(back)
  })
  return true
}

/** Gives where a block would go one step up or down, or null: at the edge of its list, which may go on in the next section. */
export function placeBeside(doc: Node, pos: number, way: 'up' | 'down'): number | null {
  const { end, depth } = foundAt(doc, pos)
  const $beyond = doc.resolve(way === 'up' ? pos : end)
  const beside = way === 'up' ? $beyond.nodeBefore : $beyond.nodeAfter
  if (beside) return way === 'up' ? pos - beside.nodeSize : end + beside.nodeSize
  if (depth !== 2) return null
  const index = $beyond.index(0)
  const kind = $beyond.node(1).type
  if (way === 'down') {
    const next = doc.maybeChild(index + 1)
    return next?.type === kind ? $beyond.after(1) + 1 : null
  }
  const previous = index > 0 ? doc.child(index - 1) : null
  return previous?.type === kind ? $beyond.before(1) - 1 : null
}

/**
 * Two steps that nobody sees or takes back one by one. Taken away and put back in one transaction of the editor, a block
 * that has a single neighbour would be rewritten in place, letter by letter, and what someone else is typing in one would
 * end up in the other.
 */
function asOneChange(view: EditorView, change: () => void): void {
  const doc = (ySyncPluginKey.getState(view.state) as { doc?: Doc } | undefined)?.doc
  if (doc) doc.transact(change, ySyncPluginKey)
  else change()
}
