import { Node } from '@tiptap/core'
import { asHtml, yesNoAttribute } from './blockNode.ts'

/** The sections of a story, in the order in which they are read; the details come after them. */
export const SECTIONS = ['customerValue', 'criteria', 'questions', 'design'] as const
export type Section = (typeof SECTIONS)[number]

/** The sections as they are called. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  customerValue: 'Customer value',
  criteria: 'Acceptance criteria',
  questions: 'Open questions',
  design: 'Design',
}

/** Sections stand at the top of the document only: they are in no group that other blocks may hold. */
export const StoryBody = Node.create({
  name: 'doc',
  topNode: true,
  content: '(block | section)+',
})

/** Who needs the story, what they want, and why. */
export const CustomerValue = Node.create({
  name: 'customerValue',
  group: 'section',
  content: 'block*',
  defining: true,
  isolating: true,
  selectable: false,
  ...asHtml('section', 'customerValue'),
})

/** Links to mockups, or pictures of them; or the word that none are needed. */
export const Design = Node.create({
  name: 'design',
  group: 'section',
  content: 'block*',
  defining: true,
  isolating: true,
  selectable: false,
  addAttributes: () => ({ needed: yesNoAttribute('needed', true) }),
  ...asHtml('section', 'design'),
})
