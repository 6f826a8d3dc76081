import { Fragment, type Node } from '@tiptap/pm/model'
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state'
import { around, typeOf } from '../around.ts'

/** The criteria that the selection touches: siblings in one list. */
interface Chosen {
  /** The list, and where its content begins. */
  readonly list: Node
  readonly listStart: number
  /** Its depth; 1 for a section. */
  readonly depth: number
  readonly first: number
  readonly last: number
}

/** Puts the criteria at the selection into the one above them, as its last. Handled also where there is none. */
export const nestCriteria: Command = ({ selection, tr }, dispatch) => {
  const chosen = chosenIn(selection)
  if (!chosen) return false
  const { list, listStart, first, last } = chosen
  if (first === 0) return true
  const above = list.child(first - 1)
  const from = listStart + sizeOf(list, 0, first)
  const to = from + sizeOf(list, first, last + 1)
  const moved = list.content.cut(from - listStart, to - listStart)
  const inner = above.lastChild?.type === list.type ? above.lastChild : null
  tr.delete(from, to)
  // Into the list that is there, or into a new one.
  const at = inner ? from - 2 : from - 1
  tr.insert(at, inner ? moved : list.type.create(null, moved))
  keepSelection(tr, selection, at + (inner ? 0 : 1) - from)
  dispatch?.(tr.scrollIntoView())
  return true
}

/**
 * Takes the criteria at the selection out of the one they are nested in and puts them behind it. Those that followed them
 * stay below them: nothing changes its place on the page. Handled also at the outermost level.
 */
export const liftCriteria: Command = ({ selection, tr }, dispatch) => {
  const chosen = chosenIn(selection)
  if (!chosen) return false
  const { list, listStart, depth, first, last } = chosen
  if (depth === 1) return true
  const from = listStart + sizeOf(list, 0, first)
  const lifted: Node[] = []
  for (let index = first; index <= last; index += 1) lifted.push(list.child(index))
  const following = list.content.cut(sizeOf(list, 0, last + 1))
  if (following.size > 0) lifted.push(withNested(lifted.pop() as Node, following))
  const parentEnd = selection.$from.after(depth - 1)
  // Behind the parent first: what is in front of it does not move by that.
  tr.insert(parentEnd, lifted)
  if (first === 0) tr.delete(listStart - 1, listStart + list.content.size + 1)
  else tr.delete(from, listStart + list.content.size)
  keepSelection(tr, selection, tr.mapping.map(parentEnd, -1) - from)
  dispatch?.(tr.scrollIntoView())
  return true
}

function chosenIn({
  $from,
  $to,
}: {
  $from: TextSelection['$from']
  $to: TextSelection['$to']
}): Chosen | null {
  const depth = $from.sharedDepth($to.pos)
  for (let at = depth; at > 0; at -= 1) {
    const list = $from.node(at)
    if (list.type.name !== 'criteria') continue
    if (at === $from.depth || !around($from, 'criterion')) return null
    return {
      list,
      listStart: $from.start(at),
      depth: at,
      first: $from.index(at),
      last: $to.index(at),
    }
  }
  return null
}

/** Gives a criterion with more nested in it, behind what is nested in it already. */
function withNested(criterion: Node, more: Fragment): Node {
  const { lastChild } = criterion
  const list = typeOf(criterion.type.schema, 'criteria')
  if (lastChild?.type === list)
    return criterion.copy(
      criterion.content.replaceChild(
        criterion.childCount - 1,
        lastChild.copy(lastChild.content.append(more)),
      ),
    )
  return criterion.copy(criterion.content.addToEnd(list.create(null, more)))
}

function sizeOf(list: Node, from: number, to: number): number {
  let size = 0
  for (let index = from; index < to; index += 1) size += list.child(index).nodeSize
  return size
}

function keepSelection(
  tr: Transaction,
  { anchor, head }: { anchor: number; head: number },
  by: number,
): void {
  tr.setSelection(TextSelection.create(tr.doc, anchor + by, head + by))
}
