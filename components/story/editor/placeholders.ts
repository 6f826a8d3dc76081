import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { textsOf } from '#components/language/loaded.ts'
import { readClauseWord } from '#lib/doc/clause.ts'

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
        ? textsOf('story')('hints.empty')
        : isHere
          ? wordsHere(line)
          : null
    case 'customerValue':
      return parent.childCount === 1 ? textsOf('story')('hints.value') : null
    case 'criterion':
      if (line.type.name === 'clause')
        return textsOf('story')(`hints.${readClauseWord(line.attrs.word)}`)
      return parent.children.some(({ type }) => type.name === 'clause')
        ? textsOf('story')('hints.rule')
        : textsOf('story')('hints.criterion')
    case 'question':
      return textsOf('story')('hints.question')
    case 'answer':
      return parent.childCount === 1 ? textsOf('story')('hints.answer') : null
    case 'design':
      if (parent.childCount > 1) return null
      return parent.attrs.needed === false
        ? textsOf('story')('hints.noDesign')
        : textsOf('story')('hints.design')
    default:
      return null
  }
}

function wordsHere({ type, attrs }: Node): string | null {
  if (type.name === 'heading')
    return textsOf('story')('hints.heading', { level: Number(attrs.level) })
  return type.name === 'paragraph' ? textsOf('story')('hints.slash') : null
}
