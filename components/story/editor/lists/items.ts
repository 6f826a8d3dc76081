import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { type Found, typeOf } from '../around.ts'

/** The lists of a text, each with what is in it. */
const ITEM_OF: Readonly<Record<string, string>> = {
  bulletList: 'listItem',
  orderedList: 'listItem',
  taskList: 'taskItem',
}
export type ListName = 'bulletList' | 'orderedList' | 'taskList'

/** True for a list of points, numbers or tasks. */
export function isList({ type }: Node): boolean {
  return type.name in ITEM_OF
}

/** True for one point, number or task of a list. */
export function isListItem({ type }: Node): boolean {
  return type.name === 'listItem' || type.name === 'taskItem'
}

/** Gives an item as it stands in a list of a kind. What is nested in it stays as it is. */
export function itemIn(item: Node, list: string): Node {
  const name = ITEM_OF[list] ?? item.type.name
  return item.type.name === name ? item : typeOf(item.type.schema, name).create(null, item.content)
}

/** Gives what an item of a list of the kind `from` is at a place: an item of the list there, or a list of its own. */
export function itemPlaced(item: Node, from: string, $at: ResolvedPos): Node {
  if (isList($at.parent)) return itemIn(item, $at.parent.type.name)
  return typeOf(item.type.schema, from).create(null, item)
}

/**
 * Gives where an item goes one step up or down, or null at the end of what it is in: past the next one of its list; out of a
 * nested list, beside the item that holds it; at the edge of its list into the list beyond, or past the block there, where
 * it is a list of its own.
 */
export function itemPlaceBeside(
  doc: Node,
  { pos, end }: Pick<Found, 'pos' | 'end'>,
  way: 'up' | 'down',
): number | null {
  const isUp = way === 'up'
  const $beyond = doc.resolve(isUp ? pos : end)
  const beside = isUp ? $beyond.nodeBefore : $beyond.nodeAfter
  if (beside) return isUp ? pos - beside.nodeSize : end + beside.nodeSize
  const listEdge = isUp ? $beyond.before() : $beyond.after()
  const $outside = doc.resolve(listEdge)
  if (isListItem($outside.parent)) return isUp ? $outside.before() : $outside.after()
  const next = isUp ? $outside.nodeBefore : $outside.nodeAfter
  // Sections have no lists of their own kind in them: a list at the story's top stays beside them.
  if (!next) return null
  if (isList(next)) return isUp ? listEdge - 1 : listEdge + 1
  return isUp ? listEdge - next.nodeSize : listEdge + next.nodeSize
}

/**
 * Gives the transaction that makes an item, and only this one, part of a list of another kind: of the one beside it, else of one
 * of its own. Its list goes on behind it.
 */
export function toList(state: EditorState, item: Found, list: ListName): Transaction {
  const own = typeOf(state.schema, list).create(null, itemIn(item.node, list))
  const { tr, at } = inPlaceOf(state, item, Fragment.from(own))
  for (const edge of [at + own.nodeSize, at]) {
    const { nodeBefore, nodeAfter } = tr.doc.resolve(edge)
    if (nodeBefore?.type.name === list && nodeAfter?.type.name === list) tr.join(edge)
  }
  return tr
}

/** Gives the transaction that makes lines of an item, and only of this one. Its list goes on behind them. */
export function toLines(state: EditorState, item: Found): Transaction {
  return inPlaceOf(state, item, item.node.content).tr
}

/** Puts blocks between the halves of an item's list, with the caret in the first; `at` is where they begin. */
function inPlaceOf(
  { tr, doc }: EditorState,
  { pos }: Found,
  blocks: Fragment,
): { readonly tr: Transaction; readonly at: number } {
  const $pos = doc.resolve(pos)
  const list = $pos.parent
  const index = $pos.index()
  const half = (from: number, to: number) =>
    from < to ? [list.copy(Fragment.from(list.children.slice(from, to)))] : []
  const before = half(0, index)
  const put = [...before, ...blocks.content, ...half(index + 1, list.childCount)]
  const at = $pos.before() + (before[0]?.nodeSize ?? 0)
  tr.replaceWith($pos.before(), $pos.after(), put)
  return { tr: tr.setSelection(Selection.near(tr.doc.resolve(at))), at }
}
