import { describe, expect, it } from 'vitest'
import type { CaptureStory } from '#lib/domain/command.ts'
import { captureStory } from '#lib/domain/decide.ts'
import { apply } from '#lib/domain/apply.ts'
import { Flow, kim } from '#tests/support/domain.ts'

describe('[ST7] trash', () => {
  it('[ST7] keeps a story and gives it back to its stage and place', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id, 'refinement')
    flow.run({ type: 'trashStory', story: 'b' })
    expect(flow.order('refinement')).toEqual(['a', 'c'])
    expect(flow.stories.get('b')?.trashedAt).toBe(flow.clock)
    flow.run({ type: 'restoreStory', story: 'b' })
    expect(flow.order('refinement')).toEqual(['a', 'b', 'c'])
  })

  it('[ST7] restoring to a rank that was taken meanwhile goes to the bottom', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id)
    flow.run({ type: 'trashStory', story: 'b' })
    flow.run({ type: 'rankStory', story: 'c', place: { after: 'a' } })
    const rank = flow.stories.get('b')?.rank
    flow.put('d')
    flow.stories.set('d', { ...flow.stories.get('d')!, rank: rank! })
    flow.run({ type: 'restoreStory', story: 'b' })
    const ranks = flow.order('idea').map((id) => flow.stories.get(id)!.rank)
    expect(new Set(ranks).size).toBe(4)
    expect(flow.order('idea').at(-1)).toBe('b')
  })

  it('[ST7] a story in the trash takes no other command', () => {
    const flow = new Flow()
    flow.put('a')
    flow.run({ type: 'trashStory', story: 'a' })
    expect(flow.run({ type: 'renameStory', story: 'a', title: 'New' })).toMatchObject({
      code: 'inTrash',
    })
    expect(flow.run({ type: 'trashStory', story: 'a' })).toMatchObject({ code: 'inTrash' })
    flow.run({ type: 'restoreStory', story: 'a' })
    expect(flow.run({ type: 'restoreStory', story: 'a' })).toMatchObject({ code: 'notInTrash' })
  })

  it('[ST7] only owners and admins remove the samples, and only the samples go', () => {
    const flow = new Flow()
    flow.put('mine')
    for (const story of ['s1', 's2']) {
      const command: CaptureStory = { id: story, type: 'captureStory', story, title: 'Sample' }
      const decision = captureStory(flow, command, { sample: true })
      if (!decision.ok) throw new Error(decision.message)
      for (const fact of decision.events) {
        const event = { ...fact, seq: 0, at: 0, by: 'ana', command: story }
        flow.stories.set(story, apply(undefined, event))
      }
    }
    expect(flow.run({ type: 'removeSamples' }, kim)).toMatchObject({
      code: 'notAllowed',
      who: ['owner', 'admin'],
    })
    expect(flow.run({ type: 'removeSamples' }).ok).toBe(true)
    expect(flow.order('idea')).toEqual(['mine'])
  })
})
