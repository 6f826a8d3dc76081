import { describe, expect, it } from 'vitest'
import { apply, applySettings, judgedAnew } from '#lib/domain/apply.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { Flow, kim, pia } from '#tests/support/domain.ts'

/** Every change that history has to tell, from a workspace in which all of them are possible, one after the other. */
const CHANGES: readonly (readonly [string, NewCommand, object])[] = [
  [
    'stage',
    { type: 'startRefining', story: 'a', place: { after: null } },
    { type: 'StoryMoved', from: 'idea', to: 'refinement', fromRank: 'a0', reason: null },
  ],
  [
    'stage, through the gate',
    { type: 'markReady', story: 'a', confirmed: true },
    { type: 'StoryMoved', from: 'refinement', to: 'ready', gate: { mode: 'warn' } },
  ],
  [
    'stage, back',
    { type: 'bounceStory', story: 'r', reason: 'Unclear' },
    { type: 'StoryMoved', from: 'ready', to: 'refinement', reason: 'Unclear' },
  ],
  [
    'rank',
    { type: 'rankStory', story: 'c', place: { after: null } },
    { type: 'StoryRanked', from: 'a2', to: 'a0' },
  ],
  [
    'team',
    { type: 'assignToTeam', story: 'a', team: 'web' },
    { type: 'StoryAssigned', team: 'web', step: 'todo', fromRank: 'a1' },
  ],
  [
    'step',
    { type: 'moveToStep', story: 'a', step: 'doing' },
    { type: 'StoryStepped', team: 'web', from: 'todo', to: 'doing', done: false },
  ],
  [
    'size',
    { type: 'sizeStory', story: 'a', size: '3' },
    { type: 'StorySized', from: null, to: '3' },
  ],
  [
    'schedule',
    { type: 'scheduleStory', story: 'a', schedule: '2026-01-05' },
    { type: 'StoryScheduled', from: null, to: '2026-01-05' },
  ],
  [
    'another team',
    { type: 'reassignStory', story: 'a', team: 'app' },
    {
      type: 'StoryReassigned',
      from: { team: 'web', step: 'doing', size: '3', schedule: '2026-01-05' },
      to: { team: 'app', step: 'todo' },
    },
  ],
  [
    'off the backlog',
    { type: 'dismissStory', story: 'a', reason: 'No need', revisitOn: '2027-01-01' },
    { type: 'StorySentBack', to: 'wont-do', reason: 'No need', revisitOn: '2027-01-01' },
  ],
  [
    'role',
    { type: 'changeRoles', member: 'kim', roles: ['product-manager'] },
    { type: 'RolesChanged', member: 'kim', from: ['member'], to: ['product-manager'] },
  ],
]

describe('[ST9] every change is told', () => {
  it('[ST9] by one event: who, when, what, from, to, reason', () => {
    const flow = new Flow().join(pia).found('web').found('app')
    for (const story of ['a', 'b', 'c']) flow.put(story)
    flow.put('r', 'ready')
    for (const [what, command, event] of CHANGES) {
      const events = flow.must(command)
      expect(events, what).toHaveLength(1)
      expect(events[0], what).toMatchObject({ by: 'ana', at: flow.clock, ...event })
      expect(events[0]?.seq, what).toBe(flow.events.length)
    }
  })

  it('[ST9] events are not changed by what follows', () => {
    const flow = new Flow().found('web')
    flow.put('a', 'ready')
    const told = JSON.stringify(flow.events)
    flow.must({ type: 'assignToTeam', story: 'a', team: 'web' })
    flow.must({ type: 'renameStory', story: 'a', title: 'Other' })
    expect(JSON.stringify(flow.events).startsWith(told.slice(0, -1))).toBe(true)
  })

  it('[CM2] a refusal appends nothing and changes nothing', () => {
    const flow = new Flow()
    flow.put('a')
    const before = [flow.events.length, flow.story('a'), flow.clock]
    expect(flow.run({ type: 'markReady', story: 'a' }).ok).toBe(false)
    expect([flow.events.length, flow.story('a'), flow.clock]).toEqual(before)
  })
})

describe('[I8] the fold', () => {
  it('[I8] an event on a story that is not there is a bug and throws', () => {
    const flow = new Flow()
    const frame = { seq: 1, at: 1, by: 'ana', command: 'c', story: 'nope' }
    const { policy } = flow.settings
    expect(() => apply(undefined, { ...frame, type: 'StoryUpvoted' }, policy)).toThrow(/nope/)
    flow.put('a')
    const sized = {
      ...frame,
      story: 'a',
      type: 'StorySized',
      from: null,
      to: '3',
      agreed: '',
    } as const
    expect(() => apply(flow.story('a'), sized, policy)).toThrow(/on no team's backlog/)
  })

  it('[I8] roles change no settings, and a policy that judges all alike touches no story', () => {
    const flow = new Flow()
    flow.put('a')
    const { settings } = flow
    const frame = { seq: 9, at: 1, by: 'ana', command: 'c', story: null }
    const event = { ...frame, type: 'RolesChanged', member: 'kim', from: [], to: null } as const
    expect(applySettings(settings, event)).toBe(settings)
    expect(judgedAnew(flow.stories.values(), { ...settings.policy, gate: 'block' })).toEqual([])
  })

  it('[I8] an event that changes no readiness keeps it as it is, so that its card does not render again', () => {
    const flow = new Flow()
    flow.put('a')
    const { readiness } = flow.story('a')
    flow.must({ type: 'renameStory', story: 'a', title: 'Other' }, kim)
    expect(flow.story('a').readiness).toBe(readiness)
  })
})
