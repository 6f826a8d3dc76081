import type { JSONContent } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { NO_FACTS } from '#lib/domain/facts.ts'
import { readFacts } from '#lib/doc/facts.ts'
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

const facts = (...content: JSONContent[]) => readFacts(documentOf(...content))
const digest = (...criterions: JSONContent[]) => facts(criteria(...criterions)).digest

test('[RD2] an empty document says nothing', () => {
  expect(readFacts(new Doc())).toEqual(NO_FACTS)
  expect(
    facts(value(paragraph('  ')), criteria(criterion('')), questions(question('')), design(true)),
  ).toEqual(NO_FACTS)
})

test('[RD2] a whole story says what it says', () => {
  expect(
    facts(
      value(paragraph('A publisher checks a table.')),
      criteria(criterion('Errors name the row', criteria(criterion('and the column')))),
      questions(
        question('Which profiles?', { blocking: true }),
        question('In which order?'),
        question('Which encoding?', { blocking: true, open: false }, 'UTF-8'),
      ),
      design(true, {
        type: 'paragraph',
        content: [text('mockup', { type: 'link', attrs: { href: 'https://example.com/m' } })],
      }),
    ),
  ).toEqual({
    hasValue: true,
    criteria: 2,
    digest: expect.stringMatching(/^[a-z0-9]+$/),
    openQuestions: 2,
    blockingQuestions: 1,
    design: 'linked',
    mentioned: [],
    teams: [],
    asked: [
      { id: expect.any(String), by: null, owner: null, blocking: true, text: 'Which profiles?' },
      { id: expect.any(String), by: null, owner: null, blocking: false, text: 'In which order?' },
    ],
  })
})

test.each([
  ['not needed', [design(false)], 'not-needed'],
  ['words without a link', [design(true, paragraph('Soon'))], 'missing'],
  ['two sections, one of them with a link', [design(false), linked()], 'linked'],
  ['a picture', [design(true, image())], 'attached'],
  ['a file', [design(true, { ...image(), type: 'attachment' })], 'attached'],
  ['pictures side by side', [design(true, { type: 'imageRow', content: [image()] })], 'attached'],
  ['a picture in one section, a link in the next', [design(true, image()), linked()], 'attached'],
  ['a picture somewhere else', [image(), design(true)], 'missing'],
  ['a picture of nothing', [design(true, image('../x'))], 'missing'],
] as const)('[RD2] design: %s', (_what, content, expected) => {
  expect(facts(...content).design).toBe(expected)
})

test('[RD2] two sections of a kind count as one', () => {
  const one = facts(criteria(criterion('A'), criterion('B')))
  const two = facts(criteria(criterion('A')), paragraph('between'), criteria(criterion('B')))
  expect(two).toEqual(one)
})

test('[RD2] an answer alone is no question', () => {
  expect(facts(questions(question('', { blocking: true }, 'Yes'))).openQuestions).toBe(0)
})

describe('[RD6] the digest of the criteria', () => {
  const base = digest(criterion('A', criteria(criterion('B'))), criterion('C'))

  test.each([
    ['words', [criterion('A!', criteria(criterion('B'))), criterion('C')]],
    ['order', [criterion('C'), criterion('A', criteria(criterion('B')))]],
    ['nesting', [criterion('A'), criterion('B'), criterion('C')]],
    [
      'a criterion more',
      [criterion('A', criteria(criterion('B'))), criterion('C'), criterion('D')],
    ],
    ['a criterion less', [criterion('A', criteria(criterion('B')))]],
    ['a clause', [criterion('A', criteria(criterion('B'))), criterion('C', clause('given', 'x'))]],
  ])('changes with %s', (_what, changed) => {
    expect(digest(...changed)).not.toBe(base)
  })

  test('changes with the word of a clause', () => {
    const [given, when] = ['given', 'when'].map((word) => digest(criterion('', clause(word, 'x'))))
    expect(given).not.toBe(when)
  })

  test.each([
    [
      'formatting',
      [
        {
          type: 'criterion',
          content: [
            { type: 'paragraph', content: [text('A', { type: 'bold' })] },
            criteria(criterion('B')),
          ],
        },
        criterion('C'),
      ],
    ],
    ['ids', [named('x', criterion('A', criteria(named('y', criterion('B'))))), criterion('C')]],
    ['empty criteria', [criterion('A', criteria(criterion('B'))), criterion(''), criterion('C ')]],
  ])('does not change with %s', (_what, same) => {
    expect(digest(...same)).toBe(base)
  })

  test('does not change with anything around the criteria', () => {
    const around = facts(
      value(paragraph('Why')),
      criteria(criterion('A', criteria(criterion('B'))), criterion('C')),
      questions(question('Which?')),
      paragraph('Details'),
    )
    expect(around.digest).toBe(base)
  })
})

test('[I5] documents of newer editors and broken ones are read as far as they go', () => {
  const doc = new Doc()
  const hologram = new XmlElement('hologram')
  const criterionNode = new XmlElement('criterion')
  doc.getXmlFragment(BODY).push([hologram, new XmlText('loose')])
  hologram.push([criterionNode])
  criterionNode.push([new XmlText('A rule without a paragraph')])
  expect(readFacts(doc).criteria).toBe(1)
  const deep = new Doc()
  let inner = new XmlElement('criterion')
  deep.getXmlFragment(BODY).push([inner])
  for (let depth = 0; depth < 3_000; depth += 1) {
    const next = new XmlElement('criterion')
    inner.push([next])
    inner = next
  }
  inner.push([new XmlText('Deep')])
  expect(readFacts(deep).criteria).toBe(1)
})

test('equal documents say the same on every device', () => {
  const here = documentOf(criteria(criterion('A')), questions(question('Q', { blocking: true })))
  const there = new Doc()
  applyUpdate(there, encodeStateAsUpdate(here))
  expect(readFacts(there)).toEqual(readFacts(here))
})

function linked(): JSONContent {
  return design(true, {
    type: 'paragraph',
    content: [text('mockup', { type: 'link', attrs: { href: 'https://example.com/m' } })],
  })
}

function image(file = 'file-0123456789abcdef'): JSONContent {
  return { type: 'image', attrs: { file, name: 'Mockup.png' } }
}
