import { Extension } from '@tiptap/core'
import { type Command, type EditorState, Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { emptyLine, typeOf } from './around.ts'
import { isUnfolded } from './rich/folds.ts'

/**
 * A click below the last block goes on writing there, also when that block is a section, a table, code or a divider. So
 * does the arrow down at the end of a table, a callout or a folding section, which nothing else leads out of.
 */
export const WriteBelow = Extension.create({
  name: 'writeBelow',
  // Ahead of tables, which would go to their last cell; behind the menus, which walk by the same key.
  priority: 1_300,
  addKeyboardShortcuts: () => ({
    ArrowDown: ({ editor: { state, view } }) => downBelow(state, view.dispatch, view),
  }),
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

const BOXES = new Set(['table', 'callout', 'details'])

/** Makes a line below the box at the caret and goes there, from its last line when nothing follows in the story. */
export const downBelow: Command = (state, dispatch, view) => {
  const { selection, tr, schema } = state
  const { $from, empty } = selection
  if (!empty || !(selection instanceof TextSelection) || !isAtEnd(state)) return false
  // Out of code it goes to a line behind the code, as everywhere.
  if ($from.parent.type.spec.code) return false
  const box = outermostBox(state)
  if (box === null || (view && !view.endOfTextblock('down'))) return false
  const parent = $from.node(box - 1)
  const index = $from.indexAfter(box - 1)
  if (!parent.canReplaceWith(index, index, typeOf(schema, 'paragraph'))) return false
  const end = $from.after(box)
  tr.insert(end, emptyLine(schema))
  tr.setSelection(TextSelection.create(tr.doc, end + 1))
  dispatch?.(tr.scrollIntoView())
  return true
}

function outermostBox({ selection: { $from } }: EditorState): number | null {
  for (let depth = 1; depth < $from.depth; depth += 1) {
    if (BOXES.has($from.node(depth).type.name)) return depth
  }
  return null
}

/** True when nothing that is seen stands below the caret's line: cells stand side by side, and what is folded is not seen. */
function isAtEnd(state: EditorState): boolean {
  const { $from } = state.selection
  for (let depth = 0; depth < $from.depth; depth += 1) {
    const node = $from.node(depth)
    const isBeside = node.type.name === 'tableRow'
    if (isBeside || isFoldedAt(state, depth)) continue
    if ($from.index(depth) < node.childCount - 1) return false
  }
  return true
}

/** True in the summary of a section that is folded. */
function isFoldedAt(state: EditorState, depth: number): boolean {
  const { $from } = state.selection
  const node = $from.node(depth)
  const isInSummary = $from.index(depth) === 0 && node.firstChild?.type.name === 'summary'
  return node.type.name === 'details' && isInSummary && !isUnfolded(state, node)
}
