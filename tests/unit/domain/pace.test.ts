import { describe, expect, it } from 'vitest'
import type { StoryEvent, StoryFact } from '#lib/domain/event.ts'
import { FlowLog } from '#lib/domain/flow.ts'
import { ITERATIONS_KEPT, pointsOf, WEEKS_KEPT } from '#lib/domain/pace.ts'

const at = (day: string, time = '10:00') => Date.parse(`${day}T${time}:00Z`)
const FORTNIGHTS = { startsOn: '2026-11-02', days: 14 }

/** A team's log, written on days that it names. */
function log() {
  const flow = new FlowLog()
  let seq = 0
  const happen = (time: number, story: string, fact: StoryFact) => {
    seq += 1
    const frame = { seq, at: time, by: 'ana', command: `c${seq}`, story }
    return flow.take({ ...frame, ...fact } as StoryEvent)
  }
  const ranks = { fromRank: 'a', rank: 'a' }
  const step = (day: string, story: string, from: string, to: string, time?: string) =>
    happen(at(day, time), story, {
      type: 'StoryStepped',
      team: 'web',
      from,
      to,
      done: to.startsWith('done'),
      ...ranks,
    })
  const assign = (day: string, story: string, team = 'web') =>
    happen(at(day), story, { type: 'StoryAssigned', team, step: 'todo', ...ranks })
  const size = (day: string, story: string, to: string | null) =>
    happen(at(day), story, { type: 'StorySized', from: null, to, agreed: null })
  return {
    assign,
    size,
    step,
    finish: (day: string, story: string, points: string | null = null, time?: string) => {
      assign('2026-08-03', story)
      size('2026-08-03', story, points)
      step(day, story, 'todo', 'done', time)
    },
    leave: (day: string, story: string) =>
      happen(at(day), story, {
        type: 'StorySentBack',
        from: { team: 'web', step: 'todo', rank: 'a', size: null, schedule: null },
        to: 'refinement',
        rank: 'a',
        reason: 'Unclear',
        revisitOn: null,
        duplicateOf: null,
      }),
    weeks: (day: string) => flow.of('web', at(day)).weeks,
    iterations: (day: string, iterations = FORTNIGHTS) =>
      flow.of('web', at(day), iterations).iterations,
  }
}

describe('[FC1] what a team did week by week', () => {
  it('[FC1] is counted over full weeks from Monday to Sunday, the oldest first, and not this week', () => {
    const team = log()
    team.assign('2026-11-02', 'first')
    team.finish('2026-11-08', 'a', null, '23:59')
    team.finish('2026-11-09', 'b', null, '00:00')
    team.finish('2026-11-15', 'c')
    team.finish('2026-11-16', 'd')
    expect(team.weeks('2026-11-18')).toEqual([1, 2])
    expect(team.weeks('2026-11-22')).toEqual([1, 2])
    expect(team.weeks('2026-11-23')).toEqual([1, 2, 1])
  })

  it('[FC1] begins with the first week that the team had a story in from its Monday on', () => {
    const team = log()
    team.assign('2026-11-03', 'first')
    expect(team.weeks('2026-11-15')).toEqual([])
    expect(team.weeks('2026-11-16')).toEqual([0])
    expect(log().weeks('2026-11-16')).toEqual([])
  })

  it('[FC1] goes back twelve weeks, and counts the new week at once when it is over', () => {
    const team = log()
    team.assign('2026-01-05', 'first')
    team.finish('2026-08-30', 'a')
    team.finish('2026-11-22', 'b')
    expect(team.weeks('2026-11-22')).toEqual([1, ...Array<number>(WEEKS_KEPT - 1).fill(0)])
    expect(team.weeks('2026-11-23')).toEqual([...Array<number>(WEEKS_KEPT - 1).fill(0), 1])
  })

  it('[FC1] forgets what was taken back, and counts once what went from one done step to another', () => {
    const team = log()
    team.assign('2026-11-02', 'first')
    team.finish('2026-11-04', 'a')
    team.step('2026-11-12', 'a', 'done', 'done-and-told')
    team.finish('2026-11-05', 'b')
    expect(team.weeks('2026-11-16')).toEqual([2, 0])
    team.step('2026-11-16', 'b', 'done', 'todo')
    expect(team.weeks('2026-11-16')).toEqual([1, 0])
    team.leave('2026-11-17', 'a')
    expect(team.weeks('2026-11-17')).toEqual([0, 0])
  })
})

describe('[CP1] what a team did iteration by iteration', () => {
  it('[CP1] is counted over those that are over, in stories and in the points they had when they were done', () => {
    const team = log()
    team.assign('2026-10-19', 'first')
    team.finish('2026-10-20', 'a', '3')
    team.finish('2026-11-01', 'b', '5')
    team.finish('2026-11-02', 'c', '8')
    team.finish('2026-11-10', 'd')
    team.finish('2026-11-16', 'e', '13')
    expect(team.iterations('2026-11-20')).toEqual([
      { startsOn: '2026-10-19', stories: 2, points: 8 },
      { startsOn: '2026-11-02', stories: 2, points: 8 },
    ])
    team.size('2026-11-20', 'd', '5')
    team.size('2026-11-20', 'c', null)
    expect(team.iterations('2026-11-20')?.[1]).toMatchObject({ points: 8 })
  })

  it('[CP1] a story that is done again counts with the size it has then; one that came back has none', () => {
    const team = log()
    team.assign('2026-10-19', 'first')
    team.finish('2026-11-03', 'a', '3')
    team.step('2026-11-04', 'a', 'done', 'todo')
    team.size('2026-11-04', 'a', '8')
    team.step('2026-11-05', 'a', 'todo', 'done')
    expect(team.iterations('2026-11-16')?.at(-1)).toMatchObject({ stories: 1, points: 8 })
    team.leave('2026-11-06', 'a')
    team.assign('2026-11-07', 'a')
    team.step('2026-11-08', 'a', 'todo', 'done')
    expect(team.iterations('2026-11-16')?.at(-1)).toMatchObject({ stories: 1, points: null })
  })

  it('[CP1] has no sum for shirts, nothing but zero where nothing was done, and six at most', () => {
    const team = log()
    team.assign('2026-01-05', 'first')
    team.finish('2026-11-03', 'a', 'XL')
    const done = team.iterations('2026-11-16') ?? []
    expect(done).toHaveLength(ITERATIONS_KEPT)
    expect(done.at(0)).toEqual({ startsOn: '2026-08-24', stories: 0, points: 0 })
    expect(done.at(-1)).toEqual({ startsOn: '2026-11-02', stories: 1, points: null })
    expect(['1', '21', 'XL', '4', null].map(pointsOf)).toEqual([1, 21, null, null, null])
  })

  it('[CP1] follows the team when it plans by others, and is absent where it plans by none', () => {
    const team = log()
    team.assign('2026-10-19', 'first')
    team.finish('2026-11-03', 'a', '3')
    expect(team.iterations('2026-11-16')).toHaveLength(2)
    expect(team.iterations('2026-11-16', { startsOn: '2026-11-02', days: 7 })).toHaveLength(4)
    expect(new FlowLog().of('web', at('2026-11-16'))).not.toHaveProperty('iterations')
  })
})
