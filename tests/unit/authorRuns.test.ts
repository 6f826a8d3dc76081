import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { authorRuns } from '#lib/doc/authorRuns.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import { BODY } from '#lib/doc/schema.ts'
import {
  criteria,
  criterion,
  documentOf,
  mention,
  named,
  paragraph,
  text,
  value,
} from '#tests/support/storyContent.ts'

const shownOf = (doc: Y.Doc) =>
  yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(BODY), storySchema())

const story = () =>
  documentOf(
    value(paragraph('Planners see gaps')),
    criteria(named('a', criterion('Every line is drawn'))),
    { type: 'paragraph', content: [text('Ask '), mention('person', 'kim', { label: 'Kim' })] },
    paragraph('They use maps.'),
  )

test('[VE7] each stretch of the text is found where the editor shows it, whoever wrote it', () => {
  const doc = story()
  const bo = new Y.Doc()
  Y.applyUpdate(bo, Y.encodeStateAsUpdate(doc))
  const line = (bo.getXmlFragment(BODY).get(3) as Y.XmlElement).get(0) as Y.XmlText
  line.insert(8, ' paper')
  line.delete(0, 5)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bo))
  const shown = shownOf(doc)
  const found = authorRuns(doc, shown).map(({ from, to, client }) => [
    client === bo.clientID ? 'bo' : 'first',
    shown.textBetween(from, to, '|', '@'),
  ])
  expect(found).toEqual([
    ['first', 'Planners see gaps'],
    ['first', 'Every line is drawn'],
    ['first', 'Ask @'],
    ['first', 'use'],
    ['bo', ' paper'],
    ['first', ' maps.'],
  ])
})

test('[VE7] where document and editor differ for a moment nothing is marked wrongly', () => {
  const doc = story()
  const shown = shownOf(doc)
  doc.getXmlFragment(BODY).insert(0, [new Y.XmlElement('horizontalRule')])
  expect(authorRuns(doc, shown)).toEqual([])
})
