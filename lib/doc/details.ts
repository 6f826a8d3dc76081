import { Node } from '@tiptap/core'
import { asHtml, textAttribute } from './blockNode.ts'
import { readBlockId } from './ids.ts'

/**
 * A section that folds: its summary, then what is folded. Whether it is open is each reader's own and not in the document.
 * Any order, any number: two summaries meet where two people turn one line into one.
 */
export const Details = Node.create({
  name: 'details',
  group: 'block',
  content: '(summary | block)*',
  defining: true,
  addAttributes: () => ({ id: textAttribute('id', readBlockId) }),
  ...asHtml('div', 'details'),
  parseHTML: () => [{ tag: 'div[data-block="details"]', priority: 60 }, { tag: 'details' }],
})

/** The line of a foldable section that is always seen. */
export const Summary = Node.create({
  name: 'summary',
  content: 'inline*',
  defining: true,
  selectable: false,
  ...asHtml('p', 'summary'),
  parseHTML: () => [{ tag: 'p[data-block="summary"]', priority: 60 }, { tag: 'summary' }],
})
