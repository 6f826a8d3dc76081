import { EditorState, Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { storySchema } from '#lib/doc/extensions.ts'
import { localOnly } from '#lib/doc/localOnly.ts'

const shouting = new Plugin({
  appendTransaction: (_transactions, before, after) =>
    before.doc.eq(after.doc) || after.doc.textContent.endsWith('!')
      ? null
      : after.tr.insertText('!'),
})

function open(): EditorState {
  return EditorState.create({ schema: storySchema(), plugins: [localOnly(shouting)] })
}

test('a follow-up edit happens for what this person typed', () => {
  const before = open()
  expect(before.apply(before.tr.insertText('hey', 1)).doc.textContent).toBe('hey!')
})

test('[UX9] nothing is repaired, and so nothing lands in my undo, because someone else typed', () => {
  const before = open()
  const theirs = before.tr.insertText('hey', 1).setMeta(ySyncPluginKey, { isChangeOrigin: true })
  expect(before.apply(theirs).doc.textContent).toBe('hey')
})
