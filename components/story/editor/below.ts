import { Extension } from '@tiptap/core'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { emptyLine } from './around.ts'

/** A click below the last block goes on writing there, also when that block is a section, a table, code or a divider. */
export const WriteBelow = Extension.create({
  name: 'writeBelow',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleClick(view, _pos, event) {
            const last = view.dom.lastElementChild
            if (!last || event.clientY <= last.getBoundingClientRect().bottom) return false
            return writeBelow(view)
          },
        },
      }),
    ]
  },
})

/** Puts the caret behind everything, in a line that is there or in a new one. False where nothing may be written. */
export function writeBelow(view: EditorView): boolean {
  if (!view.editable) return false
  const { doc, tr, schema } = view.state
  if (doc.lastChild?.type.name === 'paragraph') tr.setSelection(Selection.atEnd(doc))
  else {
    tr.insert(doc.content.size, emptyLine(schema))
    tr.setSelection(TextSelection.create(tr.doc, tr.doc.content.size - 1))
  }
  view.dispatch(tr.scrollIntoView())
  view.focus()
  return true
}
