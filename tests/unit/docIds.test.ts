import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { storySchema } from '#lib/doc/extensions.ts'
import { isBlockId, newBlockId } from '#lib/doc/ids.ts'
import { stableIds } from '#lib/doc/stableIds.ts'
import {
  criteria,
  criterion,
  named,
  paragraph,
  question,
  questions,
  story,
} from '#tests/support/storyContent.ts'

test('an id is short, and never the same twice', () => {
  const ids = Array.from({ length: 1_000 }, newBlockId)
  expect(new Set(ids).size).toBe(1_000)
  expect(ids.every((id) => isBlockId(id) && id.length === 12)).toBe(true)
})

test.each(['', 'a'.repeat(41), 'a b', 'a#b', '<script>', 7, null])('%j is no id', (id) => {
  expect(isBlockId(id)).toBe(false)
})

const AB = criteria(named('a', criterion('A')), named('b', criterion('B')))

test('what is split off gets an id of its own, the rest keeps its own', () => {
  const state = open(AB)
  expect(idsAfter(state.apply(state.tr.split(4, 2)))).toEqual(['a', expect.any(String), 'b'])
})

test('a copy gets a new id, also when it is put in front of what it is a copy of', () => {
  const state = open(AB)
  const copy = state.doc.firstChild!.firstChild!
  const [first, second, third] = idsAfter(state.apply(state.tr.insert(1, copy)))
  expect([second, third]).toEqual(['a', 'b'])
  expect(isBlockId(first) && first !== 'a').toBe(true)
})

test('a section that is doubled has new ids throughout, nested ones too', () => {
  const state = open(criteria(named('a', criterion('A', criteria(named('x', criterion('X')))))))
  const doubled = state.tr.insert(state.doc.content.size, state.doc.firstChild!)
  const ids = idsAfter(state.apply(doubled))
  expect(ids.slice(0, 2)).toEqual(['a', 'x'])
  expect(new Set(ids).size).toBe(4)
})

test('what is moved keeps its id', () => {
  const state = open(AB)
  const list = state.doc.firstChild!
  const first = list.firstChild!
  const moved = state.tr.delete(1, 1 + first.nodeSize)
  moved.insert(1 + list.lastChild!.nodeSize, first)
  expect(idsAfter(state.apply(moved))).toEqual(['b', 'a'])
})

test('[TA9] the copy of a picture is another one, also beside it in a row: what is said about the first stays there', () => {
  const state = open(named('a', { type: 'image' }))
  const picture = state.doc.firstChild!
  const row = storySchema().node('imageRow', null, [picture, picture])
  const inFront = idsAfter(state.apply(state.tr.insert(0, picture)))
  expect(inFront).toEqual([expect.any(String), 'a'])
  expect(inFront[0]).not.toBe('a')
  const inRow = idsAfter(state.apply(state.tr.replaceWith(0, picture.nodeSize, row)))
  expect(inRow[0]).toBe('a')
  expect(isBlockId(inRow[1]) && inRow[1] !== 'a').toBe(true)
})

test('questions and criteria share one set of ids', () => {
  const state = open(AB, questions(question('Which?')))
  const list = Node.fromJSON(storySchema(), questions(named('a', question('How?'))))
  const ids = idsAfter(state.apply(state.tr.insert(state.doc.content.size, list)))
  expect(ids.slice(0, 2)).toEqual(['a', 'b'])
  expect(new Set(ids).size).toBe(4)
})

test('[UX9] what arrives from someone else is not touched, whatever ids it has', () => {
  const state = open(AB)
  const twice = state.tr.insert(1, state.doc.firstChild!.firstChild!)
  expect(idsAfter(state.apply(fromAfar(twice)))).toEqual(['a', 'a', 'b'])
})

test('two copies that met here are told apart by whoever writes next, the first keeps its id', () => {
  const before = open(AB)
  const met = before.apply(fromAfar(before.tr.insert(1, before.doc.firstChild!.firstChild!)))
  const ids = idsAfter(met.apply(met.tr.insertText('x', met.doc.content.size - 1)))
  expect(ids[0]).toBe('a')
  expect(new Set(ids).size).toBe(3)
})

test('selecting and scrolling give no ids', () => {
  const state = open(AB)
  const met = state.apply(fromAfar(state.tr.insert(1, state.doc.firstChild!.firstChild!)))
  expect(idsAfter(met.apply(met.tr.scrollIntoView()))).toEqual(['a', 'a', 'b'])
})

function open(...content: JSONContent[]): EditorState {
  const doc = Node.fromJSON(storySchema(), story(...content, paragraph('end')))
  return EditorState.create({ doc, plugins: [stableIds()] })
}

function fromAfar(transaction: Transaction): Transaction {
  return transaction.setMeta(ySyncPluginKey, { isChangeOrigin: true })
}

function idsAfter({ doc }: EditorState): unknown[] {
  const ids: unknown[] = []
  doc.descendants(({ type, attrs }) => {
    if (['criterion', 'question', 'image'].includes(type.name)) ids.push(attrs.id)
  })
  return ids
}
