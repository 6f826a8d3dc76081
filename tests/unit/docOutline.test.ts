import { describe, expect, test } from 'vitest'
import { findClauses, sentenceOf } from '#lib/doc/clause.ts'
import { readOutline } from '#lib/doc/outline.ts'
import {
  clause,
  criteria,
  criterion,
  documentOf,
  named,
  paragraph,
  question,
  questions,
} from '#tests/support/storyContent.ts'

test('criteria are numbered as they are drawn, over nested lists and two sections', () => {
  const { criteria: found } = readOutline(
    documentOf(
      criteria(
        criterion('A', criteria(criterion('A1'), criterion('A2', criteria(criterion('A2a'))))),
        criterion(''),
      ),
      paragraph('between'),
      criteria(criterion('B', criteria(criterion('B1')), criteria(criterion('B2')))),
    ),
  )
  expect(found.map(({ number, depth, words }) => `${number} ${depth} ${words}`)).toEqual([
    '1 0 A',
    '1.1 1 A1',
    '1.2 1 A2',
    '1.2.1 2 A2a',
    // The empty one between them is 2: it is drawn too.
    '3 0 B',
    '3.1 1 B1',
    '3.2 1 B2',
  ])
})

test('a criterion has its id, its form and its words as one sentence', () => {
  const { criteria: found } = readOutline(
    documentOf(
      criteria(
        named('plain-one', criterion('Errors name the row')),
        named(
          'form-one',
          criterion(
            'Header only',
            clause('given', 'an empty filter'),
            clause('when', 'she exports'),
            clause('then', 'the file has a header'),
          ),
        ),
      ),
    ),
  )
  expect(found).toEqual([
    { id: 'plain-one', number: '1', depth: 0, form: 'plain', words: 'Errors name the row' },
    {
      id: 'form-one',
      number: '2',
      depth: 0,
      form: 'given-when-then',
      words: 'Header only: given an empty filter, when she exports, then the file has a header',
    },
  ])
})

test('a question has its people, its standing and its answer', () => {
  const { questions: found } = readOutline(
    documentOf(
      questions(
        named('q1', question('Which columns?', { blocking: true, owner: 'bo', asker: 'ana' })),
        named('q2', question('Which encoding?', { open: false }, 'UTF-8')),
        question(''),
      ),
    ),
  )
  expect(found).toEqual([
    {
      id: 'q1',
      words: 'Which columns?',
      blocking: true,
      open: true,
      owner: 'bo',
      asker: 'ana',
      answer: '',
    },
    {
      id: 'q2',
      words: 'Which encoding?',
      blocking: false,
      open: false,
      owner: null,
      asker: null,
      answer: 'UTF-8',
    },
  ])
})

describe('a sentence and its clauses', () => {
  test.each([
    ['Given a, when b, then c', 'Given a, when b, then c'],
    ['given a when b then c', 'Given a, when b, then c'],
    ['When b, then c, and d', 'When b, then c, and d'],
    ['Header only: given a, when b, then salt and pepper', null],
    ['Errors name the row', null],
    ['Someone given a cake is happy when it is cut', null],
  ])('%s', (typed, written) => {
    const { ruleTo, clauses } = findClauses(typed)
    const lines = [
      { word: null, words: typed.slice(0, ruleTo).trim() },
      ...clauses.map(({ word, from, to }) => ({ word, words: typed.slice(from, to) })),
    ]
    expect(sentenceOf(lines)).toBe(written ?? typed)
  })

  test('only what begins with Given or When has clauses', () => {
    expect(findClauses('Errors name the row').clauses).toEqual([])
    expect(findClauses('Then it is done').clauses).toEqual([])
    expect(findClauses('Someone given a cake').clauses).toEqual([])
    expect(findClauses('Header only: given a, when b').ruleTo).toBe('Header only'.length)
  })
})
