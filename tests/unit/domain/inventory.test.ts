import { describe, expect, it } from 'vitest'
import { toneOfAge } from '#lib/domain/ageing.ts'
import type { TeamFlow } from '#lib/domain/flow.ts'
import { inventoryOf, likelyDone } from '#lib/domain/inventory.ts'

const flow = (completed: number, days: number): TeamFlow => ({ completed, days, medianDays: {} })
/** Ten stories a month over six months. */
const steady = flow(60, 182.64)

describe('[HE1] inventory in months', () => {
  it('[HE1] is what has not been started, divided by the mean monthly throughput', () => {
    const inventory = inventoryOf(21, steady)
    expect(inventory).toMatchObject({ kind: 'known', health: 'green', side: 'right' })
    expect(inventory.kind === 'known' && inventory.months).toBeCloseTo(2.1)
    expect(inventory.kind === 'known' && inventory.throughput).toBeCloseTo(10)
  })

  it.each([
    [4, 'red', 'little'],
    [5, 'amber', 'little'],
    [9, 'amber', 'little'],
    [10, 'green', 'right'],
    [30, 'green', 'right'],
    [31, 'amber', 'much'],
    [40, 'amber', 'much'],
    [41, 'red', 'much'],
    [0, 'red', 'little'],
  ])('[HE1] %i stories at ten a month are %s', (waiting, health, side) => {
    expect(inventoryOf(waiting, steady)).toMatchObject({ kind: 'known', health, side })
  })

  it('[HE2] says honestly when there is not enough to count with', () => {
    expect(inventoryOf(5, flow(3, 13.9))).toEqual({ kind: 'unknown', why: 'tooYoung' })
    expect(inventoryOf(5, flow(0, 90))).toEqual({ kind: 'unknown', why: 'nothingDone' })
    expect(inventoryOf(5, flow(3, 14)).kind).toBe('known')
  })
})

describe('[HE3] what is likely in the next two weeks', () => {
  it('[HE3] is the team’s own pace, and unknown without one', () => {
    expect(likelyDone(steady, 14)).toBe(5)
    expect(likelyDone(flow(1, 182), 14)).toBe(0)
    expect(likelyDone(flow(0, 90), 14)).toBeNull()
    expect(likelyDone(flow(3, 5), 14)).toBeNull()
  })
})

describe('[HE4] ageing against a limit', () => {
  it('[HE4] is calm up to it, amber beyond, red beyond its double; without one nothing is loud', () => {
    expect([4, 5, 8, 9].map((days) => toneOfAge(days, 4))).toEqual([
      'calm',
      'amber',
      'amber',
      'red',
    ])
    expect(toneOfAge(500, null)).toBe('calm')
  })

  it('[HE4] counts a median under a day as a day: ages are whole days', () => {
    expect([0, 1, 2, 3].map((days) => toneOfAge(days, 0.2))).toEqual([
      'calm',
      'calm',
      'amber',
      'red',
    ])
  })
})
