import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastAt, type Outlook, outlookOf } from '#lib/domain/forecast.ts'

const TODAY = '2026-11-27'
const NEVER = '9999-12-31'
const POSITIONS = 60

const week = fc.integer({ min: 0, max: 12 })
const history = fc
  .array(week, { minLength: 8, maxLength: 12 })
  .filter((weeks) => weeks.some((done) => done > 0))
const seed = fc.string({ minLength: 1, maxLength: 20 })

function known(weeks: readonly number[], from: string, positions = POSITIONS): Outlook {
  const outlook = outlookOf({ weeks }, from, positions)
  if (outlook.kind === 'unknown') throw new Error('There is history enough')
  return outlook
}

/** The days of the first stories; what has none is later than every day. */
function days(weeks: readonly number[], from: string) {
  const outlook = known(weeks, from)
  return Array.from({ length: POSITIONS }, (_, index) => {
    const { p50, p85 } = forecastAt(outlook, index + 1, TODAY)
    return { p50: p50 ?? NEVER, p85: p85 ?? NEVER }
  })
}

describe('forecasts of any team', () => {
  it('[FC2] the even day is never after the likely one, no story is before the one above it, and none is today', () => {
    fc.assert(
      fc.property(history, seed, (weeks, from) => {
        let above = { p50: TODAY, p85: TODAY }
        for (const [index, day] of days(weeks, from).entries()) {
          expect(day.p50 <= day.p85 && day.p50 > TODAY).toBe(true)
          if (index > 0) expect(day.p50 >= above.p50 && day.p85 >= above.p85).toBe(true)
          above = day
        }
      }),
      { numRuns: 40 },
    )
  })

  it('[FC2] the same seed gives the same days, in whatever order the weeks were and however far it looks', () => {
    fc.assert(
      fc.property(history, seed, fc.integer({ min: 1, max: POSITIONS }), (weeks, from, few) => {
        expect(days(weeks.toReversed(), from)).toEqual(days(weeks, from))
        const [near, far] = [known(weeks, from, few), known(weeks, from)]
        expect(forecastAt(near, few, TODAY).p85).toEqual(forecastAt(far, few, TODAY).p85)
      }),
      { numRuns: 40 },
    )
  })

  it('[FC2] whoever did more in every week is never later', () => {
    fc.assert(
      fc.property(history, fc.array(week, { minLength: 12 }), seed, (weeks, more, from) => {
        const faster = weeks.map((done, index) => done + (more[index] ?? 0))
        const [slow, fast] = [days(weeks, from), days(faster, from)]
        for (const [index, day] of fast.entries()) {
          expect(day.p50 <= slow[index]!.p50 && day.p85 <= slow[index]!.p85).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})
