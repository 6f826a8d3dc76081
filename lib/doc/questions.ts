import { Node } from '@tiptap/core'
import { asHtml, textAttribute, yesNoAttribute } from './blockNode.ts'
import { readBlockId, readPersonId } from './ids.ts'

/** The open questions of a story, and those that were. */
export const Questions = Node.create({
  name: 'questions',
  group: 'section',
  content: 'question*',
  defining: true,
  isolating: true,
  selectable: false,
  ...asHtml('ul', 'questions'),
})

/** A question: its words, and what was answered. A story with one that is open and blocking is not ready (RD2). */
export const Question = Node.create({
  name: 'question',
  content: '(paragraph | answer)*',
  defining: true,
  selectable: false,
  allowGapCursor: false,
  addAttributes: () => ({
    id: textAttribute('id', readBlockId),
    blocking: yesNoAttribute('blocking', false),
    owner: textAttribute('owner', readPersonId),
    asker: textAttribute('asker', readPersonId),
    open: yesNoAttribute('open', true),
  }),
  ...asHtml('li', 'question'),
})

export const Answer = Node.create({
  name: 'answer',
  content: 'block*',
  defining: true,
  isolating: true,
  selectable: false,
  ...asHtml('blockquote', 'answer'),
})
