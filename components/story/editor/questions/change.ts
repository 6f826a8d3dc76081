import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { emptyLine, type Found, typeOf } from '../around.ts'

/** What can be said about a question beside its words. */
export interface QuestionChange {
  readonly blocking?: boolean
  readonly owner?: string | null
  readonly asker?: string
  readonly open?: boolean
}

/**
 * Gives what it means to give a question to somebody, or to nobody (null). Whoever is the first to ask somebody has asked it,
 * where nobody is known to have: they are told of the answer. `asker`: who has, or null.
 */
export function givenTo(
  owner: string | null,
  { asker, me }: { readonly asker: string | null; readonly me: string },
): QuestionChange {
  return owner !== null && asker === null ? { owner, asker: me } : { owner }
}

/**
 * Changes what is said about a question. When it is answered the caret goes on into an empty line of the story, so that it
 * can fold; else it stays behind the answer. In the next sentence it would change what somebody else has written.
 */
export function changeQuestion(
  { tr }: EditorState,
  { pos, end }: Found,
  change: QuestionChange,
): Transaction {
  for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(pos, name, value)
  const { from } = tr.selection
  if (change.open === false && from > pos && from < end) {
    const next = Selection.findFrom(tr.doc.resolve(end), 1, true)
    const last = Selection.findFrom(tr.doc.resolve(end), -1, true)
    const beyond = next && isEmptyLine(next) ? next : last
    if (beyond && beyond.from > pos) tr.setSelection(beyond)
  }
  return tr
}

function isEmptyLine({ $from: { depth, parent } }: Selection): boolean {
  return depth === 1 && parent.type.name === 'paragraph' && parent.content.size === 0
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
