import { type Command, Selection } from '@tiptap/pm/state'
import { around } from '../around.ts'
import { goOnBehind, turnIntoLine } from './leave.ts'

/** Enter on the empty last line of customer value or design goes on behind the section. */
export const enterInSection: Command = ({ selection, tr }, dispatch) => {
  const { $from, empty } = selection
  const section = around($from, 'customerValue', 'design')
  if (!section || !empty || $from.depth !== section.depth + 1) return false
  const isLast = $from.after() === section.end - 1
  if (!isLast || $from.parent.content.size > 0 || section.node.childCount === 1) return false
  tr.delete($from.before(), $from.after())
  goOnBehind(tr, tr.mapping.map(section.end))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the very start of customer value or design takes an empty section away, and leaves another alone. */
export const backspaceInSection: Command = ({ selection, tr }, dispatch) => {
  const { $from, empty } = selection
  const section = around($from, 'customerValue', 'design')
  if (!section || !empty || $from.parentOffset > 0) return false
  if ($from.depth !== section.depth + 1 || $from.before() !== section.pos + 1) return false
  // A heading becomes text first, as it does everywhere.
  if ($from.parent.type.name !== 'paragraph') return false
  if (section.node.childCount === 1 && $from.parent.content.size === 0)
    turnIntoLine(tr, section.pos, section.end)
  dispatch?.(tr.scrollIntoView())
  return true
}

/**
 * Backspace at the start of a line behind a section: the caret goes to the section's end, and an empty line goes away. The
 * editor itself would select the whole section, and delete it next.
 */
export const backspaceBehindSection: Command = ({ selection, tr, doc }, dispatch) => {
  const { $from, empty } = selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  const pos = $from.before()
  if (doc.resolve(pos).nodeBefore?.type.spec.group !== 'section') return false
  if ($from.parent.content.size === 0) tr.delete(pos, $from.after())
  tr.setSelection(Selection.near(tr.doc.resolve(pos), -1))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Delete at the end of a line in front of a section takes an empty line away, and nothing of the section. */
export const deleteBeforeSection: Command = ({ selection, tr, doc }, dispatch) => {
  const { $from, empty } = selection
  if (!empty || $from.depth !== 1 || $from.parentOffset < $from.parent.content.size) return false
  if (doc.resolve($from.after()).nodeAfter?.type.spec.group !== 'section') return false
  if ($from.parent.content.size === 0) {
    tr.delete($from.before(), $from.after())
    tr.setSelection(Selection.near(tr.doc.resolve($from.before()), 1))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}
