import type { Node, NodeType, ResolvedPos, Schema } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import { must } from '#lib/domain/must.ts'

/** A node where it stands: `pos` is in front of it, `end` behind it. */
export interface Found {
  readonly node: Node
  readonly pos: number
  readonly end: number
  /** In how many others it is; the document's own blocks are at 1. */
  readonly depth: number
}

/** Gives the innermost node around a position that has one of these names, or null. */
export function around($pos: ResolvedPos, ...names: readonly string[]): Found | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth)
    if (names.includes(node.type.name))
      return { node, pos: $pos.before(depth), end: $pos.after(depth), depth }
  }
  return null
}

/** Gives the node in front of which a position is. Throws when there is none: the caller has just found it there. */
export function foundAt(doc: Node, pos: number): Found {
  const $pos = doc.resolve(pos)
  const node = must($pos.nodeAfter, `a node at ${pos}`)
  return { node, pos, end: pos + node.nodeSize, depth: $pos.depth + 1 }
}

/** A line at the caret whose words belong to a criterion or a question, and what it is a line of. */
export interface Line {
  readonly line: Found
  /** Its place among the children of `block`. */
  readonly index: number
  readonly block: Found
}

/** Gives the line that a selection is in when it is one of `owner`'s own, not of a block further inside; else null. */
export function lineAt({ $from, $to }: Selection, owner: 'criterion' | 'question'): Line | null {
  const { depth, parent } = $from
  if (depth < 2 || !parent.isTextblock || !$to.sameParent($from)) return null
  const block = $from.node(depth - 1)
  if (block.type.name !== owner) return null
  return {
    line: { node: parent, pos: $from.before(), end: $from.after(), depth },
    index: $from.index(depth - 1),
    block: {
      node: block,
      pos: $from.before(depth - 1),
      end: $from.after(depth - 1),
      depth: depth - 1,
    },
  }
}

/** True for a block in which nobody has written or put anything: no words, criteria, tables, cards, files, dividers or line breaks. */
export function isBlank(block: Node): boolean {
  let blank = block.textContent === ''
  block.descendants(({ isInline, type }) => {
    if (isInline || FILLING.has(type.name)) blank = false
    return blank
  })
  return blank
}

const FILLING = new Set(['criterion', 'table', 'horizontalRule', 'linkCard', 'image', 'attachment'])

/** Gives where the nearest text ends before a position, or null. Never leaves the section. */
export function textEndBefore(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos)
  const start = $pos.depth === 0 ? 0 : $pos.start(1)
  let found: number | null = null
  doc.nodesBetween(start, pos, (node, at) => {
    if (node.isTextblock && at + node.nodeSize <= pos) found = at + node.nodeSize - 1
    return !node.isTextblock
  })
  return found
}

/** Gives a type of the story's schema. Throws for a name that is not in it. */
export function typeOf(schema: Schema, name: string): NodeType {
  return must(schema.nodes[name], `${name} in the schema`)
}

/** Gives a new empty line. */
export function emptyLine(schema: Schema): Node {
  return typeOf(schema, 'paragraph').create()
}

/** Gives the block with an id, the first of two; null when there is none. */
export function blockWithId(doc: Node, id: string): Found | null {
  let found: Found | null = null
  doc.descendants((node, pos) => {
    if (node.isBlock && node.attrs.id === id) found ??= foundAt(doc, pos)
    return !found && !node.isTextblock
  })
  return found
}
