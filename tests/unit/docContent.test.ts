import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '#lib/doc/content.ts'
import { BODY } from '#lib/doc/schema.ts'
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

describe('a story as plain JSON', () => {
  test('has every block under its name, with what it says of itself', () => {
    const blocks = [
      value(paragraph('Analysts want their own tools')),
      criteria(
        named(
          'c1',
          criterion('A header comes first', criteria(named('c2', criterion('In English')))),
        ),
        named('c3', criterion('', clause('given', 'a backlog'))),
      ),
      questions(named('q1', question('Which encoding?', { blocking: true, open: false }, 'UTF-8'))),
      design(true, paragraph('The sketch of May')),
      {
        type: 'paragraph',
        content: [
          text('See '),
          text('the sketch', { type: 'link', attrs: { href: 'https://example.org' } }),
          text(' now', { type: 'bold' }),
        ],
      },
    ]
    const read = readContent(documentOf(...blocks))
    expect(read).toMatchObject(blocks)
  })

  test('of an empty document is empty', () => {
    expect(readContent(new Y.Doc())).toEqual([])
  })

  test('of what no editor wrote is what can be told of it, however deep it is', () => {
    const doc = new Y.Doc()
    const body = doc.getXmlFragment(BODY)
    let tower = new Y.XmlElement('blockquote')
    tower.insert(0, [new Y.XmlText('at the bottom')])
    for (let depth = 0; depth < 500; depth += 1) {
      const around = new Y.XmlElement('blockquote')
      around.insert(0, [tower])
      tower = around
    }
    body.insert(0, [tower])
    const strange = new Y.XmlElement('hologram')
    strange.setAttribute('spin', { x: 1 } as unknown as string)
    strange.setAttribute('colour', 'red')
    strange.insert(0, [new Y.XmlText('words')])
    body.insert(1, [strange])
    const read = readContent(doc)
    expect(JSON.stringify(read)).toContain('at the bottom')
    expect(read[1]).toEqual({
      type: 'hologram',
      attrs: { colour: 'red' },
      content: [{ type: 'text', text: 'words' }],
    })
  })
})
