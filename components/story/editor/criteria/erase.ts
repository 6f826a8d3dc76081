import type { Node } from '@tiptap/pm/model'
import { type Command, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type Found, isBlank, type Line, lineAt, textEndBefore } from '../around.ts'
import { removeFromList } from '../sections/leave.ts'
import { liftCriteria } from './nest.ts'

/** Backspace at the start of a line of a criterion. Elsewhere, and in a selection, the letters are the editor's. */
export const backspaceInCriterion: Command = (state, dispatch) => {
  const at = lineAt(state.selection, 'criterion')
  if (!at || !state.selection.empty || state.selection.$from.parentOffset > 0) return false
  const { line, index, block } = at
  const { tr, doc } = state
  const $block = doc.resolve(block.pos)
  const isFirst = $block.nodeBefore === null
  if (isBlank(block.node) && block.node.childCount === 1) removeFromList(tr, block)
  else if (index > 0) joinLines(tr, at)
  else if (line.node.content.size === 0 && block.node.childCount > 1) dropLine(tr, line)
  else if (line.node.type.name === 'clause')
    tr.setNodeMarkup(line.pos, state.schema.nodes.paragraph)
  else if (isFirst && $block.depth > 1) return liftCriteria(state, dispatch)
  else if (isFirst) return true
  else mergeUp(tr, block)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Delete at the end of a line of a criterion takes in what follows, as Backspace at its start would. */
export const deleteInCriterion: Command = (state, dispatch) => {
  const at = lineAt(state.selection, 'criterion')
  const { $from, empty } = state.selection
  if (!at || !empty || $from.parentOffset < $from.parent.content.size) return false
  const { tr, doc } = state
  const next = Selection.findFrom(doc.resolve(at.line.end), 1, true)
  if (!next || next.from > doc.resolve(at.block.pos).end(1)) return true
  const below = lineAt(next, 'criterion')
  if (!below) return true
  if (below.index > 0) joinLines(tr, below)
  else mergeUp(tr, below.block)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $from.pos)).scrollIntoView())
  return true
}

function joinLines(tr: Transaction, { line, index, block }: Line): void {
  const above = block.node.child(index - 1)
  if (!above.isTextblock) return
  const end = line.pos - 1
  tr.delete(line.pos, line.end)
  tr.insert(end, line.node.content)
  tr.setSelection(TextSelection.create(tr.doc, end))
}

function dropLine(tr: Transaction, line: Found): void {
  tr.delete(line.pos, line.end)
  tr.setSelection(TextSelection.near(tr.doc.resolve(line.pos)))
}

/** Puts the words of a criterion behind those above it, and the rest of it below them. */
function mergeUp(tr: Transaction, block: Found): void {
  const end = textEndBefore(tr.doc, block.pos)
  if (end === null) return
  const [first, ...rest] = childrenOf(block.node)
  const $block = tr.doc.resolve(block.pos)
  const isAlone = $block.parent.childCount === 1 && $block.depth > 1
  if (isAlone) tr.delete($block.before(), $block.after())
  else tr.delete(block.pos, block.end)
  const $end = tr.doc.resolve(end)
  tr.insert($end.after(), rest)
  if (first) tr.insert(end, first.content)
  tr.setSelection(TextSelection.create(tr.doc, end))
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index))
}
