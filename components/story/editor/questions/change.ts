import type { Node } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { emptyLine, type Found, isBlank, typeOf } from '../around.ts'

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
 * can fold; else it stays behind the answer. In the next sentence it would change what somebody else has written. Empty lines
 * at the end of the answer were for what could have followed: they go.
 */
export function changeQuestion(
  { tr }: EditorState,
  { node, pos, end }: Found,
  change: QuestionChange,
): Transaction {
  for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(pos, name, value)
  const { from } = tr.selection
  if (change.open === false) trimAnswers(tr, node, pos)
  if (change.open === false && from > pos && from < end) {
    const behind = tr.doc.resolve(tr.mapping.map(end))
    const next = Selection.findFrom(behind, 1, true)
    const last = Selection.findFrom(behind, -1, true)
    const beyond = next && isEmptyLine(next) ? next : last
    if (beyond && beyond.from > pos) tr.setSelection(beyond)
  }
  return tr
}

/** Takes the empty lines at the end of a question's answers away, and an answer that is nothing else. */
function trimAnswers(tr: Transaction, question: Node, pos: number): void {
  question.forEach((answer, offset) => {
    if (answer.type.name !== 'answer') return
    const begin = tr.mapping.map(pos + 1 + offset)
    const end = begin + answer.nodeSize
    let blank = 0
    for (const line of answer.children.toReversed()) {
      if (line.type.name !== 'paragraph' || !isBlank(line)) break
      blank += line.nodeSize
    }
    if (blank === answer.content.size) tr.delete(begin, end)
    else if (blank > 0) tr.delete(end - 1 - blank, end - 1)
  })
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
