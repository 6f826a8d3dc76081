import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { allBlocks, applyBlock, type Block, type BlockId } from '../blocks.ts'
import type { Found } from '../around.ts'
import { isListItem, toLines, toList } from '../lists/items.ts'

const WAYS = [
  'text',
  'heading1',
  'heading2',
  'heading3',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'callout',
  'details',
  'codeBlock',
] as const satisfies readonly BlockId[]
export type TurnInto = (typeof WAYS)[number]

/** Gives what a block can become, with its name; nothing for what is no text: a card, a table, a divider. */
export function waysFor(
  node: Node,
  parent: Node,
): readonly { readonly id: TurnInto; readonly title: string }[] {
  if (node.isAtom || node.type.name === 'table' || node.type.name === 'imageRow') return []
  const now = isListItem(node) ? parent.type.name : nameOf(node)
  return allBlocks().filter(
    (block): block is Block & { id: TurnInto } =>
      (WAYS as readonly string[]).includes(block.id) && block.id !== now,
  )
}

/** Makes another kind of block of one. Its words stay; a block of several lines becomes several. */
export function turnInto(editor: Editor, found: Found, id: TurnInto): void {
  if (isListItem(found.node)) return turnItem(editor, found, id)
  const { pos, end } = found
  const plain = editor
    .chain()
    .focus()
    .setTextSelection({ from: pos + 1, to: end - 1 })
    .clearNodes()
  if (id === 'text') plain.run()
  else if (plain.run()) applyBlock(editor, editor.chain().focus(), id)
}

/** An item leaves its list, which goes on behind it; what is nested in it stays as it is. */
function turnItem(editor: Editor, item: Found, id: TurnInto): void {
  const list = id === 'bulletList' || id === 'orderedList' || id === 'taskList' ? id : null
  editor.view.dispatch(list ? toList(editor.state, item, list) : toLines(editor.state, item))
  if (list || id === 'text') editor.commands.focus()
  else applyBlock(editor, editor.chain().focus(), id)
}

function nameOf({ type, attrs }: Node): string {
  if (type.name === 'paragraph') return 'text'
  return type.name === 'heading' ? `heading${String(attrs.level)}` : type.name
}
