import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Section } from '#lib/doc/sectionNames.ts'
import { around } from '../around.ts'
import type { StructureBlockId } from '../blocks.ts'
import { toClauses } from '../criteria/form.ts'
import { addToSection } from './add.ts'
import { insertSection, sectionsOf } from './insert.ts'

/** Goes on writing in a section: in a new criterion or question, at the end of the others; begins it when it is not there. */
export function beginSection(view: EditorView, kind: Section, me: string): void {
  const { state } = view
  const section = sectionsOf(state.doc, kind).at(-1)
  if (!section) view.dispatch(insertSection(state, kind, me).scrollIntoView())
  else if (kind === 'criteria' || kind === 'questions') addToSection(view, section.pos, me)
  else {
    const end = state.doc.resolve(section.pos + section.node.nodeSize - 1)
    view.dispatch(state.tr.setSelection(Selection.near(end, -1)).scrollIntoView())
  }
  view.focus()
}

/** Says that no design is needed. The section is begun for that. */
function sayNoDesign(view: EditorView, me: string): void {
  if (sectionsOf(view.state.doc, 'design').length === 0)
    view.dispatch(insertSection(view.state, 'design', me))
  const { tr, doc } = view.state
  for (const { pos } of sectionsOf(doc, 'design')) tr.setNodeAttribute(pos, 'needed', false)
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

/** Does what the slash menu offers for the story's structure. */
export function beginBlock(view: EditorView, id: StructureBlockId, me: string): void {
  switch (id) {
    case 'noDesign':
      sayNoDesign(view, me)
      return
    case 'clauses': {
      const criterion = around(view.state.selection.$from, 'criterion')
      if (criterion) view.dispatch(toClauses(view.state, criterion).scrollIntoView())
      return
    }
    default:
      beginSection(view, id, me)
  }
}
