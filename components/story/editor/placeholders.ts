import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { CLAUSE_WORDS, readClauseWord } from '#lib/doc/clause.ts'

/** What an empty story teaches. */
export const TEACHING = 'Who needs this, what do they want, and why? Type / for blocks'

/** For Given, When, Then and And. */
const CLAUSE_HINTS = ['what is there before', 'what somebody does', 'what they see', 'what else']

/** Words where nothing is written yet. They are drawn and never written. */
export const Placeholders = Extension.create({
  name: 'placeholders',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: { decorations: (state) => (editor.isEditable ? draw(state) : null) },
      }),
    ]
  },
})

function draw({ doc, selection }: EditorState): DecorationSet {
  const drawn: Decoration[] = []
  doc.descendants((node, pos, parent) => {
    if (!node.isTextblock || !parent) return true
    const isHere = selection.empty && selection.from === pos + 1
    const words = node.content.size === 0 ? wordsFor(node, parent, isHere) : null
    if (words !== null) {
      // Of ordinary lines only the one with the caret has words, and only while there is one.
      const names = parent.type === doc.type && doc.childCount > 1 ? 'is-empty is-here' : 'is-empty'
      drawn.push(
        Decoration.node(pos, pos + node.nodeSize, { class: names, 'data-placeholder': words }),
      )
    }
    return false
  })
  return DecorationSet.create(doc, drawn)
}

function wordsFor(line: Node, parent: Node, isHere: boolean): string | null {
  switch (parent.type.name) {
    case 'doc':
      return line.type.name === 'paragraph' && parent.childCount === 1
        ? TEACHING
        : isHere
          ? wordsHere(line)
          : null
    case 'customerValue':
      return parent.childCount === 1 ? 'Who needs this, what do they want, and why?' : null
    case 'criterion':
      if (line.type.name === 'clause')
        return CLAUSE_HINTS[CLAUSE_WORDS.indexOf(readClauseWord(line.attrs.word))] ?? null
      return parent.children.some(({ type }) => type.name === 'clause')
        ? 'The rule in a few words'
        : 'What must hold, so that anyone can check it?'
    case 'question':
      return 'What is not clear yet?'
    case 'answer':
      return parent.childCount === 1 ? 'What was decided, and why?' : null
    case 'design':
      if (parent.childCount > 1) return null
      return parent.attrs.needed === false
        ? 'No design is needed'
        : 'Paste a link or a picture of a mockup'
    default:
      return null
  }
}

function wordsHere({ type, attrs }: Node): string | null {
  if (type.name === 'heading') return `Heading ${attrs.level}`
  return type.name === 'paragraph' ? 'Type / for blocks' : null
}
