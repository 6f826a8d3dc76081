import { Extension } from '@tiptap/core'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A press into a text that does not have the focus means the place that is pressed. What was selected before (the words that a
 * comment beside the text was just written about) is still the editor's selection then. Getting the focus draws the text anew, and
 * that would put it back in place of the press: what is typed next would be written over those words.
 */
export const FirstPress = Extension.create({
  name: 'firstPress',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          mousedown(view, event) {
            if (!view.hasFocus() && event.button === 0 && !event.shiftKey) putCaret(view, event)
            return false
          },
        },
      },
    }),
  ],
})

function putCaret(view: EditorView, { clientX, clientY }: MouseEvent): void {
  const at = view.posAtCoords({ left: clientX, top: clientY })
  if (!at) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(at.pos))).setMeta('addToHistory', false))
}
