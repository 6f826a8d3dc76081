import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { Found } from '../around.ts'
import { isList, isListItem } from '../lists/items.ts'
import type { Gap } from './gaps.ts'
import { isItem, isMovable } from './movable.ts'

/**
 * The places where a block could go, but not into itself: a criterion or a question beside those of its kind, an item of a list
 * beside those of any list, and all but the first two beside any block of story and sections.
 */
export function gapsFor(view: EditorView, block: Found | null): Gap[] {
  if (!block) return []
  const gaps: Gap[] = []
  const kind = kindOf(block.node)
  view.state.doc.descendants((node, pos, parent) => {
    if (pos === block.pos) return false
    if (!isBeside(kind, node, parent ?? view.state.doc))
      return !node.isTextblock && node.type.name !== 'table'
    // An item goes into the list that is there, not to its edge.
    if (kind === 'listItem' && isList(node)) return true
    const drawn = boxOf(view, pos, node)
    if (!drawn) return false
    const { left, right, top, bottom } = drawn
    const end = pos + node.nodeSize
    if (pos !== block.end) gaps.push({ to: pos, y: top, left, right })
    const isLast = view.state.doc.resolve(end).nodeAfter === null
    if (isLast && end !== block.pos) gaps.push({ to: end, y: bottom, left, right })
    return kind !== 'block' && node.type.name !== 'table'
  })
  return gaps
}

type Kind = 'criterion' | 'question' | 'listItem' | 'block'

function kindOf(node: Node): Kind {
  if (isListItem(node)) return 'listItem'
  return isItem(node) ? (node.type.name as Kind) : 'block'
}

function isBeside(kind: Kind, node: Node, parent: Node): boolean {
  if (kind === 'listItem') return isListItem(node) || isMovable(node, parent)
  return kind === 'block' ? isMovable(node, parent) : node.type.name === kind
}

/** An item is as wide as its list: its point or number is part of it. */
function boxOf(view: EditorView, pos: number, node: Node): DOMRect | null {
  const drawn = view.nodeDOM(pos)
  if (!(drawn instanceof HTMLElement)) return null
  const box = drawn.getBoundingClientRect()
  const list = isListItem(node) ? drawn.parentElement?.getBoundingClientRect() : null
  return list ? new DOMRect(list.x, box.y, list.width, box.height) : box
}
