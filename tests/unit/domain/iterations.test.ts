import { describe, expect, it } from 'vitest'
import { addDays, daysFrom, iterationOn, iterationsFrom } from '#lib/domain/iterations.ts'

const fortnights = { startsOn: '2026-11-02', days: 14 }

describe('[IT1] iterations follow each other without a gap', () => {
  it('[IT1] a day is in exactly one, first and last day included', () => {
    const first = { startsOn: '2026-11-02', endsOn: '2026-11-15' }
    expect(iterationOn(fortnights, '2026-11-02')).toEqual(first)
    expect(iterationOn(fortnights, '2026-11-15')).toEqual(first)
    expect(iterationOn(fortnights, '2026-11-16').startsOn).toBe('2026-11-16')
  })

  it('[IT1] also before the first day that the team named, and over a leap day and a year', () => {
    expect(iterationOn(fortnights, '2026-11-01')).toEqual({
      startsOn: '2026-10-19',
      endsOn: '2026-11-01',
    })
    expect(iterationOn({ startsOn: '2028-02-21', days: 14 }, '2028-03-01').endsOn).toBe(
      '2028-03-05',
    )
    expect(iterationOn(fortnights, '2027-01-05').startsOn).toBe('2026-12-28')
  })

  it('[IT1] gives the current one and those that follow', () => {
    expect(iterationsFrom(fortnights, '2026-11-25', 3).map(({ startsOn }) => startsOn)).toEqual([
      '2026-11-16',
      '2026-11-30',
      '2026-12-14',
    ])
    expect(iterationsFrom({ startsOn: '2026-11-02', days: 7 }, '2026-11-02', 1)).toEqual([
      { startsOn: '2026-11-02', endsOn: '2026-11-08' },
    ])
  })

  it('[IT1] days have no time zone: summer time moves nothing', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24')
    expect(daysFrom('2026-03-01', '2026-11-01')).toBe(245)
    expect(daysFrom('2026-11-02', '2026-11-01')).toBe(-1)
  })
})
