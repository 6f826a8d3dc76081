import { type Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

type Ends = Pick<globalThis.Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>

/** What the view knows of the browser's selection; ProseMirror has no other word for it. */
interface Watched {
  readonly domSelectionRange: () => Ends
  readonly domObserver: {
    readonly currentSelection: { eq(range: Ends): boolean }
    readonly suppressingSelectionUpdates: boolean
    readonly flushingSoon: number
    readonly pendingRecords: () => readonly MutationRecord[]
    /** Gives what of the text a change of the page is about; null where it is about none of it. */
    readonly registerMutation: (change: MutationRecord, added: Node[]) => object | null
  }
}

/**
 * Gives where a press or a key has just put the selection while the editor has not been told of it: the browser tells in a
 * task of its own. Whatever draws the text in between would put the old one back, and the press would be lost.
 *
 * Null when there is nothing newer, while somebody composes (the input method owns the selection then), while typed words
 * are not read yet (places in the page are not those of the text), and for what is no text: such a press the editor hears itself.
 */
export function pressedSelection(view: EditorView): Selection | null {
  if (view.composing || !view.editable || !view.hasFocus()) return null
  const { domObserver, domSelectionRange } = view as EditorView & Watched
  if (domObserver.suppressingSelectionUpdates || domObserver.flushingSoon > -1) return null
  if (domObserver.pendingRecords().some((change) => domObserver.registerMutation(change, [])))
    return null
  const range = domSelectionRange.call(view)
  const { anchorNode, anchorOffset, focusNode, focusOffset } = range
  if (!isText(view, anchorNode) || !isText(view, focusNode)) return null
  if (domObserver.currentSelection.eq(range)) return null
  const { doc } = view.state
  const $anchor = doc.resolve(view.posAtDOM(anchorNode, anchorOffset, 1))
  const $head = doc.resolve(view.posAtDOM(focusNode, focusOffset, 1))
  if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return null
  return TextSelection.create(doc, $anchor.pos, $head.pos)
}

/** True for a place among words: what cannot be written in is one thing as a whole. */
function isText({ dom }: EditorView, node: Node | null): node is Node {
  if (!node || !dom.contains(node)) return false
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('[contenteditable="false"]') === null
}
