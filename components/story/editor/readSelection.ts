import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over what the browser has selected at this moment: right behind quick keys the editor has not been told of it yet.
 * What is selected in a way of the editor's own (a picture, cells of a table) stays so.
 */
export function readSelection(view: EditorView): void {
  const { state, dom } = view
  const selected = dom.ownerDocument.getSelection()
  const { anchorNode, focusNode } = selected ?? {}
  if (!selected || !anchorNode || !focusNode) return
  if (!dom.contains(anchorNode) || !dom.contains(focusNode)) return
  if (!(state.selection instanceof TextSelection)) return
  const anchor = view.posAtDOM(anchorNode, selected.anchorOffset)
  const head = view.posAtDOM(focusNode, selected.focusOffset)
  if (anchor === state.selection.anchor && head === state.selection.head) return
  const [$anchor, $head] = [state.doc.resolve(anchor), state.doc.resolve(head)]
  view.dispatch(state.tr.setSelection(TextSelection.between($anchor, $head)))
}
