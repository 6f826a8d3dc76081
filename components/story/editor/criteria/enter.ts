import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { readClauseWord, wordAfter } from '#lib/doc/clause.ts'
import { emptyLine, isBlank, type Line, lineAt, typeOf } from '../around.ts'
import { leaveList } from '../sections/leave.ts'
import { liftCriteria } from './nest.ts'

/** Enter in a criterion: the next one, or the next clause; on an empty one out of it. */
export const enterInCriterion: Command = (state, dispatch) => {
  const at = lineAt(state.selection, 'criterion')
  if (!at) return false
  const isEmptyLine = at.line.node.content.size === 0
  if (isBlank(at.block.node) && at.block.node.childCount === 1) return leave(state, at, dispatch)
  if (at.line.node.type.name === 'clause')
    return isEmptyLine ? endClauses(state, at, dispatch) : nextClause(state, at, dispatch)
  return nextCriterion(state, at, dispatch)
}

/** Gives a criterion that says nothing yet. */
export function newCriterion(schema: Schema): Node {
  return typeOf(schema, 'criterion').create(null, emptyLine(schema))
}

type Dispatch = ((tr: Transaction) => void) | undefined

/** An empty criterion: one level out; at the outermost level out of the list. */
function leave(state: EditorState, { block }: Line, dispatch: Dispatch): boolean {
  const { tr, doc } = state
  if (doc.resolve(block.pos).depth > 1) return liftCriteria(state, dispatch)
  leaveList(tr, block)
  dispatch?.(tr.scrollIntoView())
  return true
}

function nextCriterion(
  state: EditorState,
  { line, index, block }: Line,
  dispatch: Dispatch,
): boolean {
  const { tr, schema } = state
  const criterion = typeOf(schema, 'criterion')
  const clause = typeOf(schema, 'clause')
  tr.deleteSelection()
  const { $from } = tr.selection
  const below = block.node.maybeChild(index + 1)
  if ($from.parentOffset === 0 && index === 0 && line.node.content.size > 0) {
    // The words go down a line and stay who they are.
    tr.insert(block.pos, newCriterion(schema))
  } else if ($from.parentOffset < $from.parent.content.size || !below) {
    tr.split($from.pos, 2, [{ type: criterion, attrs: { id: null } }])
    tr.setSelection(TextSelection.create(tr.doc, $from.pos + 4))
  } else if (below.type === clause) {
    const at = $from.after()
    if (below.content.size > 0) tr.insert(at, clause.create({ word: 'given' }))
    tr.setSelection(TextSelection.create(tr.doc, at + 1))
  } else {
    // What is nested stays nested: the next criterion is the first of it.
    const at = $from.after()
    const isList = below.type.name === 'criteria'
    tr.insert(isList ? at + 1 : at, isList ? newCriterion(schema) : emptyLine(schema))
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

function nextClause(state: EditorState, { line, index, block }: Line, dispatch: Dispatch): boolean {
  const { tr, schema } = state
  const clause = typeOf(schema, 'clause')
  const below = block.node.maybeChild(index + 1)
  const { $from: caret, empty } = state.selection
  const isAtEnd = empty && caret.parentOffset === caret.parent.content.size
  if (isAtEnd && below?.type === clause && below.content.size === 0) {
    // The form waits to be filled in: When behind Given, Then behind When.
    tr.setSelection(TextSelection.create(tr.doc, line.end + 1))
    dispatch?.(tr.scrollIntoView())
    return true
  }
  tr.deleteSelection()
  const { $from } = tr.selection
  const word = readClauseWord(line.node.attrs.word)
  if ($from.parentOffset === 0 && line.node.content.size > 0) {
    // Above the first clause is room for the rule in words, above the others for a clause more.
    tr.insert(line.pos, index === 0 ? emptyLine(schema) : clause.create({ word }))
    tr.setSelection(TextSelection.create(tr.doc, line.pos + 1))
  } else {
    tr.split($from.pos, 1, [{ type: clause, attrs: { word: wordAfter(word) } }])
    tr.setSelection(TextSelection.create(tr.doc, $from.pos + 2))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** An empty clause at the end of its criterion gives way to the next criterion. */
function endClauses(state: EditorState, { line, index, block }: Line, dispatch: Dispatch): boolean {
  const { tr, schema } = state
  if (block.node.maybeChild(index + 1)?.type.name === 'clause') return true
  tr.insert(block.end, newCriterion(schema))
  tr.setSelection(TextSelection.create(tr.doc, block.end + 2))
  tr.delete(line.pos, line.end)
  dispatch?.(tr.scrollIntoView())
  return true
}
