import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, type Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import { readBlockId } from '#lib/doc/ids.ts'
import { blockWithId, type Found, foundAt } from '../around.ts'
import { isListItem } from '../lists/items.ts'

/** What holds blocks that are moved one by one. */
const HOLDERS = new Set(['doc', 'customerValue', 'design'])

/**
 * Gives the block around a position that has a handle: a criterion, a question or an item of a list, the innermost, else the block
 * of the story or of a section that it is in, as a whole. So is a table, lists in it included. Sections stay where they are.
 * Null when there is none.
 */
export function movableAt($pos: ResolvedPos): Found | null {
  const own = ownHandle($pos)
  if (own) return own
  for (let depth = 1; depth <= $pos.depth; depth += 1) {
    const node = $pos.node(depth)
    if (isMovable(node, $pos.node(depth - 1)))
      return { node, pos: $pos.before(depth), end: $pos.after(depth), depth }
  }
  return null
}

function ownHandle($pos: ResolvedPos): Found | null {
  let own: Found | null = null
  for (let depth = 1; depth <= $pos.depth; depth += 1) {
    const node = $pos.node(depth)
    if (node.type.name === 'table') break
    if (isItem(node) || isListItem(node))
      own = { node, pos: $pos.before(depth), end: $pos.after(depth), depth }
  }
  return own
}

/** The same for a selection: a card or a divider that is chosen is a block, too. */
export function movableIn(selection: Selection): Found | null {
  const { $from } = selection
  const isChosen = selection instanceof NodeSelection && isMovable(selection.node, $from.parent)
  return isChosen ? foundAt($from.doc, selection.from) : movableAt($from)
}

/** Gives the block that is drawn as, or around, an element of the text; null for what is not of the text. */
export function movableDrawn(view: EditorView, target: Element): Found | null {
  const own = target.closest('li')
  if (own && view.dom.contains(own)) return movableAt(view.state.doc.resolve(view.posAtDOM(own, 0)))
  for (
    let drawn: Element | null = target;
    drawn && drawn !== view.dom;
    drawn = drawn.parentElement
  ) {
    const holder: Element | null = drawn.parentElement
    if (!holder?.matches('.story-text, .story-customerValue, .story-design')) continue
    const pos = view.posAtDOM(holder, [...holder.childNodes].indexOf(drawn))
    const $pos = view.state.doc.resolve(pos)
    return $pos.nodeAfter && isMovable($pos.nodeAfter, $pos.parent)
      ? foundAt(view.state.doc, pos)
      : null
  }
  return null
}

/** True for a block of the story or of a section. */
export function isMovable({ type }: Node, parent: Node): boolean {
  return HOLDERS.has(parent.type.name) && type.isBlock && type.spec.group !== 'section'
}

/** True for a block that has a handle where it is, items of any list among them. */
export function hasHandle(node: Node, parent: Node): boolean {
  return isItem(node) || isListItem(node) || isMovable(node, parent)
}

/** True for a criterion or a question, which go among their own kind only. */
export function isItem({ type }: Node): boolean {
  return type.name === 'criterion' || type.name === 'question'
}

/** Finds a block again, whatever the others write meanwhile; null when it is gone. */
export type Finder = () => Found | null

/** Gives what finds a block later: by its id, or by its place in Yjs, which goes with it. */
export function finderOf(view: EditorView, { node, pos }: Found): Finder {
  const id = isItem(node) ? readBlockId(node.attrs.id) : null
  if (id !== null) return () => (view.isDestroyed ? null : blockWithId(view.state.doc, id))
  const { binding } = ySyncPluginKey.getState(view.state) as { binding: Binding }
  const kept = absolutePositionToRelativePosition(pos, binding.type, binding.mapping)
  return () => {
    if (view.isDestroyed) return null
    const at = relativePositionToAbsolutePosition(binding.doc, binding.type, kept, binding.mapping)
    if (at === null || at > view.state.doc.content.size) return null
    const $at = view.state.doc.resolve(at)
    const isThere = $at.nodeAfter?.type === node.type
    return isThere ? foundAt(view.state.doc, at) : null
  }
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>

interface Binding {
  readonly doc: Parameters<typeof relativePositionToAbsolutePosition>[0]
  readonly type: Mapping[1]
  readonly mapping: Mapping[2]
}
