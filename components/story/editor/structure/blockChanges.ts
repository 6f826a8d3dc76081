import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { type Found, textEndBefore } from '../around.ts'

/** Takes a criterion or a question away, with what is nested in it; a list goes with the last that was in it. */
export function removeBlock({ tr }: EditorState, { pos, end }: Found): Transaction {
  const $pos = tr.doc.resolve(pos)
  const before = textEndBefore(tr.doc, pos)
  const isAlone = $pos.parent.childCount === 1
  if (!isAlone) tr.delete(pos, end)
  // A story is never without a line.
  else if ($pos.depth === 1 && tr.doc.childCount === 1)
    tr.replaceWith(
      $pos.before(),
      $pos.after(),
      tr.doc.type.contentMatch.defaultType?.create() ?? [],
    )
  else tr.delete($pos.before(), $pos.after())
  const near = Math.min(before ?? pos, tr.doc.content.size)
  return tr.setSelection(Selection.near(tr.doc.resolve(near), before === null ? 1 : -1))
}

/** Gives the state with the caret in a block, for a command that acts at the caret. Nothing is dispatched. */
export function withCaretIn(state: EditorState, { pos, end }: Found): EditorState {
  const { from, to } = state.selection
  if (from > pos && to < end) return state
  return state.apply(state.tr.setSelection(Selection.near(state.doc.resolve(pos + 1))))
}
