import type { JSONContent } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { storySchema } from '#lib/doc/extensions.ts'
import { isBlockId } from '#lib/doc/ids.ts'
import { readOutline } from '#lib/doc/outline.ts'
import { isEmptyBody, storyText } from '#lib/doc/read.ts'
import { BODY, documentSchema, META, raiseSchema, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { obstacleIn, watchObstacles } from '#lib/doc/obstacle.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import {
  callout,
  clause,
  criteria,
  criterion,
  design,
  details,
  linkCard,
  mention,
  named,
  paragraph,
  question,
  questions,
  text,
  value,
} from '#tests/support/storyContent.ts'

const everything: JSONContent = {
  type: 'doc',
  content: [
    value(paragraph('A publisher checks a table before anyone downloads it.')),
    criteria(
      named('first', criterion('Errors name the row', criteria(named('inner', criterion('Or'))))),
      named('second', criterion('', clause('given', 'a bad row'), clause('then', 'it is named'))),
    ),
    questions(
      named('asked', question('Which?', { blocking: true, asker: 'ana', owner: 'bo' })),
      named('answered', question('How?', { open: false }, 'So.')),
    ),
    design(false, paragraph('No mockup')),
    { type: 'heading', attrs: { level: 2 }, content: [text('Customer value')] },
    {
      type: 'paragraph',
      content: [
        text('Bold', { type: 'bold' }),
        text(' link', { type: 'link', attrs: { href: 'https://example.com' } }),
        { type: 'hardBreak' },
        text('code', { type: 'code' }),
      ],
    },
    {
      type: 'taskList',
      content: [
        { type: 'taskItem', attrs: { checked: true }, content: [paragraph('Given, When, Then')] },
        { type: 'taskItem', attrs: { checked: false }, content: [paragraph('Second')] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3, type: null },
      content: [{ type: 'listItem', content: [paragraph('Third')] }],
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Dot')] }] },
    { type: 'blockquote', content: [paragraph('Quoted')] },
    { type: 'codeBlock', attrs: { language: 'sql' }, content: [text('SELECT 1')] },
    named('kept', callout('warning', paragraph('Mind the gap'))),
    named('folded', details('More', paragraph('Inside'))),
    named('card', linkCard('https://example.com/the-page', '')),
    {
      type: 'paragraph',
      content: [
        text('Ask '),
        mention('person', 'ana', { label: 'Ana' }),
        text(' about '),
        mention('story', 'st1'),
        text('.'),
      ],
    },
    { type: 'horizontalRule' },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Column'), cell('tableHeader', 'Type')] },
        { type: 'tableRow', content: [cell('tableCell', 'id'), cell('tableCell', 'integer')] },
      ],
    },
    { type: 'paragraph' },
  ],
}

test('[I7] every node and mark of a story survives the way into a document and back', () => {
  const doc = openDocument(writeNewDocument(everything).update)
  const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(BODY), storySchema())
  expect(node.toJSON()).toEqual(storySchema().nodeFromJSON(everything).toJSON())
})

test('a new document says which editor it needs and whose first edit it was', () => {
  const { update, client } = writeNewDocument(everything)
  const doc = openDocument(update)
  expect(documentSchema(doc)).toBe(SCHEMA_VERSION)
  expect([...doc.store.clients.keys()]).toEqual([client])
})

test('content that does not fit the schema is refused, not repaired', () => {
  const bare = { type: 'taskList', content: [paragraph('not a task')] }
  expect(() => writeNewDocument({ type: 'doc', content: [bare] })).toThrow()
  expect(() => writeNewDocument({ type: 'doc', content: [{ type: 'marquee' }] })).toThrow()
  const nested = { type: 'blockquote', content: [criteria(criterion('A'))] }
  expect(() => writeNewDocument({ type: 'doc', content: [nested] })).toThrow()
  const loud = { type: 'doc', content: [questions(question('Which?', { blocking: 'very' }))] }
  expect(() => writeNewDocument(loud)).toThrow()
})

test('criteria and questions are written with an id of their own', () => {
  const doc = openDocument(
    writeNewDocument({
      type: 'doc',
      content: [criteria(criterion('A'), named('mine', criterion('B'))), questions(question('C'))],
    }).update,
  )
  const { criteria: rules, questions: asked } = readOutline(doc)
  const ids = [...rules, ...asked].map(({ id }) => id)
  expect(ids[1]).toBe('mine')
  expect(new Set(ids).size).toBe(3)
  expect(ids.every(isBlockId)).toBe(true)
})

test('the schema version is only ever raised', () => {
  const doc = new Doc()
  expect(documentSchema(doc)).toBe(0)
  raiseSchema(doc)
  expect(documentSchema(doc)).toBe(SCHEMA_VERSION)
  doc.getMap(META).set('schema', SCHEMA_VERSION + 1)
  raiseSchema(doc)
  expect(documentSchema(doc)).toBe(SCHEMA_VERSION + 1)
})

test('[HZ13] of an older and a newer editor that write first at once, the newer one’s version counts', () => {
  for (let round = 0; round < 20; round += 1) {
    const [older, newer] = [new Doc(), new Doc()]
    older.getMap(META).set('schema', SCHEMA_VERSION - 1)
    raiseSchema(newer)
    applyUpdate(older, encodeStateAsUpdate(newer))
    expect(documentSchema(older)).toBe(SCHEMA_VERSION)
  }
})

test.each(['2', -1, 1.5, Number.NaN, null, {}])(
  'a version that is no version counts as never written: %j',
  (version) => {
    const doc = new Doc()
    doc.getMap(META).set('schema', version)
    expect(documentSchema(doc)).toBe(0)
  },
)

test('an older editor is told of a newer one before it sees what that wrote', () => {
  const newer = new Doc()
  newer.transact(() => {
    newer.getMap(META).set('schema', SCHEMA_VERSION + 1)
    newer.getXmlFragment(BODY).push([new XmlElement('hologram')])
  })
  const doc = new Doc()
  const seen: string[] = []
  const editor = () => seen.push('body')
  doc.getXmlFragment(BODY).observeDeep(editor)
  watchObstacles(doc, (obstacle) => {
    seen.push(obstacle)
    doc.getXmlFragment(BODY).unobserveDeep(editor)
  })
  applyUpdate(doc, encodeStateAsUpdate(newer))
  expect(seen).toEqual(['tooNew'])
  expect(obstacleIn(doc)).toBe('tooNew')
})

test.each([
  ['text in the body', (doc: Doc) => doc.getText(BODY).insert(0, 'written by a script')],
  ['a value in the body', (doc: Doc) => doc.getArray(BODY).push([1])],
  ['loose text beside blocks', (doc: Doc) => doc.getXmlFragment(BODY).push([new XmlText('loose')])],
])('[I5] %s is told before the editor sees it, and does not break it', (_what, write) => {
  const foreign = new Doc()
  write(foreign)
  const doc = openDocument(writeNewDocument(everything).update)
  expect(obstacleIn(doc)).toBeNull()
  const found: string[] = []
  watchObstacles(doc, (obstacle) => found.push(obstacle))
  doc.getXmlFragment(BODY).observeDeep(() => found.push('editor'))
  applyUpdate(doc, encodeStateAsUpdate(foreign))
  expect(found[0]).toBe('foreignShape')
  expect(storyText(doc)).toContain('Customer value')
})

test('a story reads as plain text, one line a block', () => {
  const doc = openDocument(writeNewDocument(everything).update)
  expect(storyText(doc).split('\n')).toEqual([
    'A publisher checks a table before anyone downloads it.',
    'Errors name the row',
    'Or',
    'Given a bad row',
    'Then it is named',
    'Which?',
    'How?',
    'So.',
    'No mockup',
    'Customer value',
    'Bold link',
    'code',
    'Given, When, Then',
    'Second',
    'Third',
    'Dot',
    'Quoted',
    'SELECT 1',
    'Mind the gap',
    'More',
    'Inside',
    'The page',
    'Ask @Ana about a story.',
    'Column',
    'Type',
    'id',
    'integer',
  ])
})

test('a document of a newer editor, or a broken one, still reads as text', () => {
  const doc = new Doc()
  const hologram = new XmlElement('hologram')
  doc.getXmlFragment(BODY).push([new XmlText('Loose'), hologram, new XmlElement('paragraph')])
  hologram.push([new XmlText('Still here')])
  expect(storyText(doc)).toBe('Loose\nStill here')
})

test('[I6] a body is empty only while nobody has written anything', () => {
  const write = (...content: JSONContent[]) =>
    isEmptyBody(openDocument(writeNewDocument({ type: 'doc', content }).update))
  expect(isEmptyBody(new Doc())).toBe(true)
  expect(write({ type: 'paragraph' })).toBe(true)
  expect(write({ type: 'heading', attrs: { level: 1 } }, paragraph('  '))).toBe(true)
  expect(write(paragraph('a'))).toBe(false)
  expect(write({ type: 'horizontalRule' })).toBe(false)
  expect(write(linkCard('https://example.com', ''))).toBe(false)
  expect(write({ type: 'paragraph', content: [mention('person', 'ana')] })).toBe(false)
  expect(write(callout('tip', paragraph()), details('', paragraph()))).toBe(true)
  expect(write(criteria(criterion('')), questions(question('')), design(true))).toBe(true)
  expect(write(design(false))).toBe(false)
})

function openDocument(update: Uint8Array): Doc {
  const doc = new Doc()
  applyUpdate(doc, update)
  return doc
}

function cell(type: 'tableHeader' | 'tableCell', content: string): JSONContent {
  return { type, content: [paragraph(content)] }
}
