import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { OwnSelection } from '#components/story/editor/ownSelection.ts'
import { editorExtensions } from '#lib/doc/extensions.ts'
import { BlockWriter } from '#tests/support/blockWriter.ts'
import { paragraph, story } from '#tests/support/storyContent.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

test('[I7] the binding never looks for the caret where the text has no place', () => {
  const ana = new BlockWriter('ana')
  ana.receive(writeNewDocument(story(paragraph('Some words'), paragraph('and more'))).update)
  const { binding } = ySyncPluginKey.getState(ana.state) as {
    binding: { beforeTransactionSelection: { absAnchor?: number } | null }
  }
  binding.beforeTransactionSelection = { absAnchor: 5 }
  expect(binding.beforeTransactionSelection?.absAnchor).toBe(5)
  // A selection of long ago, in a longer text.
  binding.beforeTransactionSelection = { absAnchor: 5_000 }
  expect(binding.beforeTransactionSelection?.absAnchor).toBeUndefined()
  // The text has changed since.
  binding.beforeTransactionSelection = { absAnchor: 5 }
  ana.type('x')
  binding.beforeTransactionSelection = { absAnchor: 5 }
  expect(binding.beforeTransactionSelection?.absAnchor).toBe(5)
})

test('what a plugin tells an editor that is not on the page passes, and asks nothing of the page', () => {
  const editor = new Editor({
    element: null,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [...editorExtensions(), OwnSelection],
  })
  const passed: unknown[] = []
  const dispatch = editor.extensionManager.dispatchTransaction((tr) => passed.push(tr))
  const { tr } = editor.state
  dispatch(tr)
  expect(passed).toEqual([tr])
})
