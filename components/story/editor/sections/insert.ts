import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { type Section, SECTIONS } from '#lib/doc/sectionNames.ts'
import { emptyLine, typeOf } from '../around.ts'
import { newCriterion } from '../criteria/enter.ts'
import { newQuestion } from '../questions/lines.ts'

/** Gives the sections of a kind, with their places: two where two people began one at once. */
export function sectionsOf(
  doc: Node,
  kind: Section,
): { readonly node: Node; readonly pos: number }[] {
  const found: { node: Node; pos: number }[] = []
  doc.forEach((node, pos) => {
    if (node.type.name === kind) found.push({ node, pos })
  })
  return found
}

/**
 * Puts a new section at its place among the others, with the caret in it. The first one comes behind what is written already,
 * and ahead of the empty line that waits there. `me`: who asks the first question.
 */
export function insertSection({ tr, schema }: EditorState, kind: Section, me: string): Transaction {
  const node = newSection(schema, kind, me)
  const at = placeFor(tr.doc, kind) ?? tr.doc.content.size - waitingLine(tr.doc)
  tr.insert(at, node)
  return tr.setSelection(Selection.near(tr.doc.resolve(at + 1)))
}

/** Gives where a new section goes: behind those that are read before it, else ahead of the others; null without any. */
export function placeFor(doc: Node, kind: Section): number | null {
  const rank = SECTIONS.indexOf(kind)
  let behind: number | null = null
  let ahead: number | null = null
  doc.forEach((node, pos) => {
    const other = SECTIONS.findIndex((name) => name === node.type.name)
    if (other === -1) return
    if (other <= rank) behind = pos + node.nodeSize
    else ahead ??= pos
  })
  return behind ?? ahead
}

function waitingLine({ lastChild }: Node): number {
  return lastChild?.type.name === 'paragraph' && lastChild.content.size === 0
    ? lastChild.nodeSize
    : 0
}

function newSection(schema: Schema, kind: Section, me: string): Node {
  const type = typeOf(schema, kind)
  switch (kind) {
    case 'customerValue':
    case 'design':
      return type.create(null, emptyLine(schema))
    case 'criteria':
      return type.create(null, newCriterion(schema))
    case 'questions':
      return type.create(null, newQuestion(schema, me))
    default:
      return kind satisfies never
  }
}
