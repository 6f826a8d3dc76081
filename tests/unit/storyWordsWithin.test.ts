import { expect, test } from 'vitest'
import { wordsWithin } from '#components/story/editor/threads/wordsWithin.ts'
import { paragraph } from '#tests/support/storyContent.ts'
import { open } from '#tests/support/storyEditing.ts'

test('[TA8] what a thread is about has no spaces at its edges, and stays what it is where it is only spaces', () => {
  const { doc } = open(paragraph('The last version stays  online.'), paragraph('Next'))
  const words = (from: number, to: number) => {
    const range = wordsWithin(doc, { from, to })
    return doc.textBetween(range.from, range.to, '\n')
  }
  expect(words(9, 18)).toBe('version')
  expect(words(10, 17)).toBe('version')
  expect(words(10, 25)).toBe('version stays')
  expect(words(23, 25)).toBe('  ')
  expect(words(25, 38)).toBe('online.\nNext')
})
