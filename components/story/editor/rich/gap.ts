import { Extension } from '@tiptap/core'
import { GapCursor } from '@tiptap/pm/gapcursor'
import { type Command, type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { typeOf } from '../around.ts'

/*
 * The caret between two things that are no text, in what is folded. The editor's own would begin a second summary there: it is
 * the first of the blocks that may stand in a section.
 */

/** What is typed or composed there goes into a plain line. */
export const FoldedGaps = Extension.create({
  name: 'foldedGaps',
  // Ahead of the gap cursor's own.
  priority: 1_250,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, _from, _to, words) {
          if (!putLineAtGap(view)) return false
          view.dispatch(view.state.tr.insertText(words).scrollIntoView())
          return true
        },
        handleDOMEvents: {
          // An input method begins here; it writes into the line by itself.
          beforeinput(view, { inputType }) {
            if (inputType === 'insertCompositionText') putLineAtGap(view)
            return false
          },
        },
      },
    }),
  ],
})

/** Enter there makes a plain line. */
export const enterAtGap: Command = (state, dispatch) => {
  const pos = gapIn(state)
  if (pos === null) return false
  const { tr, schema } = state
  tr.insert(pos, typeOf(schema, 'paragraph').create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView())
  return true
}

function putLineAtGap(view: EditorView): boolean {
  return enterAtGap(view.state, view.dispatch, view)
}

/** Gives where the caret stands between two things in what is folded, or null. */
function gapIn({ selection }: EditorState): number | null {
  const isGap = selection instanceof GapCursor
  return isGap && selection.$from.parent.type.name === 'details' ? selection.from : null
}
