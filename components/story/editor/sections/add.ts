import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { foundAt, isBlank } from '../around.ts'
import { newCriterion } from '../criteria/enter.ts'
import { newQuestion } from '../questions/lines.ts'

/** Puts the caret into a new criterion or question at the end of its section, or into the one that is empty there. */
export function addToSection(view: EditorView, pos: number | undefined, me: string): void {
  if (pos === undefined) return
  const { tr, schema, doc } = view.state
  const { node, end } = foundAt(doc, pos)
  const last = node.lastChild
  if (!last || !isBlank(last)) {
    const isCriteria = node.type.name === 'criteria'
    tr.insert(end - 1, isCriteria ? newCriterion(schema) : newQuestion(schema, me))
  }
  const behind = tr.mapping.map(end)
  tr.setSelection(Selection.near(tr.doc.resolve(behind - 1), -1))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}
