import { describe, expect, it } from 'vitest'
import { sendTogether } from '#components/actions/sendTogether.ts'
import type { Workplace } from '#components/actions/sendUndoably.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { column } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { ana, Flow, kim } from '#tests/support/domain.ts'

function workplaceOn(flow: Flow): Workplace & { readonly batches: number[] } {
  const batches: number[] = []
  const send = (command: NewCommand) => {
    const decision = flow.run(command, ana)
    return decision.ok
      ? { ok: true as const, id: 'c', settled: Promise.resolve({ ok: true as const }) }
      : decision
  }
  return {
    batches,
    send,
    sendAll: (commands) => {
      const sent = []
      for (const command of commands) {
        const answer = send(command)
        sent.push(answer)
        if (!answer.ok) break
      }
      batches.push(sent.length)
      return sent
    },
    area: () => ({
      stories: new Map(flow.stories),
      columns: Object.fromEntries(
        STAGES.map((stage) => [stage, column(flow.stories.values(), stage)]),
      ) as never,
      backlogs: new Map(),
      filed: new Map(),
      settings: flow.settings,
      members: flow.members,
    }),
  }
}

const refining = (story: string) => ({ type: 'startRefining', story }) as const

function five(): Flow {
  const flow = new Flow()
  for (const id of ['a', 'b', 'c', 'd', 'e']) flow.put(id)
  return flow
}

describe('[UX9] many stories in one change', () => {
  it('[UX9] all go at once, and undo puts each where it stood, in whatever order they were sent', () => {
    const flow = five()
    const place = workplaceOn(flow)
    const commands = ['d', 'b', 'c'].map(refining)
    const { outcome } = sendTogether(place, commands, (count) => `${count} moved`)
    expect(outcome).toMatchObject({ ok: true, said: '3 moved' })
    expect(flow.order('idea')).toEqual(['a', 'e'])
    expect(place.batches).toEqual([3])
    const undone = (outcome.ok && outcome.undo?.()) || null
    expect(undone).toMatchObject({ ok: true })
    expect(flow.order('idea')).toEqual(['a', 'b', 'c', 'd', 'e'])
    flow.must({ type: 'dismissStory', story: 'c', reason: 'Too early' }, kim)
    // Done again, all but what somebody else has moved meanwhile.
    expect(undone?.ok && undone.undo?.()).toMatchObject({ ok: true })
    expect(flow.order('idea')).toEqual(['a', 'e'])
    expect(flow.order('wont-do')).toEqual(['c'])
  })

  it('[UX9] a refusal in the middle does not stop those behind it', () => {
    const flow = five()
    const { outcome, answers } = sendTogether(
      workplaceOn(flow),
      ['a', 'nobody', 'c'].map(refining),
      (count) => `${count} moved`,
    )
    expect(outcome).toMatchObject({ ok: true, said: '2 moved' })
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(flow.order('refinement')).toEqual(['a', 'c'])
  })

  it('[UX9] what somebody else has moved since stays with them, the rest goes back', () => {
    const flow = five()
    const { outcome } = sendTogether(workplaceOn(flow), ['a', 'b'].map(refining), () => 'moved')
    flow.must({ type: 'dismissStory', story: 'a', reason: 'Too early' }, kim)
    expect(outcome.ok && outcome.undo?.()).toMatchObject({
      ok: false,
      message: expect.stringContaining('1 story has been changed by someone else'),
    })
    expect(flow.order('idea')).toContain('b')
    expect(flow.order('wont-do')).toEqual(['a'])
  })
})
