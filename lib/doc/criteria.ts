import { Node } from '@tiptap/core'
import { asHtml, textAttribute } from './blockNode.ts'
import { readClauseWord } from './clause.ts'
import { readBlockId } from './ids.ts'

/** A list of criteria: a section of the story, or what is nested in a criterion. */
export const Criteria = Node.create({
  name: 'criteria',
  group: 'section',
  content: 'criterion*',
  defining: true,
  isolating: true,
  selectable: false,
  ...asHtml('ol', 'criteria'),
})

/** One rule: a paragraph, clauses, or both; then what is nested in it. */
export const Criterion = Node.create({
  name: 'criterion',
  content: '(paragraph | clause | criteria)*',
  defining: true,
  selectable: false,
  allowGapCursor: false,
  addAttributes: () => ({ id: textAttribute('id', readBlockId) }),
  ...asHtml('li', 'criterion'),
})

/** A line in Given / When / Then form. */
export const Clause = Node.create({
  name: 'clause',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ word: textAttribute('word', readClauseWord) }),
  ...asHtml('p', 'clause'),
})
