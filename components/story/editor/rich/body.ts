import type { ResolvedPos } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { must } from '#lib/domain/must.ts'
import { around, emptyLine, typeOf } from '../around.ts'
import { goOnBehind } from '../sections/leave.ts'

/*
 * Keys in what is folded. Whatever makes a new line by itself makes a summary there: it is the first of the blocks that may
 * stand in a section.
 */

/** Enter makes plain lines, and on an empty last one it leads out. */
export const enterInBody: Command = (state, dispatch) => {
  const { selection, tr } = state
  const { $from, $to, empty } = selection
  if (selection instanceof NodeSelection) {
    if (!selection.node.isBlock || $from.parent.type.name !== 'details') return false
    putLine(tr, $to.pos)
  } else if (!(selection instanceof TextSelection) || !isInBody($from)) return false
  else if ($from.parent.type.spec.code) {
    // Two empty lines at its end lead out of code, as everywhere.
    const isDone = empty && $to.pos === $to.end() && $from.parent.textContent.endsWith('\n\n')
    if (!isDone) return false
    tr.delete($from.pos - 2, $from.pos)
    putLine(tr, $from.after() - 2)
  } else if (empty && isEmptyEnd($from)) {
    const { end } = must(around($from, 'details'), 'a section around its line')
    // The only line there is stays: the summary would head nothing.
    if ($from.node(-1).childCount > 2) tr.delete($from.before(), $from.after())
    goOnBehind(tr, tr.mapping.map(end))
  } else splitLine(tr, state)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Goes on in a line behind the code at the caret. */
export const leaveCode: Command = ({ selection: { $from }, tr }, dispatch) => {
  if (!isInBody($from) || !$from.parent.type.spec.code) return false
  putLine(tr, $from.after())
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The same at the very end of code that nothing follows in its section. */
export const leaveLastCode: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.pos < $from.end() || !isInBody($from)) return false
  return $from.indexAfter(-1) === $from.node(-1).childCount && leaveCode(state, dispatch)
}

/** Splits the line at the caret; what one writes stays bold in the next. */
function splitLine(tr: Transaction, { storedMarks, selection, schema }: EditorState): void {
  const { $from, $to } = selection
  const marks = storedMarks ?? ($to.parentOffset > 0 ? $from.marks() : [])
  tr.deleteSelection()
  const at = tr.selection.$from
  const { parent, parentOffset } = at
  if (parentOffset === 0 && parent.content.size > 0) tr.insert(at.before(), emptyLine(schema))
  else if (isInBody(at)) {
    const goesOn = parentOffset < parent.content.size && parent.type.name !== 'summary'
    tr.split(at.pos, 1, goesOn ? undefined : [{ type: typeOf(schema, 'paragraph') }])
  }
  tr.ensureMarks(marks.filter(({ type }) => type.spec.inclusive !== false))
}

/** True in a line that is a section's own, not of a block further inside. */
function isInBody($pos: ResolvedPos): boolean {
  return $pos.depth > 1 && $pos.parent.isTextblock && $pos.node(-1).type.name === 'details'
}

/** True in an empty line behind everything in its section. */
function isEmptyEnd($pos: ResolvedPos): boolean {
  return $pos.parent.content.size === 0 && $pos.indexAfter(-1) === $pos.node(-1).childCount
}

function putLine(tr: Transaction, at: number): void {
  tr.insert(at, emptyLine(tr.doc.type.schema))
  tr.setSelection(TextSelection.create(tr.doc, at + 1))
}
