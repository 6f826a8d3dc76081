import { describe, expect, it } from 'vitest'
import { sendAllUndoably, sendUndoably, type Workplace } from '#components/actions/sendUndoably.ts'
import type { Outcome } from '#components/actions/action.ts'
import { backlog, column } from '#lib/domain/rank.ts'
import { rehearse } from '#lib/domain/rehearse.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { Before } from '#lib/domain/inverse.ts'
import { ana, Flow, kim } from '#tests/support/domain.ts'

function workplaceOn(flow: Flow, actor: Actor = ana): Workplace {
  return {
    rehearse: (commands) => rehearse(flow, commands, actor, flow.clock),
    send: (command) => {
      const decision = flow.run(command, actor)
      return decision.ok
        ? { ok: true, id: 'c', settled: Promise.resolve({ ok: true as const }) }
        : decision
    },
    area: () => ({
      stories: new Map([...flow.stories].filter(([, story]) => story.trashedAt === null)),
      columns: Object.fromEntries(
        STAGES.map((stage) => [stage, column(flow.stories.values(), stage)]),
      ) as unknown as Before['columns'],
      backlogs: new Map(
        [...flow.settings.teams.keys()].map((team) => [
          team,
          { stories: backlog(flow.stories.values(), team) },
        ]),
      ),
      settings: flow.settings,
      members: flow.members,
    }),
  }
}

function undoOf(outcome: Outcome): Outcome | undefined {
  return (outcome.ok && outcome.undo?.()) || undefined
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
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'b', 'c'])
  })

  it('[UX9] is done again, and taken back once more, unless somebody else has been there since', () => {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id, 'ready')
    const bounce = { type: 'bounceStory', story: 'b', reason: 'Unclear' } as const
    const outcome = sendUndoably(workplaceOn(flow), bounce, 'ST-2 moved')
    const undone = undoOf(outcome)!
    const redone = undoOf(undone)!
    expect(redone).toMatchObject({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'c'])
    const again = undoOf(redone)!
    expect(again).toMatchObject({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'b', 'c'])
    flow.run({ type: 'bounceStory', story: 'b', reason: 'Too large' }, kim)
    expect(undoOf(again)).toMatchObject({ ok: false, message: expect.stringContaining('moved') })
  })

  it('[UX9] who may not walk it back is told so at once, for one and for several', () => {
    const pia = { id: 'pia', name: 'Pia', roles: ['product-manager'] } as const
    const flow = new Flow().join(pia).found('web', { kim: 'backlog-owner' })
    for (const id of ['a', 'b', 'c']) flow.put(id, 'ready')
    const take = (story: string) => ({ type: 'assignToTeam', story, team: 'web' }) as const
    const kims = workplaceOn(flow, kim)
    const whyNoUndo = expect.stringContaining('You cannot take this back yourself. Only product')
    expect(sendUndoably(kims, take('a'), 'Taken')).toMatchObject({ ok: true, whyNoUndo })
    expect(sendAllUndoably(kims, [take('b')], () => 'Taken')).toMatchObject({ ok: true, whyNoUndo })
    const anas = sendUndoably(workplaceOn(flow), take('c'), 'Taken')
    expect(anas).not.toHaveProperty('whyNoUndo')
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
    flow.run({ type: 'markReady', story: 'a', confirmed: true })
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
    expect(undoOf(renamed)).toMatchObject({ ok: true })
    expect(flow.stories.get('a')).toMatchObject({ stage: 'refinement', title: 'Before' })
  })

  it('[UX9] a setting goes back to what it was, unless somebody else has changed the same since', () => {
    const flow = new Flow()
    flow.run({ type: 'createTheme', theme: 'growth', name: 'Growth' })
    const rename = () =>
      sendUndoably(
        workplaceOn(flow),
        { type: 'changeTheme', theme: 'growth', name: 'Speed' },
        '"Growth" renamed',
      )
    expect(undoOf(rename())).toMatchObject({ ok: true })
    expect(flow.settings.themes.get('growth')?.name).toBe('Growth')
    const overtaken = rename()
    flow.run({ type: 'changeTheme', theme: 'growth', name: 'Trust' })
    expect(undoOf(overtaken)).toMatchObject({ ok: false })
    expect(flow.settings.themes.get('growth')?.name).toBe('Trust')
  })
})

describe('[UX9] moves between the refinement area and teams', () => {
  /** Ana's workspace with the teams Web and Data, and three ready stories. */
  function withTeams(): Flow {
    const flow = new Flow()
    for (const id of ['a', 'b', 'c']) flow.put(id, 'ready')
    flow.run({ type: 'createTeam', team: 'web', name: 'Web' })
    flow.run({ type: 'createTeam', team: 'data', name: 'Data' })
    return flow
  }

  it('[UX9] an assignment is taken back to its place among the ready ones', () => {
    const flow = withTeams()
    const command = { type: 'assignToTeam', story: 'b', team: 'web' } as const
    const outcome = sendUndoably(workplaceOn(flow), command, 'ST-2 assigned')
    expect(flow.order('ready')).toEqual(['a', 'c'])
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'b', 'c'])
  })

  it('[UX9] a story that the team has taken up since stays with it', () => {
    const flow = withTeams()
    const command = { type: 'assignToTeam', story: 'b', team: 'web' } as const
    const outcome = sendUndoably(workplaceOn(flow), command, 'ST-2 assigned')
    flow.run({ type: 'moveToStep', story: 'b', step: 'doing' })
    expect(undoOf(outcome)).toEqual({
      ok: false,
      message: 'ST-2 has been moved since, so it was left as it is.',
    })
    expect(flow.stories.get('b')).toMatchObject({ team: 'web', step: 'doing' })
  })

  it('[UX9] a bounce from a backlog is taken back with step, size and place', () => {
    const flow = withTeams()
    for (const story of ['a', 'b', 'c']) flow.run({ type: 'assignToTeam', story, team: 'web' })
    flow.run({ type: 'moveToStep', story: 'b', step: 'doing' })
    flow.run({ type: 'sizeStory', story: 'b', size: '3' })
    const command = { type: 'bounceStory', story: 'b', reason: 'Unclear' } as const
    const outcome = sendUndoably(workplaceOn(flow), command, 'ST-2 sent back')
    expect(flow.stories.get('b')).toMatchObject({ stage: 'refinement', size: null })
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.stories.get('b')).toMatchObject({ team: 'web', step: 'doing', size: '3' })
    expect(backlog(flow.stories.values(), 'web').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('[UX9] what this person may take back by halves only is not begun', () => {
    const flow = withTeams()
    flow.members.set('pia', { id: 'pia', name: 'Pia', roles: ['product-manager'] })
    flow.run({ type: 'setTeamMember', team: 'web', member: 'kim', role: 'backlog-owner' })
    const command = { type: 'assignToTeam', story: 'b', team: 'web' } as const
    const outcome = sendUndoably(workplaceOn(flow, kim), command, 'ST-2 assigned')
    expect(outcome.ok).toBe(true)
    expect(undoOf(outcome)).toMatchObject({ ok: false, message: expect.stringContaining('Pia') })
    expect(flow.stories.get('b')).toMatchObject({ team: 'web' })
  })

  it('[UX9] several are one action, taken back to where each was', () => {
    const flow = withTeams()
    const outcome = sendAllUndoably(
      workplaceOn(flow),
      ['b', 'a'].map((story) => ({ type: 'assignToTeam', story, team: 'data' }) as const),
      (count) => `${count} stories assigned`,
    )
    expect(outcome).toMatchObject({ ok: true, said: '2 stories assigned' })
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'b', 'c'])
  })

  it('[UX9] of several, those before a refusal stay, are said, and are what undo takes back', () => {
    const flow = withTeams()
    flow.put('idea', 'idea')
    const outcome = sendAllUndoably(
      workplaceOn(flow),
      ['a', 'idea'].map((story) => ({ type: 'assignToTeam', story, team: 'web' }) as const),
      (count) => `${count} assigned`,
    )
    expect(outcome).toMatchObject({
      ok: true,
      said: expect.stringMatching(/^1 assigned\. ST-4 is/),
    })
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.order('ready')).toEqual(['a', 'b', 'c'])
  })
})

describe('[UX9] fields of a story', () => {
  it('[UX9] are given back what they had, unless somebody has changed the same field since', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const workplace = workplaceOn(flow)
    flow.run({ type: 'setLabels', story: 'a', labels: ['old'] })
    const set = { type: 'setLabels', story: 'a', labels: ['new'] } as const
    const first = sendUndoably(workplace, set, 'Labels set')
    flow.run({ type: 'setPersona', story: 'a', persona: 'not-needed' })
    expect(undoOf(first)).toMatchObject({ ok: true })
    expect(flow.stories.get('a')).toMatchObject({ labels: ['old'], persona: 'not-needed' })

    const second = sendUndoably(workplace, set, 'Labels set')
    flow.run({ type: 'setLabels', story: 'a', labels: ['theirs'] })
    expect(undoOf(second)).toMatchObject({ message: expect.stringContaining('changed since') })
    expect(flow.stories.get('a')).toMatchObject({ labels: ['theirs'] })
  })

  it('[UX9] a vote is taken back whatever others did', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const outcome = sendUndoably(workplaceOn(flow), { type: 'upvoteStory', story: 'a' }, 'Voted')
    flow.run({ type: 'upvoteStory', story: 'a' }, kim)
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.stories.get('a')).toMatchObject({ votes: ['kim'] })
  })

  it('[UX9] a theme made on the way goes with the choice that made it', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const outcome = sendAllUndoably(
      workplaceOn(flow),
      [
        { type: 'createTheme', theme: 't', name: 'Trust' },
        { type: 'setTheme', story: 'a', theme: 't' },
      ],
      () => 'Theme created',
    )
    expect(undoOf(outcome)).toMatchObject({ ok: true })
    expect(flow.stories.get('a')).toMatchObject({ theme: null })
    expect(flow.settings.themes.get('t')?.archivedAt).not.toBeNull()
  })
})
