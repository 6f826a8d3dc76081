import { describe, expect, it } from 'vitest'
import { sendUndoably, type Workplace } from '#components/actions/sendUndoably.ts'
import { column } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { Before } from '#lib/domain/inverse.ts'
import { Flow } from '#tests/support/domain.ts'

function workplaceOn(flow: Flow): Workplace {
  return {
    send: (command) => {
      const decision = flow.run(command)
      return decision.ok
        ? { ok: true, id: 'c', settled: Promise.resolve({ ok: true as const }) }
        : decision
    },
    area: () => ({
      stories: new Map([...flow.stories].filter(([, story]) => story.trashedAt === null)),
      columns: Object.fromEntries(
        STAGES.map((stage) => [stage, column(flow.stories.values(), stage)]),
      ) as unknown as Before['columns'],
    }),
  }
}

function undoOf(outcome: ReturnType<typeof sendUndoably>) {
  return outcome.ok ? outcome.undo?.() : undefined
}

describe('[UX9] an action and its way back', () => {
  it('[UX9] goes to the former place, and the reason it gave on the way is gone', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id, 'ready')
    const outcome = sendUndoably(
      workplaceOn(flow),
      { type: 'bounceStory', story: 'b', reason: 'Unclear' },
      'ST-2 moved',
    )
    expect(outcome).toMatchObject({ ok: true, said: 'ST-2 moved' })
    expect(undoOf(outcome)).toEqual({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'b', 'c'])
  })

  it('[UX9] a refusal is the outcome, and there is nothing to take back', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const outcome = sendUndoably(workplaceOn(flow), { type: 'markReady', story: 'a' }, 'ST-1 moved')
    expect(outcome).toMatchObject({ ok: false })
    expect(outcome).not.toHaveProperty('undo')
  })

  it('[UX9] what somebody else has done to the same thing since stays', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const moved = sendUndoably(
      workplaceOn(flow),
      { type: 'startRefining', story: 'a' },
      'ST-1 moved',
    )
    flow.run({ type: 'markReady', story: 'a' })
    expect(undoOf(moved)).toEqual({
      ok: false,
      message: 'ST-1 has been moved since, so it was left as it is.',
    })
    const renamed = sendUndoably(
      workplaceOn(flow),
      { type: 'renameStory', story: 'a', title: 'x' },
      'ST-1 renamed',
    )
    flow.run({ type: 'renameStory', story: 'a', title: 'y' })
    expect(undoOf(renamed)).toMatchObject({ ok: false })
    expect(flow.stories.get('a')).toMatchObject({ stage: 'ready', title: 'y' })
  })

  it('[UX9] what somebody else has done to another side of it is no obstacle', () => {
    const flow = new Flow()
    flow.put('a', 'idea', 'Before')
    const renamed = sendUndoably(
      workplaceOn(flow),
      { type: 'renameStory', story: 'a', title: 'x' },
      'ST-1 renamed',
    )
    flow.run({ type: 'startRefining', story: 'a' })
    expect(undoOf(renamed)).toEqual({ ok: true })
    expect(flow.stories.get('a')).toMatchObject({ stage: 'refinement', title: 'Before' })
  })
})
