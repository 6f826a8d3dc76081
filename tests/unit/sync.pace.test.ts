import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Pace } from '#server/sync/pace.ts'

let people: number
let told: string[]
let pace: Pace
const who = Array.from({ length: 100 }, (_, index) => ({ name: `p${index}` }))

beforeEach(() => {
  vi.useFakeTimers()
  people = 25
  told = []
  pace = new Pace(
    () => people,
    () => performance.now(),
  )
})
afterEach(() => vi.useRealTimers())

const move = (index: number, place: string) =>
  pace.tell(who[index]!, () => told.push(`${who[index]!.name} ${place}`))

/** Everybody moves twenty times a second, for a second; gives how much is told in it. */
function second(): number {
  told.length = 0
  for (let turn = 0; turn < 20; turn += 1) {
    for (let index = 0; index < people; index += 1) move(index, `at ${turn}`)
    vi.advanceTimersByTime(50)
  }
  return told.length
}

describe('what moves is told on', () => {
  test('at once after a rest, then all that moved together, each as it is by then', () => {
    move(0, 'a')
    expect(told).toEqual(['p0 a'])
    move(0, 'b')
    move(1, 'c')
    move(0, 'd')
    expect(told).toEqual(['p0 a'])
    vi.advanceTimersByTime(100)
    expect(told).toEqual(['p0 a', 'p0 d', 'p1 c'])
    vi.advanceTimersByTime(100)
    move(1, 'e')
    expect(told.at(-1)).toBe('p1 e')
  })

  test('as much to each in a second when four times as many move', () => {
    const few = second()
    people = 100
    vi.advanceTimersByTime(2_000)
    expect(second()).toBeLessThan(few * 1.2)
  })

  test('not of whoever has left meanwhile', () => {
    move(0, 'a')
    move(1, 'b')
    pace.forget(who[1]!)
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual(['p0 a'])
  })
})
