import type { Editor } from '@tiptap/core'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { readCard } from '#lib/doc/card.ts'
import { findAddresses, isSafeHref } from '#lib/doc/href.ts'
import { around, typeOf } from '../around.ts'
import { ownEditsOf } from '../undo.ts'

/** Makes a line with a link of a card. */
export function cardToLink({ tr, schema }: EditorState, pos: number): Transaction {
  const node = tr.doc.nodeAt(pos)
  if (!node) return tr
  const { href, title } = readCard(node.attrs)
  const marks = href === null || !schema.marks.link ? [] : [schema.marks.link.create({ href })]
  const words = title === '' ? [] : schema.text(title, marks)
  tr.replaceWith(pos, pos + node.nodeSize, typeOf(schema, 'paragraph').create(null, words))
  return tr.setSelection(Selection.near(tr.doc.resolve(pos + 1)))
}

/**
 * Gives the address of a line that is nothing but one link, at the caret, where a card may stand; else null. Its words
 * become the card's title unless they are the address itself.
 */
export function lineAsCard({
  selection,
}: EditorState): { pos: number; end: number; href: string; title: string } | null {
  const line = around(selection.$from, 'paragraph')
  if (!line || line.node.childCount !== 1) return null
  const words = line.node.textContent.trim()
  const href: unknown = line.node.firstChild?.marks.find(({ type }) => type.name === 'link')?.attrs
    .href
  if (!isSafeHref(href)) return null
  const $line = selection.$from.doc.resolve(line.pos)
  const index = $line.index()
  const card = typeOf(line.node.type.schema, 'linkCard')
  if (!$line.parent.canReplaceWith(index, index + 1, card)) return null
  const [address] = findAddresses(words)
  const isAddress = address?.from === 0 && address.to === words.length
  return { pos: line.pos, end: line.end, href, title: isAddress ? '' : words }
}

/** Makes a card of such a line, and chooses it. One undo makes the line of it again, however lately the address came. */
export function makeCard(editor: Editor, line: NonNullable<ReturnType<typeof lineAsCard>>): void {
  ownEditsOf(editor)?.endStep()
  editor.view.dispatch(linkToCard(editor.state, line).scrollIntoView())
}

/** Gives the change that makes a card of such a line, and chooses it. */
export function linkToCard(
  { tr, schema }: EditorState,
  { pos, end, href, title }: NonNullable<ReturnType<typeof lineAsCard>>,
): Transaction {
  tr.replaceWith(pos, end, typeOf(schema, 'linkCard').create({ href, title }))
  return tr.setSelection(NodeSelection.create(tr.doc, pos))
}
