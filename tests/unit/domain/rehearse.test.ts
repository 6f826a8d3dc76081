import { describe, expect, it } from 'vitest'
import { rehearse } from '#lib/domain/rehearse.ts'
import { ana, Flow, kim } from '#tests/support/domain.ts'

describe('[UX9] what must happen whole or not at all is tried out first', () => {
  it('[UX9] each command is judged on top of those before it, and nothing happens', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const before = flow.stories.get('a')
    const way = [
      { type: 'startRefining', story: 'a' },
      { type: 'markReady', story: 'a', confirmed: true },
    ] as const
    expect(rehearse(flow, way, ana, 1)).toBeNull()
    expect(rehearse(flow, way.slice(1), ana, 1)).toMatchObject({ code: 'moveNotAllowed' })
    expect(flow.stories.get('a')).toBe(before)
  })

  it('[UX9] gives the refusal of the step that would be refused, rights included', () => {
    const flow = new Flow()
    flow.put('a', 'ready')
    flow.members.set('pia', { id: 'pia', name: 'Pia', roles: ['product-manager'] })
    flow.run({ type: 'createTeam', team: 'web', name: 'Web' })
    flow.run({ type: 'setTeamMember', team: 'web', member: 'kim', role: 'backlog-owner' })
    flow.run({ type: 'assignToTeam', story: 'a', team: 'web' })
    const back = [
      { type: 'bounceStory', story: 'a', reason: 'Undone' },
      { type: 'markReady', story: 'a', confirmed: true },
    ] as const
    // A backlog owner may send it back, and not mark it ready: taken back by halves it would be lost in Refinement.
    expect(rehearse(flow, back.slice(0, 1), kim, 1)).toBeNull()
    expect(rehearse(flow, back, kim, 1)).toMatchObject({ code: 'notAllowed' })
  })
})
