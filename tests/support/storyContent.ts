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
