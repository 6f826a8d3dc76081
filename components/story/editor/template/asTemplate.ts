import { Fragment, type Node } from '@tiptap/pm/model'
import { toMarkdown } from '#lib/doc/markdown.ts'
import { isBlank } from '../around.ts'

/** What belongs to one story and not to those that begin like it: files are its own, answers too. */
const LEFT_OUT = new Set(['answer', 'image', 'imageRow', 'attachment'])

/** Gives a story's text as a template: its words and sections, its questions open, without files and answers. */
export function asTemplate(doc: Node): string {
  return toMarkdown(withoutOwn(doc.content))
}

function withoutOwn(blocks: Fragment): Fragment {
  return Fragment.from(
    blocks.content
      .filter(({ type }) => !LEFT_OUT.has(type.name))
      .map((block) => {
        if (block.isTextblock || block.isLeaf) return block
        const content = withoutOwn(block.content)
        const attrs = block.type.name === 'question' ? { ...block.attrs, open: true } : block.attrs
        return block.type.create(attrs, content, block.marks)
      })
      // A section that held nothing else is no section of a template.
      .filter((block) => block.isTextblock || block.isLeaf || !isBlank(block)),
  )
}
