import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs'
import { appendCriteria, appendStory, APPENDED_MAX_BYTES, hasAppended } from '#lib/doc/append.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import { readFacts } from '#lib/doc/facts.ts'
import { storyText } from '#lib/doc/read.ts'
import { BODY, documentSchema, META, SCHEMA_KEY, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import {
  clause,
  criteria,
  criterion,
  design,
  documentOf,
  named,
  paragraph,
  question,
  questions,
  text,
  value,
} from '#tests/support/storyContent.ts'

const heading = 'From ST-12: Old title'

function rich(): Doc {
  const link = { type: 'link', attrs: { href: 'https://example.com/x' } }
  return documentOf(
    value(paragraph('Fewer calls')),
    criteria(
      named('c1', criterion('Names the row', clause('given', 'an error'))),
      named('c2', criterion('', criteria(named('c3', criterion('Nested'))))),
    ),
    questions(
      named('q1', question('Which one?', { blocking: true, owner: 'bo' })),
      named('q2', question('And then?', { open: false }, 'Nothing')),
    ),
    design(true, { type: 'paragraph', content: [text('Mockup', link)] }),
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [text('bold', { type: 'bold' })] }],
        },
      ],
    },
  )
}

function nodeOf(doc: Doc) {
  return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(BODY), storySchema())
}

function idsIn(doc: Doc): string[] {
  const ids: string[] = []
  nodeOf(doc).descendants(({ attrs }) => {
    if (typeof attrs['id'] === 'string') ids.push(attrs['id'])
  })
  return ids
}

const S2 = { from: 's2', seq: 7 }
const where = 'See ST-2.'

describe('appending one story to another', () => {
  test('brings everything over, below what is there, under a heading', () => {
    const target = documentOf(paragraph('What was here'))
    const source = rich()
    const before = encodeStateAsUpdate(source)
    appendStory(target, source, { ...S2, heading, where })
    expect(encodeStateAsUpdate(source)).toEqual(before)
    const node = nodeOf(target)
    node.check()
    const [first, title, ...rest] = node.content.content
    expect([first?.textContent, title?.type.name, title?.textContent]).toEqual([
      'What was here',
      'heading',
      heading,
    ])
    expect(rest.map((block) => block.toJSON())).toEqual(
      withIdsOf(nodeOf(source).content.content, rest).map((block) => block),
    )
    const { asked, ...facts } = readFacts(source)
    // A block that is moved to another story is another block there.
    const askedThere = asked?.map((question) => ({ ...question, id: expect.any(String) }))
    expect(readFacts(target)).toEqual({ ...facts, asked: askedThere })
  })

  test('criteria and questions get names of their own', () => {
    const target = rich()
    appendStory(target, rich(), { ...S2, heading, where })
    const ids = idsIn(target)
    expect(ids).toHaveLength(10)
    expect(new Set(ids).size).toBe(10)
    expect(ids.slice(0, 5)).toEqual(['c1', 'c2', 'c3', 'q1', 'q2'])
  })

  test('the document remembers whose text it has, on every replica', () => {
    const target = documentOf(paragraph('x'))
    const replica = new Doc()
    applyUpdate(replica, encodeStateAsUpdate(target))
    expect(hasAppended(target, S2)).toBe(false)
    const seen = encodeStateVector(target)
    appendStory(target, rich(), { ...S2, heading, where })
    applyUpdate(replica, encodeStateAsUpdate(target, seen))
    expect([hasAppended(replica, S2), hasAppended(replica, { ...S2, from: 's3' })]).toEqual([
      true,
      false,
    ])
  })

  test('what was decided later brings the text as it is then, and the same words never twice', () => {
    const target = documentOf(paragraph('x'))
    appendStory(target, documentOf(paragraph('One')), { ...S2, heading, where })
    const later = { ...S2, seq: 9 }
    expect(hasAppended(target, later)).toBe(false)
    appendStory(target, documentOf(paragraph('One')), { ...later, heading, where })
    expect(hasAppended(target, later)).toBe(true)
    expect(storyText(target)).toBe(`x\n${heading}\nOne`)
    const more = documentOf(paragraph('One'), paragraph('Two'))
    appendStory(target, more, { ...S2, seq: 11, heading, where })
    expect(storyText(target)).toBe(`x\n${heading}\nOne\n${heading}\nOne\nTwo`)
  })

  test('of what is too long to stand in both, a line says where it is: two that are merged in turn do not double each time', () => {
    const long = documentOf(paragraph('x'.repeat(APPENDED_MAX_BYTES)))
    const target = documentOf(paragraph('y'))
    appendStory(target, long, { ...S2, heading, where })
    expect(storyText(target)).toBe(
      `y\n${heading}\nIts text is too long to stand here as well. See ST-2.`,
    )
    expect(hasAppended(target, S2)).toBe(true)
  })

  test('is one edit, which an editor of too old a version will not open', () => {
    const target = new Doc()
    let updates = 0
    target.on('update', () => (updates += 1))
    appendStory(target, rich(), { ...S2, heading, where })
    expect([updates, documentSchema(target)]).toEqual([1, SCHEMA_VERSION])
    const newer = documentOf(paragraph('y'))
    newer.getMap(META).set(SCHEMA_KEY, SCHEMA_VERSION + 5)
    appendStory(target, newer, { ...S2, from: 's3', heading, where })
    expect(documentSchema(target)).toBe(SCHEMA_VERSION + 5)
  })

  test('nothing but the word that it was done comes from a story without text', () => {
    const target = documentOf(paragraph('x'))
    for (const source of [new Doc(), documentOf(paragraph())]) {
      appendStory(target, source, { ...S2, heading, where })
    }
    expect(storyText(target)).toBe('x')
    expect(hasAppended(target, S2)).toBe(true)
  })

  test('whatever a foreign client has put there breaks nothing', () => {
    const source = new Doc()
    const body = source.getXmlFragment(BODY)
    const odd = new XmlText()
    body.push([new XmlText('loose'), new XmlElement('paragraph')])
    ;(body.get(1) as XmlElement).push([odd])
    odd.insert(0, 'kept')
    odd.insertEmbed(0, { image: 'x' })
    let deep = new XmlElement('blockquote')
    body.push([deep])
    source.transact(() => {
      for (let depth = 0; depth < 20_000; depth += 1) {
        const inner = new XmlElement('blockquote')
        deep.push([inner])
        deep = inner
      }
    })
    const target = documentOf(paragraph('x'))
    appendStory(target, source, { ...S2, heading, where })
    expect(storyText(target)).toContain('kept')
    expect(target.getXmlFragment(BODY).length).toBe(4)
  })
})

/** The same blocks with the names that others have. */
function withIdsOf(
  blocks: readonly import('@tiptap/pm/model').Node[],
  named: readonly import('@tiptap/pm/model').Node[],
): unknown[] {
  const ids: unknown[] = []
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) {
      if ('id' in value) ids.push(value.id)
      Object.values(value).forEach(collect)
    }
  }
  collect(named.map((block) => block.toJSON()))
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      key === 'id' ? ids.shift() : renamed(inner),
    ])
    return Object.fromEntries(entries)
  }
  return blocks.map((block) => renamed(block.toJSON()))
}

describe('[MT8] criteria dealt to a story that was split off', () => {
  test('come with what is nested in them, under names of their own, and nothing else does', () => {
    const target = documentOf(value(paragraph('Half of it')))
    appendCriteria(target, rich(), { ...S2, criteria: ['c2', 'c3', 'gone', 'q1'] })
    nodeOf(target).check()
    expect(storyText(target)).toBe('Half of it\nNested')
    expect(idsIn(target)).toHaveLength(2)
    expect(idsIn(target)).not.toContain('c2')
    expect(readFacts(target)).toMatchObject({ criteria: 1, openQuestions: 0 })
    expect(hasAppended(target, S2)).toBe(true)
  })

  test('leave no empty section where none of them is there any more', () => {
    const target = documentOf(paragraph('x'))
    appendCriteria(target, rich(), { ...S2, criteria: ['gone'] })
    expect(storyText(target)).toBe('x')
    expect(nodeOf(target).childCount).toBe(1)
    expect(hasAppended(target, S2)).toBe(true)
  })
})
