import { describe, expect, test } from 'vitest'
import { activityOf } from '#components/shell/people/activity.ts'
import type { Presence } from '#lib/client/client.ts'

const tab = (more: Partial<Presence>): Presence => ({
  clientId: 1,
  user: { id: 'bo', name: 'Bo', colour: 0 },
  story: null,
  editing: false,
  ...more,
})

describe('[UX17] what somebody does', () => {
  test('is where they write, else what they have open', () => {
    expect(activityOf([tab({ story: 'a' }), tab({ story: 'b', editing: true })], 'bo')).toEqual({
      story: 'b',
      writes: true,
      isIdle: false,
    })
    expect(activityOf([tab({}), tab({ story: 'a' })], 'bo')).toMatchObject({
      story: 'a',
      writes: false,
    })
  })

  test('they are away only when they are at none of their pages', () => {
    expect(activityOf([tab({ story: 'a', idle: true })], 'bo')).toEqual({
      story: null,
      writes: false,
      isIdle: true,
    })
    expect(activityOf([tab({ story: 'a', idle: true }), tab({})], 'bo').isIdle).toBe(false)
  })
})
