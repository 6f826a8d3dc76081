import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView, NodeViewConstructor } from '@tiptap/pm/view'
import { textsOf } from '#components/language/loaded.ts'
import { otherWord, readClauseWord } from '#lib/doc/clause.ts'
import type { Section } from '#lib/doc/sectionNames.ts'
import type { Chromes } from './chrome.ts'
import { element, fixed, withChrome } from './drawn.ts'

/** How the blocks of a story are drawn in the editor. */
export const StructureViews = Extension.create<{ chromes: Chromes | null }>({
  name: 'structureViews',
  addOptions: () => ({ chromes: null }),
  addProseMirrorPlugins() {
    const { chromes } = this.options
    if (!chromes) return []
    const section = sectionView(chromes)
    return [
      new Plugin({
        props: {
          nodeViews: {
            customerValue: section,
            criteria: section,
            questions: section,
            design: section,
            criterion: criterionView,
            clause: clauseView,
            question: questionView(chromes),
          },
        },
      }),
    ]
  },
})

/** A label above the content. A list that is nested in a criterion has none. */
function sectionView(chromes: Chromes): NodeViewConstructor {
  return (first, view, getPos) => {
    const name = first.type.name as Section
    const tag = name === 'criteria' ? 'ol' : name === 'questions' ? 'ul' : 'div'
    const content = element(tag, `story-${name}`)
    const pos = getPos()
    if (pos !== undefined && view.state.doc.resolve(pos).depth > 0)
      return { dom: content, contentDOM: content }
    const dom = element('div', 'story-section')
    dom.dataset.section = name
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', textsOf('story')(`sections.${name}`))
    const label = fixed('div', 'story-section-label')
    dom.append(label, content)
    return withChrome(chromes, { dom, content, chrome: label, first, getPos }, (node) => {
      dom.classList.toggle('is-not-needed', node.attrs.needed === false)
    })
  }
}

const criterionView: NodeViewConstructor = (first) => {
  const dom = element('li', 'story-criterion')
  const content = element('div', 'story-criterion-lines')
  dom.append(content)
  // A new name changes nothing that is seen.
  return { dom, contentDOM: content, update: ({ type }) => type === first.type }
}

/** The word in front is a button for the pointer; the keyboard types another word. */
const clauseView: NodeViewConstructor = (first, view, getPos) => {
  const dom = element('div', 'story-clause')
  const word = fixed('button', 'story-clause-word')
  word.setAttribute('type', 'button')
  word.tabIndex = -1
  word.addEventListener('mousedown', (event) => event.preventDefault())
  word.addEventListener('click', () => turnWord(view, getPos()))
  const content = element('p', 'story-clause-words')
  dom.append(word, content)
  const draw = (node: Node) => {
    word.textContent = textsOf('story')(`clauses.${readClauseWord(node.attrs.word)}`)
    return true
  }
  draw(first)
  return {
    dom,
    contentDOM: content,
    update: (node) => node.type === first.type && draw(node),
    stopEvent: (event) => word.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !content.contains(mutation.target),
  }
}

function turnWord(view: EditorView, pos: number | undefined): void {
  const clause = pos === undefined ? null : view.state.doc.nodeAt(pos)
  if (pos === undefined || !clause || !view.editable) return
  const word = otherWord(readClauseWord(clause.attrs.word))
  view.dispatch(view.state.tr.setNodeAttribute(pos, 'word', word))
}

function questionView(chromes: Chromes): NodeViewConstructor {
  return (first, _view, getPos) => {
    const dom = element('li', 'story-question')
    const content = element('div', 'story-question-lines')
    const standing = fixed('div', 'story-question-standing')
    dom.append(content, standing)
    return withChrome(chromes, { dom, content, chrome: standing, first, getPos }, (node) => {
      const isOpen = node.attrs.open !== false
      dom.classList.toggle('is-answered', !isOpen)
      dom.classList.toggle('is-blocking', isOpen && node.attrs.blocking === true)
    })
  }
}
