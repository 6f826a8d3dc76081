import { describe, expect, it } from 'vitest'
import { capacityOf, fitting, loadOf, plannedFor, waitingOf } from '#lib/domain/capacity.ts'
import { iterationsFrom } from '#lib/domain/iterations.ts'
import { must } from '#lib/domain/must.ts'
import { backlog } from '#lib/domain/rank.ts'
import { Flow } from '#tests/support/domain.ts'

const TODAY = '2026-11-27'
const FORTNIGHTS = { startsOn: '2026-11-16', days: 14 }
const done = (...all: readonly (readonly [stories: number, points: number | null])[]) => ({
  iterations: all.map(([stories, points], index) => ({
    startsOn: `2026-0${index + 1}-05`,
    stories,
    points,
  })),
})

describe('[CP2] how much a team gets done in an iteration', () => {
  it('[CP2] is the mean of its last full iterations, in points where it sizes by them', () => {
    expect(capacityOf({ scale: 'points' }, done([3, 18], [4, 21], [5, 25]))).toMatchObject({
      kind: 'known',
      unit: 'points',
      mean: 21,
      past: [{ done: 18 }, { done: 21 }, { done: 25 }],
    })
    expect(capacityOf({ scale: 'shirts' }, done([3, null], [4, null]))).toMatchObject({
      unit: 'stories',
      mean: 4,
    })
  })

  it('[CP2] an iteration whose stories had no points says nothing of points; one without stories does', () => {
    expect(capacityOf({ scale: 'points' }, done([4, null], [3, 12], [0, 0]))).toMatchObject({
      unit: 'points',
      mean: 6,
      past: [{ done: null }, { done: 12 }, { done: 0 }],
    })
    expect(capacityOf({ scale: 'points' }, done([4, null], [0, 0]))).toMatchObject({
      unit: 'stories',
      mean: 2,
    })
  })

  it('[CP2] is unknown before the first iteration is over, and while nothing was done', () => {
    expect(capacityOf({ scale: 'points' }, {})).toEqual({ kind: 'unknown', why: 'tooYoung' })
    expect(capacityOf({ scale: 'points' }, done([0, 0], [0, 0]))).toEqual({
      kind: 'unknown',
      why: 'nothingDone',
    })
  })
})

describe('[CP3] what is planned for the next iteration', () => {
  function web() {
    const flow = new Flow().found('web', {}, { scale: 'points', iterations: FORTNIGHTS })
    const sizes = { a: '5', b: '8', c: null, d: '3', e: '13', f: '1' } as const
    for (const [story, size] of Object.entries(sizes)) {
      flow.putOnTeam(story, 'web')
      if (size !== null) flow.must({ type: 'sizeStory', story, size })
    }
    const team = { ...must(flow.settings.teams.get('web'), 'web'), iterations: FORTNIGHTS }
    return {
      flow,
      schedule: (story: string, schedule: string) =>
        flow.must({ type: 'scheduleStory', story, schedule }),
      waiting: () => waitingOf(backlog(flow.stories.values(), 'web'), team, TODAY),
      planned: () =>
        plannedFor(
          backlog(flow.stories.values(), 'web'),
          team,
          must(iterationsFrom(FORTNIGHTS, TODAY, 2)[1], 'the next'),
        ),
    }
  }
  const ids = (stories: readonly { readonly id: string }[]) => stories.map(({ id }) => id)

  it('[CP3] comes to the sum of its sizes; what has none is named, not counted', () => {
    const team = web()
    for (const story of ['a', 'c', 'd']) team.schedule(story, '2026-11-30')
    team.schedule('b', '2026-11-16')
    team.flow.must({ type: 'moveToStep', story: 'd', step: 'done' })
    const { sum, unsized } = loadOf(team.planned(), 'points')
    expect([sum, ids(unsized)]).toEqual([5, ['c']])
    expect(loadOf(team.planned(), 'stories')).toEqual({ sum: 2, unsized: [] })
  })

  it('[CP4] what may be planned is what nobody has begun and no iteration to come has', () => {
    const team = web()
    team.flow.must({ type: 'moveToStep', story: 'a', step: 'doing' })
    team.schedule('b', '2026-11-30')
    team.schedule('d', '2026-11-16')
    team.schedule('f', '2026-11-02')
    expect(ids(team.waiting())).toEqual(['f', 'c', 'e'])
  })

  it('[CP4] what fits is taken from the top, up to the first that does not fit; without a size it is passed over', () => {
    const waiting = web().waiting()
    expect(ids(fitting(waiting, 'points', 16))).toEqual(['a', 'b', 'd'])
    expect(ids(fitting(waiting, 'points', 17))).toEqual(['a', 'b', 'd'])
    expect(ids(fitting(waiting, 'points', 30))).toEqual(['a', 'b', 'd', 'e', 'f'])
    expect(fitting(waiting, 'points', 0)).toEqual([])
    expect(ids(fitting(waiting, 'stories', 3))).toEqual(['a', 'b', 'c'])
  })
})
