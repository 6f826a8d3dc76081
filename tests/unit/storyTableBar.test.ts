import { expect, test } from 'vitest'
import { tableBarSide } from '#components/story/editor/tableBarSide.ts'
import { storySchema } from '#lib/doc/extensions.ts'

const schema = storySchema()
const cell = (words: string) =>
  schema.node('tableCell', null, [schema.node('paragraph', null, [schema.text(words)])])
const row = (words: string) => schema.node('tableRow', null, [cell(words)])
const side = (rows: readonly string[], at: string) => {
  const doc = schema.node('doc', null, [schema.node('table', null, rows.map(row))])
  let $from = doc.resolve(0)
  doc.descendants((node, pos) => {
    if (node.text === at) $from = doc.resolve(pos)
  })
  return tableBarSide({ $from })
}

test('the bar of a table leaves the row at the caret and the line next to it readable', () => {
  const rows = ['Field', 'name', 'type']
  expect(rows.map((words) => side(rows, words))).toEqual(['below', 'above', 'above'])
  // One row is next to both: it stands where one has read already.
  expect(side(['Field'], 'Field')).toBe('above')
})
