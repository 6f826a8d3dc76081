import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { emptyLine, type Found, typeOf } from '../around.ts'

/** What can be said about a question beside its words. */
export interface QuestionChange {
  readonly blocking?: boolean
  readonly owner?: string | null
  readonly open?: boolean
}

/** Changes what is said about a question. When it is answered the caret goes on, so that it can fold. */
export function changeQuestion(
  { tr }: EditorState,
  { pos, end }: Found,
  change: QuestionChange,
): Transaction {
  for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(pos, name, value)
  const { from } = tr.selection
  if (change.open === false && from > pos && from < end) {
    const next = Selection.findFrom(tr.doc.resolve(end), 1, true)
    const previous = Selection.findFrom(tr.doc.resolve(pos), -1, true)
    const beyond = next ?? previous
    if (beyond) tr.setSelection(beyond)
  }
  return tr
}

/** Puts the caret into the answer of a question; makes one when there is none. */
export function toAnswer({ tr, schema }: EditorState, { node, pos, end }: Found): Transaction {
  let at: number | null = null
  node.forEach((child, offset) => {
    if (child.type.name === 'answer') at ??= pos + 1 + offset
  })
  if (at === null) {
    at = end - 1
    tr.insert(at, typeOf(schema, 'answer').create(null, emptyLine(schema)))
    tr.setSelection(TextSelection.create(tr.doc, at + 2))
  } else {
    const answer = tr.doc.nodeAt(at)
    const inside = at + (answer?.nodeSize ?? 1) - 1
    tr.setSelection(Selection.near(tr.doc.resolve(inside), -1))
  }
  return tr.scrollIntoView()
}
