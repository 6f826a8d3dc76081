import { Fragment, type Node } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { findWrapping, liftTarget } from '@tiptap/pm/transform'
import type { CalloutKind } from '#lib/doc/calloutKinds.ts'
import { around, emptyLine, type Found, typeOf } from '../around.ts'

/** Makes the blocks at the selection a callout, or takes them out of the one they are in. False where none can be. */
export function toCallout(tr: Transaction, kind: CalloutKind = 'note'): boolean {
  const { $from, $to } = tr.selection
  const range = $from.blockRange($to)
  if (!range) return false
  const callout = around($from, 'callout')
  if (callout) {
    const inside = $from.blockRange($to, (node) => node.type.name === 'callout')
    const target = inside && liftTarget(inside)
    if (!inside || target === null) return false
    tr.lift(inside, target)
    return true
  }
  const wrapping = findWrapping(range, typeOf(tr.doc.type.schema, 'callout'), { kind })
  if (!wrapping) return false
  tr.wrap(range, wrapping)
  return true
}

/**
 * Makes the line at the caret the summary of a folding section with an empty line in it; in one already, makes lines of it
 * again. False where none can be.
 */
export function toDetails(tr: Transaction): boolean {
  const { $from } = tr.selection
  const details = around($from, 'details')
  if (details) {
    unfold(tr, details)
    return true
  }
  const { parent, depth } = $from
  const { schema } = tr.doc.type
  const type = typeOf(schema, 'details')
  if (!parent.isTextblock || depth === 0) return false
  const index = $from.index(depth - 1)
  if (!$from.node(depth - 1).canReplaceWith(index, index + 1, type)) return false
  const words = parent.type.spec.code
    ? Fragment.from(parent.textContent ? schema.text(parent.textContent.replace(/\s+/g, ' ')) : [])
    : parent.content
  const summary = typeOf(schema, 'summary').create(null, words)
  const pos = $from.before()
  tr.replaceWith(pos, $from.after(), type.create(null, [summary, emptyLine(schema)]))
  tr.setSelection(TextSelection.create(tr.doc, pos + 2 + words.size))
  return true
}

/** Puts what a folding section holds in its place: summaries are lines. The caret stays in its words. */
export function unfold(tr: Transaction, { node, pos, end }: Found): void {
  const { schema } = node.type
  const at = tr.selection.from
  const lines: Node[] = node.children.map((child) =>
    child.type.name === 'summary' ? typeOf(schema, 'paragraph').create(null, child.content) : child,
  )
  tr.replaceWith(pos, end, lines.length > 0 ? lines : emptyLine(schema))
  tr.setSelection(
    Selection.near(tr.doc.resolve(Math.min(Math.max(pos, at - 1), tr.doc.content.size))),
  )
}
