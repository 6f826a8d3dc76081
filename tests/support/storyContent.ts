import type { JSONContent } from '@tiptap/core'
import { applyUpdate, Doc } from 'yjs'
import { writeNewDocument } from '#lib/doc/write.ts'

/** The words in which tests write story documents. */
export const story = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content })

export const text = (words: string, ...marks: NonNullable<JSONContent['marks']>): JSONContent =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }

export const paragraph = (words = ''): JSONContent =>
  words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [text(words)] }

export const value = (...content: JSONContent[]): JSONContent => ({
  type: 'customerValue',
  content,
})

export const criteria = (...content: JSONContent[]): JSONContent => ({ type: 'criteria', content })

/** A criterion: its rule ('' for none), and what comes below it. */
export const criterion = (rule: string, ...below: JSONContent[]): JSONContent => ({
  type: 'criterion',
  content: [...(rule === '' && below.length > 0 ? [] : [paragraph(rule)]), ...below],
})

export const clause = (word: string, words: string): JSONContent => ({
  type: 'clause',
  attrs: { word },
  ...(words === '' ? {} : { content: [text(words)] }),
})

export const questions = (...content: JSONContent[]): JSONContent => ({
  type: 'questions',
  content,
})

export const question = (
  words: string,
  attrs: Record<string, unknown> = {},
  answer?: string,
): JSONContent => ({
  type: 'question',
  attrs,
  content: [
    paragraph(words),
    ...(answer === undefined ? [] : [{ type: 'answer', content: [paragraph(answer)] }]),
  ],
})

export const design = (needed: boolean, ...content: JSONContent[]): JSONContent => ({
  type: 'design',
  attrs: { needed },
  content,
})

export const callout = (kind: string, ...content: JSONContent[]): JSONContent => ({
  type: 'callout',
  attrs: { kind },
  content,
})

export const details = (words: string, ...content: JSONContent[]): JSONContent => ({
  type: 'details',
  content: [
    words === '' ? { type: 'summary' } : { type: 'summary', content: [text(words)] },
    ...content,
  ],
})

/** A list of points, or of tasks: each its words, and what comes below them. */
export const list = (
  kind: 'bulletList' | 'orderedList' | 'taskList',
  ...items: (string | readonly [string, ...JSONContent[]])[]
): JSONContent => ({
  type: kind,
  content: items.map((item) => {
    const [words, ...below] = typeof item === 'string' ? [item] : item
    return {
      type: kind === 'taskList' ? 'taskItem' : 'listItem',
      content: [paragraph(words), ...below],
    }
  }),
})

export const linkCard = (href: string, title: string): JSONContent => ({
  type: 'linkCard',
  attrs: { href, title },
})

export const mention = (
  kind: string,
  id: string,
  { label = '', story = null }: { label?: string; story?: string | null } = {},
): JSONContent => ({ type: 'mention', attrs: { kind, id, label, story } })

/** The same with an id, for what tests follow through changes. */
export const named = (id: string, block: JSONContent): JSONContent => ({
  ...block,
  attrs: { ...block.attrs, id },
})

/** A document with this content, as somebody wrote it elsewhere. */
export function documentOf(...content: JSONContent[]): Doc {
  const doc = new Doc()
  applyUpdate(doc, writeNewDocument(story(...content)).update)
  return doc
}
