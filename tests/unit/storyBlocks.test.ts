import { expect, test } from 'vitest'
import { allBlocks, type BlockPlace, matchBlocks } from '#components/story/editor/blocks.ts'

const found = (query: string, place: BlockPlace = {}) =>
  matchBlocks(query, place).map(({ id }) => id)

test('an empty query offers every block that can be there', () => {
  const everywhere = allBlocks()
    .map(({ id }) => id)
    .filter((id) => id !== 'clauses')
  expect(found('')).toEqual(everywhere)
})

test.each([
  ['h2', ['heading2']],
  ['heading2', ['heading2']],
  ['HEAD', ['heading1', 'heading2', 'heading3']],
  ['todo', ['taskList']],
  ['acc', ['criteria']],
  ['mockup', ['design']],
  ['no', ['noDesign', 'callout']],
  ['li', ['bulletList', 'orderedList', 'taskList', 'link', 'divider']],
  ['nothing-like-it', []],
])('%j finds %j: by title first, then by other words', (query, ids) => {
  expect(found(query)).toEqual(ids)
})

test('inside a table no second table is offered', () => {
  expect(found('tab', { inTable: true })).toEqual([])
  expect(found('tab')).toEqual(['table'])
})

test('a line of a criterion holds no blocks; the sections are elsewhere, its form is its own', () => {
  const inline = ['link', 'mention', 'emoji']
  const sections = ['customerValue', 'criteria', 'questions', 'design', 'noDesign']
  expect(found('', { inLineOf: 'criterion' })).toEqual(['clauses', ...sections, ...inline])
  expect(found('', { inLineOf: 'question' })).toEqual([...sections, ...inline])
})
