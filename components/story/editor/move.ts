import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { emptyLine, foundAt } from './around.ts'
import { isList, isListItem, itemPlaceBeside, itemPlaced } from './lists/items.ts'

/**
 * Puts a block where `to` says: a place between others as they are before the move. It keeps its id, and
 * the caret what it was at. False when that is where it is already.
 */
export function moveBlock(view: EditorView, pos: number, to: number): boolean {
  const { node, end } = foundAt(view.state.doc, pos)
  if (to >= pos && to <= end) return false
  const { anchor, head } = view.state.selection
  const isInside = anchor > pos && anchor < end && head > pos && head < end
  const from = view.state.doc.resolve(pos).parent.type.name
  asOneChange(view, () => {
    const away = takenOut(view.state.tr, pos)
    const at = away.mapping.map(to)
    view.dispatch(away)
    const placed = isListItem(node) ? itemPlaced(node, from, view.state.doc.resolve(at)) : node
    const back = view.state.tr.insert(at, placed)
    if (isInside) {
      // Where it is a list of its own, that list begins in front of it.
      const by = at - pos + (isList(placed) && !isList(node) ? 1 : 0)
      back.setSelection(TextSelection.create(back.doc, anchor + by, head + by))
      back.scrollIntoView()
    }
    view.dispatch(back)
  })
  return true
}

/** Takes a block out. A list, and a row of pictures, goes with the last that was in it; a section keeps a line to write in. */
function takenOut(tr: Transaction, pos: number): Transaction {
  const { node, end } = foundAt(tr.doc, pos)
  const $pos = tr.doc.resolve(pos)
  if ($pos.parent.childCount > 1) return tr.delete(pos, end)
  if (!HOLDS_ITEMS.has($pos.parent.type.name))
    return tr.replaceWith(pos, end, emptyLine(tr.doc.type.schema))
  const isLastList = isListItem(node) && $pos.node(-1).childCount === 1
  return isLastList
    ? tr.replaceWith($pos.before(), $pos.after(), emptyLine(tr.doc.type.schema))
    : tr.delete($pos.before(), $pos.after())
}

const HOLDS_ITEMS = new Set([
  'criteria',
  'questions',
  'bulletList',
  'orderedList',
  'taskList',
  'imageRow',
])

/** Gives where a block would go one step up or down, or null: at the edge of its list, which may go on in the next section. */
export function placeBeside(doc: Node, pos: number, way: 'up' | 'down'): number | null {
  const { node, end, depth } = foundAt(doc, pos)
  if (isListItem(node)) return itemPlaceBeside(doc, { pos, end }, way)
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
export function asOneChange(view: EditorView, change: () => void): void {
  const doc = (ySyncPluginKey.getState(view.state) as { doc?: Doc } | undefined)?.doc
  if (doc) doc.transact(change, ySyncPluginKey)
  else change()
}
