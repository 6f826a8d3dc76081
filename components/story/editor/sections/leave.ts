import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { emptyLine, type Found, foundAt, textEndBefore } from '../around.ts'

/**
 * Puts the caret behind a section: into the section or line that follows, where nothing is written yet, else into a new line, never
 * in front of words. `end` is where the section ends.
 */
export function goOnBehind(tr: Transaction, end: number): void {
  const next = tr.doc.nodeAt(end)
  const isLine = next?.type.name === 'paragraph' && next.childCount === 0
  const inNext =
    next && (isLine || next.type.spec.group === 'section')
      ? Selection.findFrom(tr.doc.resolve(end), 1, true)
      : null
  const isBlank = inNext?.$from.parent.content.size === 0
  if (inNext && isBlank && inNext.from < end + (next?.nodeSize ?? 0)) {
    tr.setSelection(inNext)
    return
  }
  tr.insert(end, emptyLine(tr.doc.type.schema))
  tr.setSelection(TextSelection.create(tr.doc, end + 1))
}

/** Takes a section away and leaves an empty line with the caret where it was. */
export function turnIntoLine(tr: Transaction, from: number, to: number): void {
  tr.replaceWith(from, to, emptyLine(tr.doc.type.schema))
  tr.setSelection(TextSelection.create(tr.doc, from + 1))
}

/** Enter in a blank criterion or question: out of the list from its end. Between others it stays. */
export function leaveList(tr: Transaction, block: Found): void {
  const list = foundAt(tr.doc, tr.doc.resolve(block.pos).before())
  if (block.end < list.end - 1) return
  if (list.node.childCount === 1) {
    turnIntoLine(tr, list.pos, list.end)
    return
  }
  tr.delete(block.pos, block.end)
  goOnBehind(tr, tr.mapping.map(list.end))
}

/** Backspace in a blank criterion or question: it goes, and with the last one its list. The caret goes up. */
export function removeFromList(tr: Transaction, block: Found): void {
  const list = foundAt(tr.doc, tr.doc.resolve(block.pos).before())
  const before = textEndBefore(tr.doc, block.pos)
  if (list.node.childCount > 1) tr.delete(block.pos, block.end)
  else if (list.depth > 1) tr.delete(list.pos, list.end)
  else {
    turnIntoLine(tr, list.pos, list.end)
    return
  }
  const near = tr.doc.resolve(before ?? block.pos)
  tr.setSelection(Selection.near(near, before === null ? 1 : -1))
}
