import { expect, test } from 'vitest'
import { BLOCKS, matchBlocks } from '#components/story/editor/blocks.ts'

const found = (query: string, inTable = false) =>
  matchBlocks(query, { inTable }).map(({ id }) => id)

test('an empty query offers every block', () => {
  expect(found('')).toEqual(BLOCKS.map(({ id }) => id))
})

test.each([
  ['h2', ['heading2']],
  ['heading2', ['heading2']],
  ['HEAD', ['heading1', 'heading2', 'heading3']],
  ['todo', ['taskList']],
  ['acc', ['taskList']],
  ['li', ['bulletList', 'orderedList', 'taskList', 'link', 'divider']],
  ['nothing-like-it', []],
])('%j finds %j: by title first, then by other words', (query, ids) => {
  expect(found(query)).toEqual(ids)
})

test('inside a table no second table is offered', () => {
  expect(found('tab', true)).toEqual([])
  expect(found('tab')).toEqual(['table'])
})
