import { expect, test } from 'vitest'
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
