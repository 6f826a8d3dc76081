import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Section } from '#lib/doc/sectionNames.ts'
import { blockWithId, type Found, foundAt, isBlank } from './around.ts'
import { beginSection } from './sections/begin.ts'
import { sectionsOf } from './sections/insert.ts'
import { blockMarks, mark } from './structure/marks.ts'

/** How long what a link has led to stands out. */
const SHOWN_MS = 2_400

/**
 * Brings a criterion or a question into view and lets it stand out for a moment. The caret stays where it is. False when the
 * story has none with this id.
 */
export function showBlock(view: EditorView, id: string): boolean {
  const found = blockWithId(view.state.doc, id)
  const drawn = found && view.nodeDOM(found.pos)
  if (!(drawn instanceof HTMLElement)) return false
  const unfolded = new Set(blockMarks.getState(view.state)?.unfolded).add(id)
  mark(view, { shown: id, unfolded })
  drawn.scrollIntoView({ block: 'center' })
  setTimeout(() => {
    if (!view.isDestroyed && blockMarks.getState(view.state)?.shown === id)
      mark(view, { shown: null })
  }, SHOWN_MS)
  return true
}

/** Brings a section into view, with the caret where it goes on. One that is missing is begun, if that is allowed. */
export function showSection(
  view: EditorView,
  kind: Section,
  { me, readOnly }: { readonly me: string; readonly readOnly: boolean },
): void {
  const [section] = sectionsOf(view.state.doc, kind)
  if (readOnly) {
    const drawn = section && view.nodeDOM(section.pos)
    const shown = drawn instanceof HTMLElement ? drawn : view.dom
    shown.scrollIntoView({ block: section ? 'center' : 'start' })
    return
  }
  const tr = section && toCaret(view.state, kind)
  // The focus first: a text without it scrolls to nothing.
  view.focus()
  if (tr) view.dispatch(tr.scrollIntoView())
  else beginSection(view, kind, me)
}

/**
 * Puts the caret into what is missing in the sections of a kind: the question that blocks, the empty line; else to the end.
 * Null when there is no line at all.
 */
function toCaret({ tr, doc }: EditorState, kind: Section): Transaction | null {
  const blocks = sectionsOf(doc, kind).flatMap(({ node, pos }) => {
    const found: Found[] = []
    node.forEach((_block, offset) => found.push(foundAt(doc, pos + 1 + offset)))
    return found
  })
  const wanted =
    blocks.find(({ node: { attrs } }) => attrs.open === true && attrs.blocking === true) ??
    blocks.find(({ node }) => isBlank(node)) ??
    blocks.at(-1)
  if (!wanted) return null
  // Behind the words of a question, not behind its answer.
  const isQuestion = kind === 'questions' && wanted.node.firstChild !== null
  const end = isQuestion ? wanted.pos + 1 + (wanted.node.firstChild?.nodeSize ?? 0) : wanted.end
  return tr.setSelection(Selection.near(doc.resolve(end), -1))
}
