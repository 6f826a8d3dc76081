import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ROW_MAX } from '#lib/doc/files.ts'
import { must } from '#lib/domain/must.ts'
import { emptyLine, typeOf } from '../around.ts'
import { asOneChange } from '../move.ts'

export type Side = 'left' | 'right'

/** Gives the place of the picture, or of the row, that a picture can be put beside: the one above, else the one below. */
export function neighbourOf({ doc }: EditorState, pos: number): number | null {
  const $pos = doc.resolve(pos)
  if ($pos.parent.type.name === 'imageRow') return null
  const before = $pos.nodeBefore
  if (before && hasRoom(before)) return pos - before.nodeSize
  const end = pos + ($pos.nodeAfter?.nodeSize ?? 0)
  const after = doc.resolve(end).nodeAfter
  return after && hasRoom(after) ? end : null
}

/** Says whether a picture can be put beside another one, which may be of a row; there is room for four. */
export function canBeBeside({ doc }: EditorState, pos: number, target: number): boolean {
  const $target = doc.resolve(target)
  const other = $target.nodeAfter
  if (!isPicture(doc.nodeAt(pos)) || !other || pos === target) return false
  const row = $target.parent.type.name === 'imageRow' ? $target.parent : null
  const isOwnRow = row !== null && doc.resolve(pos).parent === row
  return row ? isOwnRow || row.childCount < ROW_MAX : hasRoom(other)
}

/** Puts a picture beside another one, or into a row, and chooses it. Gives false where it cannot be. */
export function putBeside(view: EditorView, pos: number, target: number, side: Side): boolean {
  const picture = view.state.doc.nodeAt(pos)
  if (!picture || !canBeBeside(view.state, pos, target)) return false
  asOneChange(view, () => {
    const away = takeOut(view.state.tr, pos)
    const at = away.mapping.map(target, 1)
    view.dispatch(away)
    view.dispatch(insertBeside(view.state, at, alone(picture), side))
  })
  return true
}

/** Gives the transaction that puts a new picture right of another one, or null where it cannot be. */
export function addBeside(state: EditorState, at: number, picture: Node): Transaction | null {
  const $at = state.doc.resolve(at)
  const row = $at.parent.type.name === 'imageRow' ? $at.parent : $at.nodeAfter
  if (!isPicture(picture) || !isPicture($at.nodeAfter) || !row || !hasRoom(row)) return null
  return insertBeside(state, at, picture, 'right')
}

function insertBeside({ tr, doc, schema }: EditorState, at: number, picture: Node, side: Side) {
  const $at = doc.resolve(at)
  const other = must($at.nodeAfter, 'a picture to be put beside')
  const behind = at + other.nodeSize
  if ($at.parent.type.name === 'imageRow') return put(tr, side === 'left' ? at : behind, picture)
  if (other.type.name === 'imageRow') return put(tr, side === 'left' ? at + 1 : behind - 1, picture)
  const both = side === 'left' ? [picture, alone(other)] : [alone(other), picture]
  tr.replaceWith(at, behind, typeOf(schema, 'imageRow').create(null, both))
  return tr.setSelection(
    NodeSelection.create(tr.doc, at + 1 + (side === 'left' ? 0 : other.nodeSize)),
  )
}

function put(tr: Transaction, at: number, picture: Node): Transaction {
  tr.insert(at, picture)
  return tr.setSelection(NodeSelection.create(tr.doc, at))
}

/** Puts a picture of a row on a line of its own, behind the row, and chooses it. Gives false for any other. */
export function outOfRow(view: EditorView, pos: number): boolean {
  const $pos = view.state.doc.resolve(pos)
  const picture = $pos.nodeAfter
  if (!isPicture(picture) || $pos.parent.type.name !== 'imageRow') return false
  const end = $pos.after()
  asOneChange(view, () => {
    const away = takeOut(view.state.tr, pos)
    const at = away.mapping.map(end)
    view.dispatch(away)
    view.dispatch(put(view.state.tr, at, picture))
  })
  return true
}

/** By a key: along its row, out of it at its right end, and beside the picture above or below where it is alone. */
export function stepSideways(view: EditorView, pos: number, side: Side): boolean {
  const $pos = view.state.doc.resolve(pos)
  if ($pos.parent.type.name !== 'imageRow') {
    const neighbour = neighbourOf(view.state, pos)
    return neighbour !== null && putBeside(view, pos, neighbour, side)
  }
  const end = pos + ($pos.nodeAfter?.nodeSize ?? 0)
  const next = side === 'left' ? $pos.nodeBefore : view.state.doc.resolve(end).nodeAfter
  if (next) return putBeside(view, pos, side === 'left' ? pos - next.nodeSize : end, side)
  return side === 'right' && outOfRow(view, pos)
}

/** Gives the transaction that takes a file away; a row goes with its last picture, and a text is never without a line. */
export function removeFile({ tr, schema }: EditorState, pos: number): Transaction {
  takeOut(tr, pos)
  if (tr.doc.childCount === 0) tr.insert(0, emptyLine(schema))
  return tr
}

function takeOut(tr: Transaction, pos: number): Transaction {
  const $pos = tr.doc.resolve(pos)
  const isLastOfRow = $pos.parent.type.name === 'imageRow' && $pos.parent.childCount === 1
  return isLastOfRow
    ? tr.delete($pos.before(), $pos.after())
    : tr.delete(pos, pos + ($pos.nodeAfter?.nodeSize ?? 0))
}

/** In a row every picture has its share: a width of its own counts only where it is alone. */
function alone(picture: Node): Node {
  return picture.type.create({ ...picture.attrs, width: null }, null, picture.marks)
}

function isPicture(node: Node | null | undefined): node is Node {
  return node?.type.name === 'image'
}

function hasRoom(node: Node): boolean {
  const { type, childCount } = node
  return type.name === 'image' || (type.name === 'imageRow' && childCount < ROW_MAX)
}
