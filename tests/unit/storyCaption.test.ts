import { expect, test } from 'vitest'
import { withOthers } from '#components/story/editor/files/draft.ts'

const draft = (base: string, words: string) => ({ base, words, caret: null })

test('[I5] what somebody else writes into a caption is merged into what is being typed', () => {
  expect(withOthers(draft('The map', 'The map as it'), 'The old map', 13)).toEqual({
    words: 'The old map as it',
    base: 'The old map',
    caret: 17,
  })
})

test('the caret stays behind the words it was behind, and a blank that was just typed stays', () => {
  expect(withOthers(draft('', 'foo '), 'bar', 4)).toEqual({
    words: 'bar foo ',
    base: 'bar',
    caret: 8,
  })
  expect(withOthers(draft('a b', 'new a b'), 'a b c', 3)).toEqual({
    words: 'new a b c',
    base: 'a b c',
    caret: 3,
  })
})

test('without anything from somebody else a draft is left alone', () => {
  const own = draft('a', 'a  b')
  expect(withOthers(own, 'a', 2)).toBe(own)
})
