import { type Editor, getMarkRange } from '@tiptap/core'
import { textsOf } from '#components/language/loaded.ts'
import { isSafeHref, readHref } from '#lib/doc/href.ts'

/** Gives the address of the link at the caret or in the selection, or ''. */
export function linkAt(editor: Editor): string {
  const href: unknown = editor.getAttributes('link').href
  return isSafeHref(href) ? href : ''
}

/**
 * Links the selection, or the link at the caret, to what a person typed; without either it writes the address itself.
 * Gives a sentence when that is no address, else null.
 */
export function setLink(editor: Editor, typed: string): string | null {
  if (typed.trim() === '') {
    removeLink(editor)
    return null
  }
  const href = readHref(typed)
  if (href === null) return textsOf('story')('link.noAddress', { typed: shorten(typed.trim()) })
  const { selection, schema } = editor.state
  const chain = editor.chain().focus()
  const atLink = schema.marks.link && getMarkRange(selection.$from, schema.marks.link)
  if (selection.empty && !atLink) {
    chain
      .insertContent({
        type: 'text',
        text: typed.trim(),
        marks: [{ type: 'link', attrs: { href } }],
      })
      .run()
  } else {
    chain.extendMarkRange('link').setMark('link', { href }).setTextSelection(selection.to).run()
  }
  return null
}

/** Makes text of the link at the caret or in the selection. */
export function removeLink(editor: Editor): void {
  editor
    .chain()
    .focus()
    .extendMarkRange('link')
    .unsetMark('link')
    .setTextSelection(editor.state.selection.to)
    .run()
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
