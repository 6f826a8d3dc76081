import type { EditorState } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { moveBlock, placeBeside } from '#components/story/editor/move.ts'
import { takeAway } from '#components/story/editor/structure/blockChanges.ts'
import { finderOf, movableIn } from '#components/story/editor/structure/movable.ts'
import { waysFor } from '#components/story/editor/structure/turnInto.ts'
import { foundAt } from '#components/story/editor/around.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { BlockWriter } from '#tests/support/blockWriter.ts'
import {
  callout,
  criteria,
  criterion,
  linkCard,
  paragraph,
  story,
  value,
} from '#tests/support/storyContent.ts'
import { open, viewOf } from '#tests/support/storyEditing.ts'

const names = (state: EditorState) => movableIn(state.selection)?.node.type.name ?? null

test('a block of the story or of a section has a handle, a criterion its own, a section none', () => {
  expect(names(open(paragraph('a|')))).toBe('paragraph')
  expect(names(open(callout('tip', paragraph('a|'))))).toBe('callout')
  expect(names(open(value(paragraph('a|'))))).toBe('paragraph')
  expect(names(open(criteria(criterion('a|'))))).toBe('criterion')
  const state = open(linkCard('https://example.com', ''), paragraph('|'))
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 0)))
  expect(names(chosen)).toBe('linkCard')
})

test('blocks move past each other, and into sections by a drop', () => {
  const view = viewOf(
    open(paragraph('one|'), callout('tip', paragraph('two')), value(paragraph('v'))),
  )
  const down = placeBeside(view.state.doc, 0, 'down')!
  expect(moveBlock(view, 0, down)).toBe(true)
  expect(view.state.doc.child(1).textContent).toBe('one')
  expect(view.state.selection.$from.parent.textContent).toBe('one')
  const section = view.state.doc.content.size - view.state.doc.lastChild!.nodeSize
  moveBlock(view, 0, section + 1)
  expect(view.state.doc.toString()).toBe(
    'doc(paragraph("one"), customerValue(callout(paragraph("two")), paragraph("v")))',
  )
})

test('the last block that leaves a section leaves a line to write in', () => {
  const view = viewOf(open(value(paragraph('v|')), paragraph('end')))
  moveBlock(view, 1, view.state.doc.content.size)
  expect(view.state.doc.toString()).toBe(
    'doc(customerValue(paragraph), paragraph("end"), paragraph("v"))',
  )
})

test('a block is taken away; the only one leaves an empty line', () => {
  const state = open(callout('tip', paragraph('two|')), paragraph('x'))
  expect(state.apply(takeAway(state, foundAt(state.doc, 0))).doc.toString()).toBe(
    'doc(paragraph("x"))',
  )
  const only = open(paragraph('x|'))
  expect(only.apply(takeAway(only, foundAt(only.doc, 0))).doc.toString()).toBe('doc(paragraph)')
})

test('what is text can become other text; a card cannot', () => {
  const { doc } = open(paragraph('a|'), linkCard('https://example.com', ''))
  expect(waysFor(doc.child(0), doc).map(({ id }) => id)).toContain('callout')
  expect(waysFor(doc.child(0), doc).map(({ id }) => id)).not.toContain('text')
  expect(waysFor(doc.child(1), doc)).toEqual([])
})

test('[UX14] a block that is dragged is found again, whatever others write before it', () => {
  const ana = new BlockWriter('ana')
  const bo = new BlockWriter('bo')
  const { update } = writeNewDocument(story(paragraph('one'), paragraph('two'), paragraph('three')))
  for (const one of [ana, bo]) one.receive(update)
  const at = ana.shown.child(0).nodeSize
  const find = finderOf(ana.view, foundAt(ana.shown, at))
  bo.type('typed before it ')
  ana.receive(bo.newsFor(ana))
  expect(find()?.node.textContent).toBe('two')
  expect(find()?.pos).toBeGreaterThan(at)
})
