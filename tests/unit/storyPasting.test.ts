import { Fragment, Node, Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { pasteBlocks, withoutNames } from '#components/story/editor/pasting.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import {
  clause,
  criteria,
  criterion,
  named,
  paragraph,
  question,
  questions,
} from '#tests/support/storyContent.ts'
import { ids, open, press, show } from '#tests/support/storyEditing.ts'

type Content = Parameters<typeof open>

const slice = (...content: Content) =>
  new Slice(Fragment.from(content.map((block) => Node.fromJSON(storySchema(), block))), 0, 0)

const paste = (pasted: Slice, ...content: Content) =>
  press(open(...content), (state, dispatch) => {
    const tr = pasteBlocks(state, pasted)
    if (tr) dispatch?.(tr)
    return tr !== null
  })

const LINES = slice(paragraph('- A'), paragraph(), paragraph('2. B'), paragraph('[ ] C'))

test('many lines are a criterion each, without their bullets', () => {
  expect(show(paste(LINES, criteria(criterion('|'))))).toEqual([
    'criteria',
    '  1 A',
    '  2 B',
    '  3 C|',
  ])
})

test('in a criterion with words the first goes on at the caret, what stood behind it comes behind the last', () => {
  expect(show(paste(LINES, criteria(criterion('x|y', criteria(criterion('N'))))))).toEqual([
    'criteria',
    '  1 xA',
    '    1.1 N',
    '  2 B',
    '  3 C|y',
  ])
})

test('lines that only a line break parts, and headings, are a criterion or a question each', () => {
  const broken = slice(
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'A' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'B' },
        { type: 'hardBreak' },
        { type: 'hardBreak' },
        { type: 'text', text: '2) C' },
      ],
    },
  )
  expect(show(paste(broken, criteria(criterion('|'))))).toEqual([
    'criteria',
    '  1 A',
    '  2 B',
    '  3 C|',
  ])
  expect(show(paste(broken, questions(question('x|'))))).toEqual([
    'questions',
    '  ? xA',
    '  ? B',
    '  ? C|',
  ])
})

test('a single line goes where the caret is', () => {
  expect(show(paste(slice(paragraph('A')), criteria(criterion('x|y'))))).toEqual(['(not taken)'])
})

test('lines with Given, When and Then belong together', () => {
  const pasted = slice(
    paragraph('Given a'),
    paragraph('When b'),
    paragraph('and c'),
    paragraph('Given d'),
    paragraph('Then e'),
    paragraph('Plain'),
  )
  expect(show(paste(pasted, criteria(criterion('|'))))).toEqual([
    'criteria',
    '  1 given: a',
    '  when: b',
    '  and: c',
    '  2 given: d',
    '  then: e',
    '  3 Plain|',
  ])
})

test('many lines are a question each; a few words stay words', () => {
  expect(show(paste(LINES, questions(question('|'))))).toEqual([
    'questions',
    '  ? A',
    '  ? B',
    '  ? C|',
  ])
  expect(paste(slice(paragraph('A')), criteria(criterion('|')))).toBeNull()
  expect(paste(LINES, paragraph('|'))).toBeNull()
})

test('copied criteria keep their form and what is nested in them', () => {
  const copied = slice(
    criteria(criterion('', clause('given', 'a'), criteria(criterion('N'))), criterion('B')),
  )
  expect(show(paste(copied, criteria(criterion('|'), criterion('Z'))))).toEqual([
    'criteria',
    '  1 given: a',
    '    1.1 N',
    '  2 B|',
    '  3 Z',
  ])
})

test('what comes from elsewhere brings no names; what was cut here keeps its own', () => {
  const pasted = slice(
    criteria(
      named('a', criterion('A', criteria(named('n', criterion('N'))))),
      named('b', criterion('B')),
    ),
  )
  const elsewhere = ids(paste(withoutNames(pasted, new Set()), criteria(criterion('|'))))
  expect(elsewhere).toHaveLength(3)
  expect(elsewhere.filter((id) => ['a', 'n', 'b'].includes(String(id)))).toEqual([])
  const cut = paste(withoutNames(pasted, new Set(['a', 'n'])), criteria(criterion('|')))
  expect(ids(cut).slice(0, 2)).toEqual(['a', 'n'])
})
