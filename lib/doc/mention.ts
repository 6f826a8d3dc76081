import { Node } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { textAttribute } from './blockNode.ts'
import { readBlockId, readPersonId } from './ids.ts'
import { localOnly } from './localOnly.ts'
import { type Mentioned, mentionWords, readMention, readMentionKind } from './mentions.ts'

/**
 * Somebody or something that a text names: one piece, which the caret steps over. It is found by its id and shown as it is
 * called now; what it was called is kept for people only (`label`), who are known to everybody here. The title of a story
 * or the name of a team may be hidden from some who read the text, so the document never has it.
 */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    kind: textAttribute('kind', readMentionKind),
    id: textAttribute('id', readPersonId),
    // The story that a criterion is of.
    story: textAttribute('story', readPersonId),
    label: textAttribute('label', readLabel),
  }),
  parseHTML: () => [
    {
      tag: 'span[data-mention]',
      getAttrs: (span) => (readBlockId(span.getAttribute('data-id')) === null ? false : null),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    { ...HTMLAttributes, 'data-mention': '' },
    mentionWords(readMention(node.attrs)),
  ],
  renderText: ({ node }) => mentionWords(readMention(node.attrs)),
  addProseMirrorPlugins: () => [unmarkedMentions()],
})

/** Gives a mention's attributes as the schema keeps them: a name only for a person. */
export function mentionAttrs({ kind, id, story, label }: Mentioned): Record<string, string | null> {
  return { kind, id, story, label: kind === 'person' ? readLabel(label) : '' }
}

const LABEL_MAX_CHARACTERS = 100

function readLabel(label: unknown): string {
  return typeof label === 'string'
    ? label.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, LABEL_MAX_CHARACTERS)
    : ''
}

/**
 * The plugin that takes marks off what is not text: the document keeps none of it, and bold over a mention would be seen here and
 * by nobody else.
 */
export function unmarkedMentions(): Plugin {
  return localOnly(new Plugin({ appendTransaction: unmarked }))
}

function unmarked(
  transactions: readonly Transaction[],
  _before: unknown,
  { doc, tr }: { readonly doc: Transaction['doc']; readonly tr: Transaction },
): Transaction | null {
  for (const { steps, mapping } of transactions) {
    for (const [index, step] of steps.entries()) {
      const rest = mapping.slice(index)
      const { from, to } = step as { from?: number; to?: number }
      if (from === undefined || to === undefined) continue
      const start = Math.max(0, rest.map(from, -1))
      const end = Math.min(doc.content.size, rest.map(to, 1))
      doc.nodesBetween(start, end, (node, pos) => {
        if (node.isInline && !node.isText && node.marks.length > 0)
          for (const mark of node.marks) tr.removeNodeMark(pos, mark)
      })
    }
  }
  return tr.docChanged ? tr : null
}
