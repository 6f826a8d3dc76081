import { Node } from '@tiptap/core'
import { asHtml, textAttribute } from './blockNode.ts'
import { readCalloutKind } from './calloutKinds.ts'
import { readBlockId } from './ids.ts'

/** Blocks that stand out: a note, a tip, a warning, a danger, a decision. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block*',
  defining: true,
  addAttributes: () => ({
    id: textAttribute('id', readBlockId),
    kind: textAttribute('kind', readCalloutKind),
  }),
  ...asHtml('aside', 'callout'),
})
