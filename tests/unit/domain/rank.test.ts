import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byRank, column } from '#lib/domain/rank.ts'
import type { Story } from '#lib/domain/story.ts'
import { bo, Flow, kim } from '#tests/support/domain.ts'

function flowOf(count: number): Flow {
  const flow = new Flow()
  for (let index = 0; index < count; index += 1) flow.put(`s${index}`)
  return flow
}

describe('[RK1] places', () => {
  it('[RK1] puts a story behind another, at the top, or at the bottom', () => {
    const flow = flowOf(4)
    flow.run({ type: 'rankStory', story: 's3', place: { after: 's0' } })
    expect(flow.order('idea')).toEqual(['s0', 's3', 's1', 's2'])
    flow.run({ type: 'rankStory', story: 's2', place: { after: null } })
    expect(flow.order('idea')).toEqual(['s2', 's0', 's3', 's1'])
    flow.put('r', 'refinement')
    flow.run({ type: 'startRefining', story: 's0', place: { after: null } })
    flow.run({ type: 'startRefining', story: 's1' })
    expect(flow.order('refinement')).toEqual(['s0', 'r', 's1'])
  })

  it('[RK3] behind a story that left the stage is the bottom; behind an unknown one is refused', () => {
    const flow = flowOf(3)
    flow.run({ type: 'startRefining', story: 's1' })
    flow.run({ type: 'rankStory', story: 's0', place: { after: 's1' } })
    expect(flow.order('idea')).toEqual(['s2', 's0'])
    expect(flow.run({ type: 'rankStory', story: 's0', place: { after: 'nope' } })).toMatchObject({
      code: 'placeNotFound',
    })
  })

  it('[RK4] ordering to the place a story has appends nothing', () => {
    const flow = flowOf(3)
    const before = flow.events.length
    for (const [story, after] of [
      ['s1', 's0'],
      ['s0', null],
      ['s2', 's1'],
      ['s2', 's2'],
    ] as const) {
      expect(flow.run({ type: 'rankStory', story, place: { after } }).ok).toBe(true)
    }
    expect(flow.events).toHaveLength(before)
  })

  it('[RK2] ranks stay unique and orders exact under 10,000 random reorders', () => {
    const flow = flowOf(30)
    const ids = flow.order('idea')
    let model = [...ids]
    const choice = fc.record({ story: fc.nat(29), after: fc.option(fc.nat(29)) })
    const moves = fc.sample(choice, { numRuns: 10_000, seed: 4711 })
    for (const move of moves) {
      const story = ids[move.story]!
      const after = move.after === null ? null : ids[move.after]!
      flow.run({ type: 'rankStory', story, place: { after } })
      if (after !== story) {
        model = model.filter((id) => id !== story)
        model.splice(after === null ? 0 : model.indexOf(after) + 1, 0, story)
      }
    }
    expect(flow.order('idea')).toEqual(model)
    const ranks = column(flow.stories.values(), 'idea').map(({ rank }) => rank)
    expect(new Set(ranks).size).toBe(30)
  })

  it('[RK2] a backlog has one order over all its steps', () => {
    const flow = new Flow().found('web')
    for (const id of ['a', 'b', 'c']) flow.putOnTeam(id, 'web')
    flow.must({ type: 'moveToStep', story: 'b', step: 'doing' })
    expect(flow.backlog('web')).toEqual(['a', 'b', 'c'])
    flow.must({ type: 'rankStory', story: 'c', place: { after: 'a' } })
    flow.must({ type: 'moveToStep', story: 'a', step: 'review', place: { after: 'b' } })
    expect(flow.backlog('web')).toEqual(['c', 'b', 'a'])
  })

  it('[RK1] a step to a place where the story stands changes no order, so it takes no right to order', () => {
    const flow = new Flow().join(bo)
    flow.found('web', { kim: 'member', bo: 'backlog-owner' }, { backlogManagement: true })
    for (const id of ['a', 'b']) flow.putOnTeam(id, 'web')
    const step = { type: 'moveToStep', story: 'b', step: 'doing' } as const
    expect(flow.run({ ...step, place: { after: null } }, kim)).toMatchObject({
      code: 'notAllowed',
      who: ['Ana', 'Bo'],
    })
    flow.must({ ...step, place: { after: 'a' } }, kim)
    expect(flow.backlog('web')).toEqual(['a', 'b'])
  })

  it('[RK2] orders by code units, as the index does', () => {
    const [a, b] = ['Zz', 'a0'].map((rank) => ({ rank, id: rank }) as Story)
    expect(byRank(a!, b!)).toBeLessThan(0)
  })
})
