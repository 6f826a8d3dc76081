import type { EditorState } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import {
  addBeside,
  canBeBeside,
  outOfRow,
  putBeside,
  stepSideways,
} from '#components/story/editor/files/rows.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import { ROW_MAX } from '#lib/doc/files.ts'
import { must } from '#lib/domain/must.ts'
import { paragraph } from '#tests/support/storyContent.ts'
import { open, viewOf } from '#tests/support/storyEditing.ts'

const image = (name: string) => ({ type: 'image', attrs: { name } })
const node = (name: string) => storySchema().nodeFromJSON(image(name))
const row = (...names: string[]) => ({ type: 'imageRow', content: names.map(image) })

/** Draws pictures by their names, rows in brackets. */
const drawn = ({ doc }: EditorState) =>
  doc.children
    .map((block) =>
      block.type.name === 'imageRow'
        ? `[${block.children.map(({ attrs }) => String(attrs.name)).join(' ')}]`
        : String(block.attrs.name ?? block.textContent),
    )
    .join(' ')

const chosen = ({ selection }: EditorState) =>
  selection instanceof NodeSelection ? selection.node.attrs.name : null

test('a picture goes to either side of another one, and into a row', () => {
  const left = viewOf(open(image('a'), image('b'), paragraph('x')))
  expect(putBeside(left, 1, 0, 'left')).toBe(true)
  expect(drawn(left.state)).toBe('[b a] x')
  expect(chosen(left.state)).toBe('b')
  const into = viewOf(open(row('a', 'b'), image('c'), paragraph('x')))
  expect(putBeside(into, 4, 2, 'left')).toBe(true)
  expect(drawn(into.state)).toBe('[a c b] x')
  expect(chosen(into.state)).toBe('c')
  const end = viewOf(open(row('a', 'b'), image('c'), paragraph('x')))
  expect(putBeside(end, 4, 0, 'right')).toBe(true)
  expect(drawn(end.state)).toBe('[a b c] x')
})

test('four fit side by side; in a full row they still change places', () => {
  const names = ['a', 'b', 'c', 'd'].slice(0, ROW_MAX)
  const { state } = viewOf(open(row(...names), image('e'), paragraph('x')))
  expect(canBeBeside(state, 6, 1)).toBe(false)
  expect(canBeBeside(state, 6, 0)).toBe(false)
  expect(canBeBeside(state, 1, 4)).toBe(true)
  expect(canBeBeside(state, 1, 1)).toBe(false)
})

test('a picture steps along its row, out of it at the end, and beside its neighbour where it is alone', () => {
  const view = viewOf(open(row('a', 'b'), paragraph('x')))
  const step = (pos: number, side: 'left' | 'right') => stepSideways(view, pos, side)
  expect(step(1, 'right')).toBe(true)
  expect(drawn(view.state)).toBe('[b a] x')
  expect(step(1, 'left')).toBe(false)
  expect(step(2, 'right')).toBe(true)
  expect(drawn(view.state)).toBe('[b] a x')
  expect(chosen(view.state)).toBe('a')
  expect(step(3, 'left')).toBe(true)
  expect(drawn(view.state)).toBe('[a b] x')
})

test('a row goes with its last picture', () => {
  const view = viewOf(open(row('a'), paragraph('x')))
  expect(outOfRow(view, 1)).toBe(true)
  expect(drawn(view.state)).toBe('a x')
})

test('a new picture comes right of another one, until the row is full; nothing else does', () => {
  let state = open(image('a'), paragraph('x'))
  for (const name of ['b', 'c', 'd']) {
    const tr = addBeside(state, state.doc.firstChild?.type.name === 'image' ? 0 : 1, node(name))
    state = state.apply(must(tr, 'room'))
    state.doc.check()
  }
  expect(drawn(state)).toBe('[a d c b] x')
  expect(addBeside(state, 1, node('e'))).toBeNull()
  expect(addBeside(state, 6, node('e'))).toBeNull()
})
