import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { pacedAwareness } from '#components/story/editor/cursorPace.ts'

let awareness: Awareness
let told: unknown[]

beforeEach(() => {
  vi.useFakeTimers()
  awareness = new Awareness(new Doc())
  told = []
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (origin === 'local') told.push(awareness.getLocalState()?.cursor)
  })
})

afterEach(() => {
  awareness.destroy()
  vi.useRealTimers()
})

test('[UX16] at most 20 caret positions a second are told, the last one always', () => {
  const paced = pacedAwareness(awareness)
  for (let position = 0; position < 100; position += 1) {
    paced.setLocalStateField('cursor', position)
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(1_000)
  expect(told.length).toBeLessThanOrEqual(22)
  expect(told[0]).toBe(0)
  expect(told.at(-1)).toBe(99)
})

test('the caret plugin sees what it has set at once', () => {
  const paced = pacedAwareness(awareness)
  paced.setLocalStateField('cursor', 1)
  paced.setLocalStateField('cursor', 2)
  expect(told).toEqual([1])
  expect(paced.getLocalState()?.cursor).toBe(2)
})

test('leaving is told at once', () => {
  const paced = pacedAwareness(awareness)
  paced.setLocalStateField('cursor', 1)
  paced.setLocalStateField('cursor', null)
  paced.stop()
  expect(told).toEqual([1, null])
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([1, null])
})
