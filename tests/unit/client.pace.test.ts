import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pace } from '#lib/client/pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A pace that notes what it takes in, each taking so many ms. */
function paceTaking(ms: number) {
  const taken: number[][] = []
  const pace = new Pace<number>((things) => {
    taken.push([...things])
    vi.advanceTimersByTime(ms)
  })
  return { pace, taken }
}

test('what comes alone is taken in at once; what comes while it rests comes together, in order', () => {
  const { pace, taken } = paceTaking(10)
  pace.add(1)
  expect(taken).toEqual([[1]])
  pace.add(2)
  pace.add(3)
  expect(taken).toEqual([[1]])
  vi.advanceTimersByTime(30)
  expect(taken).toEqual([[1], [2, 3]])
  vi.advanceTimersByTime(1_000)
  pace.add(4)
  expect(taken.at(-1)).toEqual([4])
})

test('nothing waits longer than 400 ms, however long taking in takes', () => {
  const { pace, taken } = paceTaking(2_000)
  pace.add(1)
  pace.add(2)
  vi.advanceTimersByTime(399)
  expect(taken).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(taken).toEqual([[1], [2]])
})

test('flush takes in what waits, close drops it, and a fault holds up nothing', () => {
  const { pace, taken } = paceTaking(10)
  pace.add(1)
  pace.add(2)
  pace.flush()
  expect(taken).toEqual([[1], [2]])
  pace.add(3)
  pace.close()
  vi.advanceTimersByTime(1_000)
  expect(taken).toHaveLength(2)
  const broken = new Pace<number>(() => {
    throw new Error('broken')
  })
  expect(() => broken.add(1)).toThrow('broken')
  vi.advanceTimersByTime(1_000)
  expect(() => broken.add(2)).toThrow('broken')
})
