import { expect, test } from 'vitest'
import { findEmoji } from '#components/ui/emoji/findEmoji.ts'
import { emojiQuery } from '#components/story/editor/emoji/emoji.ts'
import { MATCHES_MAX, matchesIn } from '#components/story/editor/find/find.ts'
import { countWords } from '#components/story/editor/foot/countWords.ts'
import { mentionQuery } from '#components/story/editor/names/mentions.ts'
import { criteria, criterion, mention, paragraph, text } from '#tests/support/storyContent.ts'
import { open } from '#tests/support/storyEditing.ts'

const found = (query: string, matchesCase: boolean, ...content: Parameters<typeof open>) => {
  const { doc } = open(...content)
  return matchesIn(doc, { query, matchesCase }).map(({ from, to }) => doc.textBetween(from, to))
}

test('words are found in every block, with or without their case', () => {
  const content = [paragraph('Row, row'), criteria(criterion('The ROW is named'))]
  expect(found('row', false, ...content)).toEqual(['Row', 'row', 'ROW'])
  expect(found('row', true, ...content)).toEqual(['row'])
})

test.each(['a.b', '(x)', '[1]', 'C++', 'a/b', '\\d', '^$', '{2}', 'a-b'])(
  'what is looked for is letters and no pattern: %j',
  (words) => {
    expect(found(words, false, paragraph(`see ${words}, not axb`))).toEqual([words])
  },
)

test('letters that change their length with their case do not move a match', () => {
  expect(found('i', true, paragraph('İİİ i'))).toEqual(['i'])
  expect(found('straße', false, paragraph('İ Straße'))).toEqual(['Straße'])
  expect(found('👩‍🚀', false, paragraph('an 👩‍🚀 here'))).toEqual(['👩‍🚀'])
})

test('a match goes over no line and no mention', () => {
  const line = { type: 'paragraph', content: [text('ab'), mention('person', 'x'), text('cd')] }
  expect(found('abcd', false, line)).toEqual([])
  expect(found('cd', false, line)).toEqual(['cd'])
  expect(found('a b', false, paragraph('a'), paragraph('b'))).toEqual([])
})

test('matches without number are found up to a limit', () => {
  expect(found('a', false, paragraph('a'.repeat(MATCHES_MAX + 5)))).toHaveLength(MATCHES_MAX)
})

test.each([
  ['', 0],
  ['one two  three', 3],
  ["don't stop — well-known 3.5 things", 5],
  ['データを書く', 6],
  ['مرحبا بالعالم', 2],
  ['… — !', 0],
])('%j has %i words', (words, count) => {
  expect(countWords(open(paragraph(words)).doc)).toBe(count)
})

test('a part of a text has the words in it, a mention is one', () => {
  const { doc } = open(paragraph('one two'), {
    type: 'paragraph',
    content: [text('three'), mention('person', 'x'), text('four')],
  })
  expect(countWords(doc)).toBe(5)
  expect(countWords(doc, 1, 4)).toBe(1)
})

test.each([
  ['@', ''],
  ['ask @an', 'an'],
  ['ask @Ana Ber', 'Ana Ber'],
  ['(@ana', 'ana'],
  ['mail ana@example', null],
  ['a @b c d e f', null],
  ['@@', null],
])('%j is looked for as a mention: %j', (before, query) => {
  expect(mentionQuery(before)).toBe(query)
})

test.each([
  [':smi', 'smi'],
  ['so :+1:', '+1:'],
  ['10:30', null],
  ['note: so', null],
  ['http://x', null],
])('%j is looked for as an emoji: %j', (before, query) => {
  expect(emojiQuery(before)).toBe(query)
})

test('an emoji is found by its name, whole names first', () => {
  expect(findEmoji('tada')[0]).toEqual({ emoji: '🎉', name: 'tada' })
  expect(findEmoji('rocket:')).toEqual([{ emoji: '🚀', name: 'rocket' }])
  expect(findEmoji('')).toHaveLength(8)
  expect(findEmoji('nothing_like_it')).toEqual([])
  expect(findEmoji('cat', 3)).toHaveLength(3)
})
