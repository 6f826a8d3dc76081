import { expect, test } from 'vitest'
import { withAccepted } from '#components/story/editor/threads/withAccepted.ts'
import { storySchema } from '#lib/doc/extensions.ts'

const doc = storySchema().node('doc', null, [
  storySchema().node('paragraph', null, [storySchema().text('All libraries and libraries.')]),
])
const range = (from: number, to: number) => ({ from, to, isBlock: false })

test('[TA10] the place of an accepted suggestion is the whole of its words, not the letters that both have', () => {
  expect(withAccepted(doc, range(5, 11), 'libraries')).toEqual(range(5, 14))
  expect(withAccepted(doc, range(19, 25), 'libraries')).toEqual(range(19, 28))
})

test('[TA10] where its words are not around what is left, nothing else is marked', () => {
  expect(withAccepted(doc, range(15, 18), 'libraries')).toEqual(range(15, 18))
  expect(withAccepted(doc, range(5, 11), 'archives')).toEqual(range(5, 11))
})
