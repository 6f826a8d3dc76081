import { expect, test } from 'vitest'
import { patternsOf } from '#tests/support/textPatterns.ts'

const fits = (text: string, said: string) => patternsOf(text).some((one) => one.test(said))

test('a text is known again whatever values, plurals and choices stand in it', () => {
  const marked =
    '{count, plural, =0 {Nothing is} one {# story is} other {# stories are}} marked as done'
  expect(fits(marked, '1,204 stories are marked as done')).toBe(true)
  expect(fits(marked, 'Nothing is marked as done')).toBe(true)
  expect(fits(marked, '12 Storys sind als erledigt markiert')).toBe(false)
  expect(fits('Moved {story} to {place}.', 'Moved ST-1 to Web.')).toBe(true)
  expect(fits('Moved {story} to {place}.', 'Moved ST-1 to Web')).toBe(false)
})

test('tags part what is shown', () => {
  const text = 'You are signed in with <b>{email}</b>. Not you?'
  expect(fits(text, 'You are signed in with')).toBe(true)
  expect(fits(text, '. Not you?')).toBe(true)
  expect(fits(text, 'ana@example.org')).toBe(false)
})

test('what has hardly a word of its own fits nothing', () => {
  expect(patternsOf('{position} of {count}')).toEqual([])
  expect(patternsOf('{name}, {role}')).toEqual([])
})
