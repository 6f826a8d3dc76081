import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { emptyLine, type Found, textEndBefore } from '../around.ts'
import { withoutNames } from '../pasting.ts'

/** Takes a criterion, a question or an item away, with what is nested in it; a list goes with the last that was in it. */
export function removeBlock({ tr }: EditorState, { pos, end }: Found): Transaction {
  const $pos = tr.doc.resolve(pos)
  const before = textEndBefore(tr.doc, pos)
  const isAlone = $pos.parent.childCount === 1
  if (!isAlone) tr.delete(pos, end)
  // What held the list, a story or a box in it, is never without a line.
  else if ($pos.node(-1).childCount === 1)
    tr.replaceWith($pos.before(), $pos.after(), emptyLine(tr.doc.type.schema))
  else tr.delete($pos.before(), $pos.after())
  const near = Math.min(before ?? pos, tr.doc.content.size)
  return tr.setSelection(Selection.near(tr.doc.resolve(near), before === null ? 1 : -1))
}

/** Takes any other block away; where it was the only one a line stays to write in. */
export function takeAway({ tr, schema }: EditorState, { pos, end }: Found): Transaction {
  const isAlone = tr.doc.resolve(pos).parent.childCount === 1
  if (isAlone) tr.replaceWith(pos, end, emptyLine(schema))
  else tr.delete(pos, end)
  const near = tr.doc.resolve(Math.min(pos, tr.doc.content.size))
  return tr.setSelection(Selection.near(near, -1))
}

/** Puts a copy of a block behind it, with the caret in the copy. It gets a name of its own; threads stay with the first. */
export function duplicate({ tr }: EditorState, { node, end }: Found): Transaction {
  tr.insert(end, withoutNames(new Slice(Fragment.from(node), 0, 0), new Set()).content)
  const chosen = NodeSelection.isSelectable(node) && node.isAtom
  return tr
    .setSelection(chosen ? NodeSelection.create(tr.doc, end) : Selection.near(tr.doc.resolve(end)))
    .scrollIntoView()
}

/** Gives the state with the caret in a block, for a command that acts at the caret. Nothing is dispatched. */
export function withCaretIn(state: EditorState, { pos, end }: Found): EditorState {
  const { from, to } = state.selection
  if (from > pos && to < end) return state
  return state.apply(state.tr.setSelection(Selection.near(state.doc.resolve(pos + 1))))
}
