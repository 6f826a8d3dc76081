import type { Fragment, Node, Schema } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { around, foundAt, isBlank, lineAt, textEndBefore, typeOf } from '../around.ts'
import { leaveList, removeFromList } from '../sections/leave.ts'

/** Gives a question that somebody asks now. It blocks until someone says that it does not. */
export function newQuestion(schema: Schema, asker: string, words?: Fragment): Node {
  const line = typeOf(schema, 'paragraph').create(null, words)
  return typeOf(schema, 'question').create({ asker, blocking: true }, line)
}

/** Enter in a question asks the next one; on an empty one it leads out. In an answer it leads out of an empty line. */
export function enterInQuestion(asker: string): Command {
  return (state, dispatch) => {
    const { tr, selection, schema } = state
    const at = lineAt(selection, 'question')
    if (!at) return leaveAnswer(asker)(state, dispatch)
    if (isBlank(at.block.node)) {
      leaveList(tr, at.block)
      dispatch?.(tr.scrollIntoView())
      return true
    }
    tr.deleteSelection()
    const { $from } = tr.selection
    const words = $from.parent.content
    if ($from.parentOffset === 0 && at.index === 0 && words.size > 0)
      tr.insert(at.block.pos, newQuestion(schema, asker))
    else {
      tr.delete($from.pos, $from.end())
      const end = tr.mapping.map(at.block.end)
      tr.insert(end, newQuestion(schema, asker, words.cut($from.parentOffset)))
      tr.setSelection(TextSelection.create(tr.doc, end + 2))
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Backspace at the start of a question or an answer. */
export const backspaceInQuestion: Command = (state, dispatch) => {
  const { selection, tr, doc } = state
  const { $from, empty } = selection
  if (!empty || $from.parentOffset > 0) return false
  const at = lineAt(selection, 'question')
  if (!at) return leaveAnswerUpwards(state, dispatch)
  if (at.index > 0) return false
  const before = textEndBefore(doc, at.block.pos)
  if (isBlank(at.block.node)) removeFromList(tr, at.block)
  else if (before !== null) tr.setSelection(TextSelection.create(doc, before))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Delete at the end of a question takes nothing into it but a blank one that follows. */
export const deleteInQuestion: Command = ({ selection, tr, doc }, dispatch) => {
  const at = lineAt(selection, 'question')
  const { $from, empty } = selection
  if (!at || !empty || $from.parentOffset < $from.parent.content.size) return false
  if (at.line.end !== at.block.end - 1) return true
  const isLast = doc.resolve(at.block.end).nodeAfter === null
  const next = isLast ? null : foundAt(doc, at.block.end)
  if (next && isBlank(next.node)) tr.delete(next.pos, next.end)
  dispatch?.(tr)
  return true
}

/** Enter on the empty last line of an answer: the line goes, and the next question is asked. */
function leaveAnswer(asker: string): Command {
  return ({ selection, tr, schema }, dispatch) => {
    const { $from, empty } = selection
    const answer = around($from, 'answer')
    const question = around($from, 'question')
    if (!empty || !answer || !question || $from.parent.content.size > 0) return false
    if ($from.depth !== answer.depth + 1 || $from.after() !== answer.end - 1) return false
    tr.insert(question.end, newQuestion(schema, asker))
    tr.setSelection(TextSelection.create(tr.doc, question.end + 2))
    if (answer.node.childCount === 1) tr.delete(answer.pos, answer.end)
    else tr.delete($from.before(), $from.after())
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Backspace at the very start of an answer: an empty one goes; the caret is behind the question. */
const leaveAnswerUpwards: Command = ({ selection, tr, doc }, dispatch) => {
  const { $from } = selection
  const answer = around($from, 'answer')
  if (!answer || $from.before() !== answer.pos + 1) return false
  const before = textEndBefore(doc, answer.pos)
  if (before === null) return false
  if (answer.node.childCount === 1 && $from.parent.content.size === 0)
    tr.delete(answer.pos, answer.end)
  tr.setSelection(TextSelection.create(tr.doc, before))
  dispatch?.(tr.scrollIntoView())
  return true
}
