import { describe, expect, it } from 'vitest'
import { forecastInWords, forecastsOf } from '#components/cards/pace/forecasts.ts'
import { standing, unsizedInWords } from '#components/cards/pace/sentences.ts'
import { capacityIn } from '#components/cards/pace/useCapacity.ts'
import type { Backlog } from '#lib/client/client.ts'
import type { Capacity } from '#lib/domain/capacity.ts'
import type { TeamFlow } from '#lib/domain/flow.ts'
import { must } from '#lib/domain/must.ts'
import { backlog } from '#lib/domain/rank.ts'
import { Flow } from '#tests/support/domain.ts'

const NOON = Date.parse('2026-11-27T12:00:00Z')
const DAY = 86_400_000
/** One story a day, whatever the future. */
const STEADY: TeamFlow = {
  completed: 56,
  days: 56,
  medianDays: {},
  weeks: Array<number>(8).fill(7),
}

function web(...stories: string[]) {
  const flow = new Flow().found('web')
  for (const story of stories) flow.putOnTeam(story, 'web')
  const content = (of: TeamFlow | null = STEADY): Backlog => ({
    isLoaded: true,
    stories: backlog(flow.stories.values(), 'web'),
    flow: of,
  })
  return { flow, team: () => must(flow.settings.teams.get('web'), 'web'), content }
}

describe('[FC2] the dates on the stories of a backlog', () => {
  it('[FC2] go to what is open, in its turn, and to nothing that is done', () => {
    const { flow, team, content } = web('a', 'b', 'c')
    flow.must({ type: 'moveToStep', story: 'a', step: 'done' })
    flow.must({ type: 'moveToStep', story: 'c', step: 'doing' })
    const { dates, from } = forecastsOf(team(), content(), NOON)
    expect(Object.fromEntries(dates)).toEqual({
      c: { p50: '2026-11-28', p85: '2026-11-28' },
      b: { p50: '2026-11-29', p85: '2026-11-29' },
    })
    expect(from).toEqual({ kind: 'known', weeks: 8 })
  })

  it('[FC2] are counted once for a backlog and a day, and follow the day', () => {
    const { team, content } = web('a')
    const [here, now] = [content(), team()]
    expect(forecastsOf(now, here, NOON + 1)).toBe(forecastsOf(now, here, NOON))
    expect(forecastsOf(now, here, NOON + DAY).dates.get('a')?.p85).toBe('2026-11-29')
  })

  it('[FC3] are none where nothing is known yet, and of an older server', () => {
    const { team, content } = web('a')
    for (const flow of [null, { completed: 56, days: 56, medianDays: {} }]) {
      const { dates, from } = forecastsOf(team(), content(flow), NOON)
      expect([dates.size, from]).toEqual([0, { kind: 'unknown', why: 'tooYoung', weeks: 0 }])
    }
  })

  it('[FC2] are said in words, with the year where it is another one', () => {
    expect(forecastInWords('2026-12-03', '2027-01-12', '2026-11-27')).toBe(
      'Likely done by 12 January 2027 (85 of 100), as likely as not by 3 December',
    )
  })
})

describe('[CP3] how full the next iteration is', () => {
  const known: Capacity = { kind: 'known', unit: 'points', mean: 21, past: [] }

  it('[CP3] is said in words: room, full, over, or that nobody knows', () => {
    expect(standing(18, 'points', known)).toBe('Room for 3 points more.')
    expect(standing(21, 'points', known)).toBe('That is what the team usually gets done.')
    expect(standing(22, 'points', known)).toBe(
      'That is 1 point more than the team usually gets done.',
    )
    expect(standing(3, 'points', { kind: 'unknown', why: 'tooYoung' })).toMatch(/^How much fits/)
  })

  it('[CP3] names what has no size, the first five by their keys', () => {
    const { content } = web('a', 'b', 'c', 'd', 'e', 'f', 'g')
    const unsized = content().stories
    expect(unsizedInWords({ sum: 0, unsized: [] })).toBeNull()
    expect(unsizedInWords({ sum: 0, unsized: unsized.slice(0, 1) })).toBe(
      'Not counted, because it has no size: ST-1.',
    )
    expect(unsizedInWords({ sum: 0, unsized })).toBe(
      'Not counted, because they have no size: ST-1, ST-2, ST-3, ST-4, ST-5 and 2 more.',
    )
  })

  it('[HE3] without iterations it is what is likely in two weeks; nothing while the list has not come', () => {
    const { team, content } = web('a')
    expect(capacityIn(team(), content(), '2026-11-27')).toEqual({ kind: 'weeks', likely: 14 })
    expect(capacityIn(team(), content(null), '2026-11-27')).toBeNull()
    expect(capacityIn(team(), null, '2026-11-27')).toBeNull()
  })
})
