import { describe, expect, test } from 'vitest'
import type { StoryEvent, StoryFact } from '#lib/domain/event.ts'
import { FLOW_DAYS, FlowLog, STAYS_MIN } from '#lib/domain/flow.ts'

const DAY = 86_400_000

/** A log in which things happen to stories on given days. */
function log() {
  const flow = new FlowLog()
  let seq = 0
  const happen = (day: number, story: string, fact: StoryFact) => {
    seq += 1
    const frame = { seq, at: day * DAY, by: 'ana', command: `c${seq}`, story }
    return flow.take({ ...frame, ...fact } as StoryEvent)
  }
  const ranks = { fromRank: 'a', rank: 'a' }
  return {
    of: (day: number, team = 'web') => flow.of(team, day * DAY),
    assign: (day: number, story: string, team = 'web') =>
      happen(day, story, { type: 'StoryAssigned', team, step: 'todo', ...ranks }),
    step: (day: number, story: string, from: string, to: string) =>
      happen(day, story, {
        type: 'StoryStepped',
        team: 'web',
        from,
        to,
        done: to === 'done',
        ...ranks,
      }),
    reassign: (day: number, story: string, team: string) =>
      happen(day, story, {
        type: 'StoryReassigned',
        from: { team: 'web', step: 'todo', rank: 'a', size: null, schedule: null },
        to: { team, step: 'todo', rank: 'a' },
      }),
    sendBack: (day: number, story: string) =>
      happen(day, story, {
        type: 'StorySentBack',
        from: { team: 'web', step: 'todo', rank: 'a', size: null, schedule: null },
        to: 'refinement',
        rank: 'a',
        reason: 'Unclear',
        revisitOn: null,
        duplicateOf: null,
      }),
  }
}

describe('how the stories of a team flow', () => {
  test('a team without stories has none', () => {
    expect(log().of(1)).toEqual({ completed: 0, days: 0, medianDays: {}, weeks: [] })
  })

  test('[ST6] a completion counts once, and not while it is taken back', () => {
    const team = log()
    team.assign(1, 's')
    team.step(3, 's', 'todo', 'done')
    expect(team.of(11)).toMatchObject({ completed: 1, days: 10 })
    team.step(12, 's', 'done', 'todo')
    expect(team.of(12).completed).toBe(0)
    team.step(13, 's', 'todo', 'done')
    expect(team.of(13).completed).toBe(1)
    team.sendBack(14, 's')
    expect(team.of(14).completed).toBe(0)
  })

  test('what is longer ago than half a year no longer counts', () => {
    const team = log()
    team.assign(1, 's')
    team.step(2, 's', 'todo', 'done')
    expect(team.of(2 + FLOW_DAYS)).toMatchObject({ completed: 1, days: FLOW_DAYS })
    expect(team.of(3 + FLOW_DAYS)).toMatchObject({ completed: 0, days: FLOW_DAYS })
  })

  test('a step has a median once enough stories have moved on from it', () => {
    const team = log()
    for (let days = 1; days < STAYS_MIN; days += 1) {
      team.assign(0, `s${days}`)
      team.step(days, `s${days}`, 'todo', 'doing')
    }
    expect(team.of(10).medianDays).toEqual({})
    team.assign(0, 'slow')
    team.step(40, 'slow', 'todo', 'doing')
    expect(team.of(40).medianDays).toEqual({ todo: 3 })
  })

  test('a stay that ends by leaving the backlog says nothing about the step', () => {
    const team = log()
    for (let index = 0; index < STAYS_MIN; index += 1) {
      team.assign(0, `s${index}`)
      team.sendBack(30, `s${index}`)
    }
    expect(team.of(30).medianDays).toEqual({})
  })

  test('a story given to another team begins anew there; both teams hear of it', () => {
    const team = log()
    team.assign(1, 's')
    expect(team.reassign(5, 's', 'app')).toEqual(['web', 'app'])
    expect(team.of(15, 'app')).toMatchObject({ completed: 0, days: 10 })
  })
})
