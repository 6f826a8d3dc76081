import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement } from 'yjs'
import { appendStory } from '#lib/doc/append.ts'
import { editorExtensions, storySchema } from '#lib/doc/extensions.ts'
import { readFacts } from '#lib/doc/facts.ts'
import { Mention, mentionAttrs } from '#lib/doc/mention.ts'
import { mentionsIn, mentionWriters, readMention } from '#lib/doc/mentions.ts'
import { readOutline } from '#lib/doc/outline.ts'
import { BODY } from '#lib/doc/schema.ts'
import {
  criteria,
  design,
  documentOf,
  linkCard,
  mention,
  paragraph,
  story,
  text,
  value,
} from '#tests/support/storyContent.ts'

const line = (...content: object[]) => ({ type: 'paragraph', content })

test('mentions are read in order, from wherever they are', () => {
  const doc = documentOf(
    value(line(text('For '), mention('team', 't1'))),
    criteria({
      type: 'criterion',
      content: [line(mention('person', 'ana', { label: 'Ana' }), text(' may export'))],
    }),
    line(mention('criterion', 'c1', { story: 's1' }), mention('story', 's2')),
  )
  expect(mentionsIn(doc)).toEqual([
    { kind: 'team', id: 't1', story: null, label: '' },
    { kind: 'person', id: 'ana', story: null, label: 'Ana' },
    { kind: 'criterion', id: 'c1', story: 's1', label: '' },
    { kind: 'story', id: 's2', story: null, label: '' },
  ])
})

test('[IN1] whoever wrote a name is known by their client, whoever types after them', () => {
  const doc = documentOf(paragraph('x'), line(mention('person', 'bo', { label: 'Bo' })))
  const [writer] = doc.store.clients.keys()
  const other = new Doc()
  applyUpdate(other, encodeStateAsUpdate(doc))
  const [first] = other.getXmlFragment(BODY).toArray() as XmlElement[]
  first!.push([new XmlElement('paragraph')])
  applyUpdate(doc, encodeStateAsUpdate(other))
  expect([...mentionWriters(doc)]).toEqual([['bo', writer]])
})

test('a mention without an id, or of a kind that does not exist, names nobody by accident', () => {
  const doc = documentOf(paragraph('x'))
  const [first] = doc.getXmlFragment(BODY).toArray() as XmlElement[]
  const broken = new XmlElement('mention')
  broken.setAttribute('kind', 'galaxy')
  first!.push([broken])
  expect(mentionsIn(doc)).toEqual([])
  expect(readMention({ kind: 'galaxy', id: 7, label: {} })).toEqual({
    kind: 'person',
    id: '',
    story: null,
    label: '',
  })
})

test('[RO10] the document never keeps what a story or a team is called', () => {
  for (const kind of ['story', 'team', 'criterion'] as const)
    expect(mentionAttrs({ kind, id: 'x', story: null, label: 'Secret' }).label).toBe('')
  expect(mentionAttrs({ kind: 'person', id: 'ana', story: null, label: 'Ana' }).label).toBe('Ana')
})

test('a mention stands in the words of its sentence', () => {
  const doc = documentOf(
    criteria({
      type: 'criterion',
      content: [line(text('Ask '), mention('person', 'ana', { label: 'Ana' }), text(', not Bo'))],
    }),
  )
  expect(readOutline(doc).criteria[0]?.words).toBe('Ask @Ana, not Bo')
})

test('a customer value that is a mention only is written; a card in the design is a link', () => {
  const doc = documentOf(
    value(line(mention('team', 't1'))),
    design(true, linkCard('https://example.com/mockup', '')),
  )
  expect(readFacts(doc)).toMatchObject({ hasValue: true, design: 'linked' })
  const unsafe = documentOf(design(true, linkCard('javascript:alert(1)', 'x')))
  expect(readFacts(unsafe).design).toBe('missing')
})

test('[DU2] text that comes over by merging mentions whom it mentioned', () => {
  const target = documentOf(paragraph('Here'))
  const source = documentOf(line(mention('person', 'ana', { label: 'Ana' })))
  appendStory(target, source, { from: 's2', seq: 1, heading: 'From ST-2', where: '' })
  expect(mentionsIn(target).map(({ id }) => id)).toEqual(['ana'])
})

test('[I7] no mark is shown on a mention that the document would not keep', () => {
  const { plugins } = createState()
  const state = EditorState.create({
    doc: Node.fromJSON(
      storySchema(),
      story(line(text('a'), mention('person', 'ana', { label: 'Ana' }), text('b'))),
    ),
    plugins,
  })
  const bold = storySchema().marks.bold!.create()
  const after = state.apply(state.tr.addMark(1, 4, bold)).doc.firstChild!
  expect(after.children.map(({ marks }) => marks.length)).toEqual([1, 0, 1])
})

test('a mention survives the way through a document', () => {
  const content = story(line(mention('story', 's2'), text(' and'), mention('person', 'bo')))
  const doc = documentOf(...content.content!)
  const back = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(BODY), storySchema())
  expect(back.toJSON()).toEqual(storySchema().nodeFromJSON(content).toJSON())
})

function createState() {
  expect(editorExtensions()).toContain(Mention)
  const make = Mention.config.addProseMirrorPlugins!
  return { plugins: make.call({} as never) }
}
