import { Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { toMarkdown } from '#lib/doc/markdown.ts'
import { type Mentioned, mentionWords } from '#lib/doc/mentions.ts'
import { criteriaIn } from '../names/criteriaIn.ts'
import type { MentionOptions } from '../names/mentionViews.ts'
import { nameOf } from '../names/named.ts'

/** What is copied is Markdown for programs that take plain text. A few words of one line stay words, without signs. */
export const CopyMarkdown = Extension.create<{ names: MentionOptions | null }>({
  name: 'copyMarkdown',
  addOptions: () => ({ names: null }),
  addProseMirrorPlugins() {
    const { names } = this.options
    return [
      new Plugin({
        props: {
          clipboardTextSerializer: ({ content }: Slice, view) =>
            isFewWords(content)
              ? content.textBetween(0, content.size, '\n')
              : toMarkdown(content, (mention) => inMarkdown(mention, names, view)),
        },
      }),
    ]
  },
})

/** Gives the whole text as Markdown. */
export function wholeAsMarkdown(view: EditorView, names: MentionOptions): string {
  return toMarkdown(view.state.doc.content, (mention) => inMarkdown(mention, names, view))
}

function isFewWords(content: Slice['content']): boolean {
  const [only, ...more] = content.content
  if (!only || more.length > 0) return false
  return (
    only.isText ||
    (only.type.name === 'paragraph' && only.children.every(({ isText }) => isText)) ||
    only.type.name === 'codeBlock'
  )
}

/** As it is called here and now; where it leads as a link. */
function inMarkdown(mention: Mentioned, names: MentionOptions | null, view: EditorView): string {
  if (!names) return mentionWords(mention)
  const criteria = criteriaIn(view.state.doc)
  const named = nameOf(mention, names.area.get(), (id) => criteria.get(id) ?? null, names.storyId)
  const href = names.hrefOf(named)
  const words = named.words.replace(/[[\]\\]/g, '\\$&')
  return href === null ? words : `[${words}](${href})`
}
