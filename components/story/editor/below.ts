import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'

/** A click below the last block goes on writing there, also when that block is a table, code or a divider. */
export const WriteBelow = Extension.create({
  name: 'writeBelow',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleClick(view, _pos, event) {
            const last = view.dom.lastElementChild
            const { doc, schema, tr } = view.state
            if (!view.editable || !last || event.clientY <= last.getBoundingClientRect().bottom)
              return false
            const { paragraph } = schema.nodes
            if (!paragraph || doc.lastChild?.type === paragraph) return false
            tr.insert(doc.content.size, paragraph.create())
            tr.setSelection(TextSelection.create(tr.doc, tr.doc.content.size - 1))
            view.dispatch(tr.scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})
