import { describe, expect, it } from 'vitest'
import { forecastAt, HORIZON_WEEKS, outlookOf } from '#lib/domain/forecast.ts'
import { must } from '#lib/domain/must.ts'
import { queueOf } from '#lib/domain/queue.ts'
import { backlog } from '#lib/domain/rank.ts'
import { Flow } from '#tests/support/domain.ts'

const TODAY = '2026-11-27'
const steady = Array<number>(8).fill(7)

function forecast(weeks: readonly number[], position: number, seed = 'web:2026-11-27') {
  const outlook = outlookOf({ weeks }, seed, position)
  return outlook.kind === 'known' ? forecastAt(outlook, position, TODAY) : outlook
}

describe('[FC2] when a story is likely to be done', () => {
  it('[FC2] a team that does one a day does the nth on the nth day, for certain', () => {
    expect(forecast(steady, 1)).toEqual({ p50: '2026-11-28', p85: '2026-11-28' })
    expect(forecast(steady, 7)).toEqual({ p50: '2026-12-04', p85: '2026-12-04' })
    expect(forecast(steady, 40)).toEqual({ p50: '2027-01-06', p85: '2027-01-06' })
  })

  it('[FC2] the more its weeks differ, the further its two days are apart', () => {
    // Half of the weeks nothing, half of them fourteen: after one week it is even, after three 7 of 8 futures have had one.
    const uneven = [0, 14, 0, 14, 0, 14, 0, 14]
    const { p50, p85 } = forecast(uneven, 14) as { p50: string; p85: string }
    expect([p50, p85]).toEqual(['2026-12-11', '2026-12-18'])
  })

  it('[FC2] what is further away than two years has no day', () => {
    const slow = [1, 0, 0, 0, 0, 0, 0, 0]
    expect(forecast(slow, 1)).toMatchObject({ p50: expect.any(String), p85: expect.any(String) })
    expect(forecast(slow, HORIZON_WEEKS)).toEqual({ p50: null, p85: null })
  })

  it('[FC3] under eight full weeks, or when nothing was done in them, it says that nothing is known, and why', () => {
    expect(forecast([7, 7, 7, 7, 7, 7, 7], 1)).toEqual({
      kind: 'unknown',
      why: 'tooYoung',
      weeks: 7,
    })
    expect(forecast(Array<number>(9).fill(0), 1)).toEqual({
      kind: 'unknown',
      why: 'nothingDone',
      weeks: 9,
    })
    // An older server tells no weeks.
    expect(outlookOf({}, 'web', 1)).toMatchObject({ why: 'tooYoung', weeks: 0 })
  })
})

describe('[FC4] whose turn it is', () => {
  const FORTNIGHTS = { startsOn: '2026-11-16', days: 14 }
  const queue = (flow: Flow) => {
    const team = must(flow.settings.teams.get('web'), 'web')
    return queueOf(backlog(flow.stories.values(), 'web'), team, TODAY).map(({ id }) => id)
  }

  it('[FC4] what was begun comes first, then the team’s order; what is done is not in it', () => {
    const flow = new Flow().found('web')
    for (const story of ['a', 'b', 'c', 'd']) flow.putOnTeam(story, 'web')
    flow.must({ type: 'moveToStep', story: 'c', step: 'doing' })
    flow.must({ type: 'moveToStep', story: 'a', step: 'done' })
    expect(queue(flow)).toEqual(['c', 'b', 'd'])
  })

  it('[FC4] what is left from earlier iterations comes before this one, the next, and what is in none', () => {
    const flow = new Flow().found('web', {}, { iterations: FORTNIGHTS })
    for (const story of ['none', 'next', 'now', 'late']) flow.putOnTeam(story, 'web')
    const plan = (story: string, schedule: string) =>
      flow.must({ type: 'scheduleStory', story, schedule })
    plan('next', '2026-11-30')
    plan('now', '2026-11-16')
    plan('late', '2026-11-02')
    expect(queue(flow)).toEqual(['late', 'now', 'next', 'none'])
  })
})
