import { expect, test } from 'vitest'
import { findStory } from '#components/shell/findStory.ts'
import { dateInWords, forDays } from '#components/story/when.ts'
import { Flow } from '#tests/support/domain.ts'

test('a story is found by its key in any case, or by its id while it has none', () => {
  const flow = new Flow()
  flow.put('a')
  flow.put('b')
  expect(findStory(flow.stories, 'ST-2')?.id).toBe('b')
  expect(findStory(flow.stories, 'st-2')?.id).toBe('b')
  expect(findStory(flow.stories, 'a')?.id).toBe('a')
  expect(findStory(flow.stories, 'ST-3')).toBeNull()
  expect(findStory(flow.stories, '__proto__')).toBeNull()
})

test('times are said in words', () => {
  const day = 24 * 60 * 60 * 1_000
  expect(forDays(day, day * 1.5)).toBe('since today')
  expect(forDays(day, day * 2)).toBe('for 1 day')
  expect(forDays(0, day * 1_234)).toBe('for 1,234 days')
  expect(forDays(day * 5, day)).toBe('since today')
  expect(dateInWords('2026-03-01')).toBe('1 Mar 2026')
})
