import { Node } from '@tiptap/core'
import { asHtml, yesNoAttribute } from './blockNode.ts'

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
