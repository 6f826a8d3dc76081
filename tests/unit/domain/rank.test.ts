import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '#lib/domain/apply.ts'
import { byRank, column } from '#lib/domain/rank.ts'
import type { Story } from '#lib/domain/story.ts'
import { Flow } from '#tests/support/domain.ts'

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

  it('[RK2] orders by code units, as the index does', () => {
    const [a, b] = ['Zz', 'a0'].map((rank) => ({ rank, id: rank }) as Story)
    expect(byRank(a!, b!)).toBeLessThan(0)
  })
})

describe('[I8] events tell everything', () => {
  it('[I8] folding the events gives the stories, after any flow of commands', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const command = fc.oneof(
      fc.record({ type: fc.constant('captureStory' as const), story: id, title: fc.string() }),
      fc.record({ type: fc.constant('renameStory' as const), story: id, title: fc.string() }),
      fc.record({
        type: fc.constantFrom(
          'startRefining' as const,
          'returnToIdea' as const,
          'markReady' as const,
          'bounceStory' as const,
          'dismissStory' as const,
          'reopenStory' as const,
        ),
        story: id,
        reason: fc.constantFrom('Why not', ''),
        place: fc.option(fc.record({ after: fc.option(id) }), { nil: undefined }),
      }),
      fc.record({
        type: fc.constant('rankStory' as const),
        story: id,
        place: fc.record({ after: fc.option(id) }),
      }),
      fc.record({
        type: fc.constantFrom('trashStory' as const, 'restoreStory' as const),
        story: id,
      }),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const flow = new Flow()
        for (const each of commands) flow.run(each)
        const folded = new Map<string, Story>()
        for (const event of flow.events) {
          folded.set(event.story, apply(folded.get(event.story), event))
        }
        expect(folded).toEqual(flow.stories)
        expect(flow.events.map(({ seq }) => seq)).toEqual(flow.events.map((_, index) => index + 1))
        for (const stage of ['idea', 'refinement', 'ready', 'wont-do'] as const) {
          const ranks = column(flow.stories.values(), stage).map(({ rank }) => rank)
          expect(new Set(ranks).size).toBe(ranks.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
